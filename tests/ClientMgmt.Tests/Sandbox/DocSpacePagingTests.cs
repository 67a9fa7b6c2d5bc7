using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using static ClientMgmt.Sandbox.DocSpaceGeneration;

namespace ClientMgmt.Tests.Sandbox;

public sealed class DocSpacePagingTests
{
    private const string Admin = SandboxDefaults.DocSpaceAdminId;

    [Test]
    public async Task Cursors_lead_through_all_clients_newest_first([Values] DocSpaceStorage storage, [Values(0, 2)] int offset)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Storage = storage, UtcOffset = TimeSpan.FromHours(offset) });
        IReadOnlyList<string> seeded = raw.Server.DocSpace.Seed(SandboxDefaults.Portal, Admin, 7);
        var found = new List<string>();
        string cursor = "";
        do
        {
            JsonNode page = (await raw.Office("GET", "clients?limit=3" + cursor)).Json;
            found.AddRange(page["data"]!.AsArray().Select(c => (string)c!["client_id"]!));
            cursor = (string?)page["last_created_on"] is { } date
                ? $"&last_client_id={page["last_client_id"]}&last_created_on={Uri.EscapeDataString(date)}"
                : "";
        }
        while (cursor.Length > 0);
        Assert.That(found, Is.EqualTo(seeded.Reverse()));
    }

    [Test]
    public async Task The_cursor_is_null_on_a_last_page_that_is_full()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, Admin, 3);
        JsonObject page = (await raw.Office("GET", "clients?limit=3")).Json.AsObject();
        Assert.That((page["data"]!.AsArray().Count, page.ContainsKey("last_client_id"), page["last_client_id"], page["last_created_on"]), Is.EqualTo((3, true, (JsonNode?)null, (JsonNode?)null)));
    }

    [TestCase(DocSpaceStorage.SelfHosted, "last_created_on", false)]
    [TestCase(DocSpaceStorage.SelfHosted, "last_client_id", true)]
    [TestCase(DocSpaceStorage.Saas, "last_created_on", true)]
    [TestCase(DocSpaceStorage.Saas, "last_client_id", true)]
    public async Task Half_a_cursor_starts_again_where_the_store_needs_both(DocSpaceStorage storage, string half, bool again)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Storage = storage });
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, Admin, 4);
        JsonNode first = (await raw.Office("GET", "clients?limit=2")).Json;
        JsonNode second = (await raw.Office("GET", $"clients?limit=2&{half}={first[half]}")).Json;
        Assert.That((string)second["data"]![0]!["client_id"]! == (string)first["data"]![0]!["client_id"]!, Is.EqualTo(again));
    }

    [TestCase(DocSpaceStorage.SelfHosted, 1)]
    [TestCase(DocSpaceStorage.Saas, 2)]
    public async Task Two_clients_of_one_moment_lose_one_on_self_hosted(DocSpaceStorage storage, int found)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Storage = storage });
        foreach (string id in new[] { Guid.NewGuid().ToString(), Guid.NewGuid().ToString() })
        {
            var client = new JsonObject { ["client_id"] = id, ["created_on"] = "2026-01-01T00:00:00Z", ["created_by"] = Admin };
            raw.Server.DocSpace.PutClient(SandboxDefaults.Portal, id, client);
        }

        JsonNode first = (await raw.Office("GET", "clients?limit=1")).Json;
        JsonNode second = (await raw.Office("GET", $"clients?limit=1&last_client_id={first["last_client_id"]}&last_created_on={first["last_created_on"]}")).Json;
        Assert.That(first["data"]!.AsArray().Count + second["data"]!.AsArray().Count, Is.EqualTo(found));
    }

    [Test]
    public async Task Hosted_times_have_up_to_nine_fraction_digits()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Storage = DocSpaceStorage.Saas }, new ManualTime());
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, Admin, 1);
        Answer answer = await raw.Office("GET", "clients");
        Assert.That((string)answer["data"]![0]!["created_on"]!, Is.EqualTo("2026-01-02T03:04:05.000000002Z"));
    }

    [TestCase("clients", 200)]
    [TestCase("clients?limit=0", 400)]
    [TestCase("clients?limit=1", 200)]
    [TestCase("clients?limit=50", 200)]
    [TestCase("clients?limit=51", 400)]
    [TestCase("clients?limit=x", 500)]
    [TestCase("clients/info", 400)]
    [TestCase("clients/info?limit=50", 200)]
    [TestCase("clients/consents", 400)]
    [TestCase("clients?last_created_on=2026-01-01", 500)]
    [TestCase("clients?last_created_on=2026-01-01T00:00:00", 500)]
    [TestCase("clients?last_created_on=2026-01-01T00:00:00+00:00", 500)]
    [TestCase("clients?last_created_on=2026-01-01T00:00:00%2B00:00", 200)]
    [TestCase("clients?page=5", 200)]
    [TestCase("clients?limit=", 200)]
    [TestCase("clients/info?limit=", 500)]
    [TestCase("clients?limit=%2B5", 200)]
    [TestCase("clients?limit=0x5", 200)]
    [TestCase("clients?limit=0x33", 400)]
    [TestCase("clients?limit=%205", 200)]
    [TestCase("clients?limit=1e1", 500)]
    [TestCase("clients?limit=2147483648", 500)]
    [TestCase("clients?limit=0&last_created_on=x", 500)]
    [TestCase("clients?last_created_on=", 200)]
    [TestCase("clients?last_created_on=2026-01-01T00:00:00%2B02:00%5BEurope/Berlin%5D", 200)]
    [TestCase("clients?last_created_on=2026-02-30T00:00:00Z", 500)]
    public async Task Limits_and_dates_are_checked(string path, int status)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("GET", path);
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase("clients?limit=x")]
    [TestCase("clients?last_created_on=x")]
    public async Task The_newest_generation_too_answers_500_to_what_it_cannot_read(string path)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = Next });
        Answer answer = await raw.Office("GET", path);
        Assert.That(answer.Status, Is.EqualTo(500));
    }

    [Test]
    public async Task A_missing_limit_is_told_without_entries()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("GET", "clients/info");
        Assert.That((answer.Status, answer["errors"]), Is.EqualTo((400, (JsonNode?)null)));
    }

    [Test]
    public async Task Clients_have_a_default_limit_of_30()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, Admin, 31);
        Answer answer = await raw.Office("GET", "clients");
        Assert.That((answer["data"]!.AsArray().Count, (int)answer["limit"]!), Is.EqualTo((30, 30)));
    }

    [Test]
    public async Task The_oldest_generation_numbers_its_pages()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = Version30 });
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, Admin, 5);
        Answer answer = await raw.SendAsync("GET", "api/2.0/clients?page=1&limit=2", null, ("Cookie", "asc_auth_key=" + SandboxDefaults.DocSpaceAuthKey));
        Assert.That(
            (answer["data"]!.AsArray().Count, (int)answer["page"]!, (int)answer["limit"]!, (int?)answer["next"], (int?)answer["previous"]),
            Is.EqualTo((2, 1, 2, (int?)2, (int?)0)));
    }

    [Test]
    public async Task Consents_come_newest_first_in_pages()
    {
        await using RawClient raw = await RawClient.StartAsync();
        foreach (string id in new[] { "a", "b", "c" })
            raw.Server.DocSpace.AddConsent(SandboxDefaults.Portal, Admin, id, "openid");
        JsonNode first = (await raw.Office("GET", "clients/consents?limit=2")).Json;
        JsonNode second = (await raw.Office("GET", $"clients/consents?limit=2&last_modified_on={first["last_modified_on"]}")).Json;
        Assert.That(
            first["data"]!.AsArray().Concat(second["data"]!.AsArray()).Select(c => (string)c!["registered_client_id"]!),
            Is.EqualTo(new[] { "c", "b", "a" }));
    }

    [Test]
    public async Task Large_hosted_pages_end_early_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Storage = DocSpaceStorage.Saas, LargePagesTruncated = true });
        foreach (string id in raw.Server.DocSpace.Seed(SandboxDefaults.Portal, Admin, 5))
        {
            JsonObject client = raw.Server.DocSpace.FindClient(SandboxDefaults.Portal, id)!;
            client["logo"] = new string('x', 400_000);
            raw.Server.DocSpace.PutClient(SandboxDefaults.Portal, id, client);
        }

        Answer answer = await raw.Office("GET", "clients?limit=4");
        Assert.That((answer["data"]!.AsArray().Count, answer["last_client_id"]), Is.EqualTo((2, (JsonNode?)null)));
    }
}
