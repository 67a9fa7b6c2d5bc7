using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>A client without users needs no response types, and some servers give it one unless it says that it has none.</summary>
public sealed class MachineClientTests
{
    private static readonly ClientMetadata s_machine = new() { ClientName = "Machine", GrantTypes = [GrantTypes.ClientCredentials] };

    private static ProviderCase Server { get; } =
        ProviderCases.RegistrationVariants.Single(p => p.Server == RegistrationServer.NodeOidcProvider);

    [Test]
    public async Task Where_the_server_is_known_to_do_so_it_is_told_that_there_are_none()
    {
        await using TestHost host = await TestHost.StartAsync(Server);

        OAuthClient created = await host.Clients.CreateAsync(s_machine);

        Assert.That(host.Stored(created.ClientId)["response_types"]!.ToJsonString(), Is.EqualTo("[]"));
        Assert.That(created.Metadata.RedirectUris, Is.Null.Or.Empty);
    }

    [Test]
    public async Task Where_it_is_not_known_the_server_asks_for_a_redirect_URI()
    {
        await using TestHost host = await TestHost.StartAsync(Server with { Server = RegistrationServer.Generic });

        Assert.That(async () => await host.Clients.CreateAsync(s_machine), Throws.InstanceOf<InvalidClientMetadataException>());
        Assert.That(host.Sandbox.DynamicRegistration.Count, Is.Zero);
    }

    [Test]
    public async Task A_client_with_users_gets_what_the_server_gives_it()
    {
        await using TestHost host = await TestHost.StartAsync(Server);

        OAuthClient created = await host.Clients.CreateAsync(s_machine with
        {
            GrantTypes = [GrantTypes.AuthorizationCode, GrantTypes.ClientCredentials],
            RedirectUris = ["https://client.example.com/cb"],
        });

        Assert.That(created.Metadata.ResponseTypes, Is.EqualTo(new[] { "code" }));
    }
}
