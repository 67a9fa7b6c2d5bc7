using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Mapping;

/// <summary>Authlete's <c>clientType</c> is part of what the standards call <c>token_endpoint_auth_method</c>.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.AllAuthlete))]
public sealed class ClientTypeTests(ProviderCase provider) : ProviderFixture(provider)
{
    [TestCase(ClientAuthenticationMethods.None, "PUBLIC")]
    [TestCase(ClientAuthenticationMethods.PrivateKeyJwt, "CONFIDENTIAL")]
    public async Task It_is_made_to_fit_at_creation(string method, string expected)
    {
        OAuthClient client = await Clients.CreateAsync(new ClientMetadata { TokenEndpointAuthMethod = method });

        Assert.That(Type(client), Is.EqualTo(expected));
    }

    [TestCase(ClientAuthenticationMethods.None, "PUBLIC")]
    [TestCase(ClientAuthenticationMethods.ClientSecretBasic, "CONFIDENTIAL")]
    public async Task It_is_made_to_fit_when_the_method_changes(string method, string expected)
    {
        OAuthClient client = await Clients.CreateAsync(new ClientMetadata
        {
            TokenEndpointAuthMethod = method == ClientAuthenticationMethods.None
                ? ClientAuthenticationMethods.ClientSecretPost
                : ClientAuthenticationMethods.None,
        });

        OAuthClient updated = await Clients.UpdateAsync(
            client.ClientId, c => c with { TokenEndpointAuthMethod = method });

        Assert.That(Type(updated), Is.EqualTo(expected));
    }

    [Test]
    public async Task It_is_what_the_caller_says_where_he_says_it()
    {
        OAuthClient client = await Clients.CreateAsync(
            new ClientMetadata { TokenEndpointAuthMethod = ClientAuthenticationMethods.None }
                .WithExtension("clientType", "CONFIDENTIAL"));

        Assert.That(Type(client), Is.EqualTo("CONFIDENTIAL"));
    }

    private static string? Type(OAuthClient client) => client.Metadata.Extensions["clientType"].GetString();
}
