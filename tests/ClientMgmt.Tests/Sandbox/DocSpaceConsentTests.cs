using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>Which consents a deletion takes, across users and tenants.</summary>
public sealed class DocSpaceConsentTests
{
    private const string Portal = SandboxDefaults.Portal;
    private const string Other = "other";
    private const string Admin = SandboxDefaults.DocSpaceAdminId;
    private const string User = SandboxDefaults.DocSpaceUserId;

    // Who consented where: the administrator and a user to a client of the administrator, the administrator to one of another tenant.
    [TestCase("clients/{0}", "other")]
    [TestCase("clients", "user")]
    [TestCase("clients/tenant", "other")]
    public async Task Deletions_take_consents(string path, string left)
    {
        await using RawClient raw = await StartAsync();
        string id = raw.Server.DocSpace.Seed(Portal, Admin, 1)[0];
        string foreign = raw.Server.DocSpace.Seed(Other, Admin, 1)[0];
        raw.Server.DocSpace.AddConsent(Portal, Admin, id, "openid");
        raw.Server.DocSpace.AddConsent(Portal, User, id, "openid");
        raw.Server.DocSpace.AddConsent(Other, Admin, foreign, "openid");

        await raw.Office("DELETE", string.Format(null, path, id));

        (string Who, int Count)[] all =
        [
            ("admin", raw.Server.DocSpace.Consents(Portal, Admin).Count),
            ("user", raw.Server.DocSpace.Consents(Portal, User).Count),
            ("other", raw.Server.DocSpace.Consents(Other, Admin).Count),
        ];
        Assert.That(all.Where(c => c.Count > 0).Select(c => c.Who), Is.EqualTo(new[] { left }));
    }

    [Test]
    public async Task What_others_granted_to_clients_deleted_in_bulk_shows_no_client()
    {
        await using RawClient raw = await StartAsync();
        string id = raw.Server.DocSpace.Seed(Portal, Admin, 1)[0];
        raw.Server.DocSpace.AddConsent(Portal, User, id, "openid");
        await raw.Office("DELETE", "clients");
        Answer answer = await raw.Office("GET", "clients/consents?limit=5", user: User);
        Assert.That(answer["data"]![0]!.ToJsonString(), Does.Contain($"\"registered_client_id\":\"{id}\"").And.Contain("\"client\":null"));
    }

    [Test]
    public async Task The_consents_of_a_user_are_those_of_all_tenants_and_can_be_revoked_from_each()
    {
        await using RawClient raw = await StartAsync();
        string foreign = raw.Server.DocSpace.Seed(Other, Admin, 1)[0];
        raw.Server.DocSpace.AddConsent(Other, User, foreign, "openid");
        Answer before = await raw.Office("GET", "clients/consents?limit=5", user: User);
        await raw.Office("DELETE", $"clients/{foreign.ToUpperInvariant()}/revoke", user: User);
        Answer after = await raw.Office("GET", "clients/consents?limit=5", user: User);
        Assert.That((before["data"]!.AsArray().Count, after["data"]!.AsArray().Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_user_id_has_one_budget_in_all_tenants()
    {
        DocSpaceLimits limits = DocSpaceLimits.None with { Get = 1 };
        DocSpacePortalOptions[] portals = [new() { Limits = limits }, new() { Name = Other, TenantId = 2, Limits = limits }];
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { DocSpacePortals = portals });
        await raw.Office("GET", "scopes");
        Answer answer = await raw.SendAsync("GET", "api/2.0/scopes", null, ("x-signature", raw.Server.DocSpace.IssueSignature(Other, Admin)));
        Assert.That(answer.Status, Is.EqualTo(429));
    }

    private static Task<RawClient> StartAsync() =>
        RawClient.StartAsync(new SandboxOptions { DocSpacePortals = [new(), new() { Name = Other, TenantId = 2 }] });
}
