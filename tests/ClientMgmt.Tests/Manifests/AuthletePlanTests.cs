using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>On Authlete, <c>scope</c> is a part of a vendor's property, and the type of a client follows from its authentication method.</summary>
[TestFixtureSource(nameof(Both))]
public sealed class AuthletePlanTests(ProviderCase provider) : ProviderFixture(provider)
{
    private static IEnumerable<ProviderCase> Both => [ProviderCases.AuthleteV2, ProviderCases.AuthleteV3];

    [Test]
    public async Task A_part_of_a_vendor_property_that_scope_tells_is_refused_there()
    {
        ManifestPlan plan = await PlanAsync("client_name: New\nextensions:\n  extension: {requestableScopes: [a], accessTokenDuration: 5}\n");

        Assert.That(plan.Problems.Single().ToString(), Does.StartWith("clients.yaml:3:3: client New: extension: ").And.Contain("requestableScopes"));
    }

    [Test]
    public async Task A_change_of_a_vendor_object_does_not_show_what_scope_tells()
    {
        OAuthClient client = await Clients.CreateAsync(new ClientMetadata { ClientName = "Old", Scope = "openid" }
            .WithExtension("extension", new { refreshTokenDuration = 60 }));

        PropertyChange change = (await PlanAsync($"client_id: {client.ClientId}\nextensions:\n  extension: {{refreshTokenDuration: 90}}\n")).Changes.Single().Properties.Single();

        Assert.That($"{change.Old?.GetRawText()} {change.New?.GetRawText()}", Does.Contain("60").And.Contain("90").And.Not.Contain("openid"));
    }

    [Test]
    public async Task A_vendor_object_is_merged_and_keeps_what_scope_tells()
    {
        OAuthClient client = await Clients.CreateAsync(new ClientMetadata { ClientName = "Old", Scope = "openid" }
            .WithExtension("extension", new { refreshTokenDuration = 60 }));
        ManifestPlan plan = await PlanAsync($"client_id: {client.ClientId}\nextensions:\n  extension: {{accessTokenDuration: 5}}\n");
        await plan.ApplyAsync(Clients);

        ClientMetadata now = (await Clients.GetAsync(client.ClientId)).Metadata;
        Assert.That(
            (now.Scope, now.Extensions["extension"].GetProperty("accessTokenDuration").GetInt32(),
                now.Extensions["extension"].GetProperty("refreshTokenDuration").GetInt32()),
            Is.EqualTo(("openid", 5, 60)));
    }

    [TestCase("\"\"", "\"\"")]
    [TestCase("null", null)]
    public async Task An_empty_scope_means_none_and_null_means_what_the_backend_does(string wanted, string? stored)
    {
        OAuthClient client = await Clients.CreateAsync(new ClientMetadata { ClientName = "Old", Scope = "openid" });
        ManifestPlan plan = await PlanAsync($"client_id: {client.ClientId}\nscope: {wanted}\n");
        await plan.ApplyAsync(Clients);

        OAuthClient now = await Clients.GetAsync(client.ClientId);
        ClientManifest exported = ClientManifest.From(now, Clients.Capabilities);
        Assert.That(
            (now.Metadata.GetValue("scope")?.GetRawText(), exported.Values.ContainsKey("scope"),
                (await PlanAsync($"client_id: {client.ClientId}\nscope: {wanted}\n")).HasChanges),
            Is.EqualTo((stored, stored is not null, false)));
    }

    [Test]
    public async Task What_would_weaken_a_client_is_refused_before_anything_is_sent()
    {
        OAuthClient client = await Clients.CreateAsync(new ClientMetadata { ClientName = "A", TokenEndpointAuthMethod = "client_secret_basic" });
        ManifestPlan plan = await PlanAsync($"client_id: {client.ClientId}\ntoken_endpoint_auth_method: null\n");

        Assert.That(() => plan.ApplyAsync(Clients), Throws.TypeOf<ManifestException>().With.Message.Contain("token_endpoint_auth_method"));
    }

    [Test]
    public async Task A_property_that_a_change_alters_besides_is_put_right()
    {
        OAuthClient client = await Clients.CreateAsync(new ClientMetadata { ClientName = "A", TokenEndpointAuthMethod = "client_secret_basic" });
        string manifest = $"client_id: {client.ClientId}\ntoken_endpoint_auth_method: none\nextensions: {{clientType: CONFIDENTIAL}}\n";

        ApplyResult result = (await (await PlanAsync(manifest)).ApplyAsync(Clients)).Single();

        Assert.That((result.Status, (await PlanAsync(manifest)).HasChanges), Is.EqualTo((ApplyStatus.Done, false)));
    }

    private async Task<ManifestPlan> PlanAsync(string text) => await ManifestPlan.CreateAsync(Clients, await Manifest.ReadAsync(text));
}
