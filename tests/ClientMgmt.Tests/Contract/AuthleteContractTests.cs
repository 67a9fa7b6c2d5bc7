using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Contract;

/// <summary>What only Authlete can do, however its server behaves where behaviour differs.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.AllAuthlete))]
public sealed class AuthleteContractTests(ProviderCase provider) : ProviderFixture(provider)
{
    [Test]
    public async Task A_secret_can_be_set()
    {
        OAuthClient created = await Host.CreateAsync();
        var secret = new Secret("chosen_by-the_caller");

        await Clients.SetSecretAsync(created.ClientId, secret);

        Assert.That((await Clients.GetAsync(created.ClientId)).ClientSecret, Is.EqualTo(secret));
    }

    [Test]
    public async Task Granted_scopes_can_be_read_and_deleted()
    {
        OAuthClient created = await Host.CreateAsync();
        string subject = Host.Grant(created.ClientId, "openid", "profile")!;

        GrantedScopes granted = await Clients.Grants.GetGrantedScopesAsync(created.ClientId, subject);
        await Clients.Grants.DeleteGrantedScopesAsync(created.ClientId, subject);
        GrantedScopes deleted = await Clients.Grants.GetGrantedScopesAsync(created.ClientId, subject);

        Assert.That((granted.Latest?.Order().ToArray(), deleted.Latest), Is.EqualTo((new[] { "openid", "profile" }, (IReadOnlyList<string>?)null)));
    }

    [Test]
    public async Task The_scopes_of_issued_tokens_can_be_replaced()
    {
        OAuthClient created = await Host.CreateAsync();
        string subject = Host.Grant(created.ClientId, "openid", "profile")!;

        await Clients.Grants.UpdateAuthorizationAsync(created.ClientId, subject, ["openid"]);

        Assert.That(
            Host.Sandbox.Authlete.TokenScopes(Host.ServiceId, long.Parse(created.ClientId), subject),
            Is.All.EqualTo(new[] { "openid" }));
    }

    [Test]
    public async Task Requestable_scopes_can_be_set_to_none_and_cleared()
    {
        OAuthClient created = await Host.CreateAsync();

        IReadOnlyList<string>? one = await Clients.Scopes.SetRequestableScopesAsync(created.ClientId, ["openid"]);
        IReadOnlyList<string>? none = await Clients.Scopes.SetRequestableScopesAsync(created.ClientId, []);
        await Clients.Scopes.ClearRequestableScopesAsync(created.ClientId);
        IReadOnlyList<string>? any = await Clients.Scopes.GetRequestableScopesAsync(created.ClientId);

        Assert.That((one, none, any), Is.EqualTo((new[] { "openid" }, Array.Empty<string>(), (IReadOnlyList<string>?)null)));
    }
}
