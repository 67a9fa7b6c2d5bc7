using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>Keycloak takes a secret at the second address of a client, by the key to it or by one token for all clients.</summary>
[TestFixtureSource(nameof(Providers))]
public sealed class SecretPlaceTests(ProviderCase provider) : ProviderFixture(provider)
{
    private static IEnumerable<ProviderCase> Providers => ProviderCases.RegistrationVariants.Where(p => p.Server == RegistrationServer.Keycloak);

    private DynamicRegistrationSandbox Server => Host.Sandbox.DynamicRegistration;

    [Test]
    public async Task A_secret_is_set_and_everything_else_stays()
    {
        OAuthClient created = await Host.CreateAsync();
        Host.Sandbox.ClearRequests();

        await Clients.SetSecretAsync(created.ClientId, new Secret("chosen ü"));

        SandboxRequest sent = Host.Writes.Single();
        Assert.That($"{sent.Method} {sent.Target}", Is.EqualTo($"PUT /as/clients-registrations/default/{created.ClientId}"));
        Assert.That(Server.FindSecret(created.ClientId), Is.EqualTo("chosen ü"));
        OAuthClient read = await Clients.GetAsync(created.ClientId);
        Assert.That((read.ClientSecret?.Reveal(), read.Metadata.ClientName), Is.EqualTo(("chosen ü", created.Metadata.ClientName)));
    }

    [Test]
    public async Task The_key_that_the_answer_brings_is_kept_and_opens_both_addresses()
    {
        string id = (await Host.CreateAsync()).ClientId;
        string before = Server.FindToken(id)!;

        await Clients.SetSecretAsync(id, new Secret("one"));
        await Clients.SetSecretAsync(id, new Secret("two"));
        await Clients.UpdateAsync(id, c => c with { ClientName = "Renamed" });

        Assert.That(Server.FindToken(id) == before, Is.EqualTo(Case.IsManaged), "a token for all clients leaves those of the clients alone");
        Assert.That((Server.FindSecret(id), (string?)Host.Stored(id)["client_name"]), Is.EqualTo(("two", "Renamed")));
        await Clients.DeleteAsync(id);
        Assert.That(Server.Count, Is.Zero);
    }

    [Test]
    public async Task A_secret_on_which_the_server_fails_is_told_as_not_set()
    {
        OAuthClient created = await Host.CreateAsync();

        Assert.That(
            async () => await Clients.SetSecretAsync(created.ClientId, new Secret(new string('x', 300))),
            Throws.InstanceOf<InvalidClientMetadataException>().With.Message.Contains("[client_secret: "));
        Assert.That((await Clients.GetAsync(created.ClientId)).ClientSecret?.Reveal(), Is.EqualTo(created.ClientSecret!.Reveal()));
    }
}
