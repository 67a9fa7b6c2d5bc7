using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using static ClientMgmt.Sandbox.DocSpaceGeneration;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>Dates of self-hosted servers: how many digits, which of them differ, and what equal ones do to lists.</summary>
public sealed class DocSpaceTimeTests
{
    private const string Portal = SandboxDefaults.Portal;
    private const string Admin = SandboxDefaults.DocSpaceAdminId;

    private static readonly DateTimeOffset s_start = new(2026, 1, 2, 3, 4, 5, 123, 456, TimeSpan.Zero);

    [TestCase(Version31, 6)]
    [TestCase(Version37, 9)]
    [TestCase(Next, 9)]
    public async Task A_read_by_id_shows_the_time_of_the_answer_or_of_the_store(DocSpaceGeneration generation, int digits)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation }, new ManualTime(s_start));
        Answer created = await raw.Office("POST", "clients", Bodies.Create());
        Answer got = await raw.Office("GET", $"clients/{created["client_id"]}");
        Assert.That((Digits(created), Digits(got)), Is.EqualTo((9, digits)));
    }

    [Test]
    public async Task After_the_first_change_or_five_minutes_the_time_is_that_of_the_store([Values] bool change)
    {
        var clock = new ManualTime(s_start);
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions(), clock);
        string id = await raw.CreateOfficeAsync();
        clock.Advance(TimeSpan.FromMinutes(change ? 4 : 5));
        if (change)
            await raw.Office("PUT", "clients/" + id, Bodies.Update());
        Assert.That(Digits(await raw.Office("GET", "clients/" + id)), Is.EqualTo(6));
    }

    [Test]
    public async Task The_store_says_that_a_client_was_changed_before_it_was_made()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer created = await raw.Office("POST", "clients", Bodies.Create());
        JsonNode listed = (await raw.Office("GET", "clients"))["data"]![0]!;
        Assert.That((string)created["modified_on"]!, Is.EqualTo((string)created["created_on"]!));
        Assert.That(Time(listed, "modified_on"), Is.LessThan(Time(listed, "created_on")));
        Assert.That(Time(listed, "created_on") - Time(created.Json, "created_on"), Is.LessThan(TimeSpan.FromMilliseconds(10)).And.GreaterThan(TimeSpan.Zero));
    }

    [TestCase(1, 2)]
    [TestCase(10, 20)]
    [TestCase(50, 29)]
    public async Task Clients_of_one_second_are_lost_at_the_borders_of_pages(int limit, int found)
    {
        // Two seconds with 15 and 14 clients.
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { WholeSeconds = true, Limits = DocSpaceLimits.None }, clock);
        raw.Server.DocSpace.Seed(Portal, Admin, 15);
        clock.Advance(TimeSpan.FromSeconds(1));
        raw.Server.DocSpace.Seed(Portal, Admin, 14);
        Assert.That(await ReadAllAsync(raw, limit), Has.Count.EqualTo(found));
    }

    [Test]
    public async Task Equal_times_have_another_order_in_every_call()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { WholeSeconds = true }, new ManualTime());
        raw.Server.DocSpace.Seed(Portal, Admin, 20);
        Answer first = await raw.Office("GET", "clients");
        Answer second = await raw.Office("GET", "clients");
        Assert.That(second.Text, Is.Not.EqualTo(first.Text));
        Assert.That((string)first["data"]![0]!["created_on"]!, Is.EqualTo("2026-01-02T03:04:05Z"));
    }

    private static async Task<HashSet<string>> ReadAllAsync(RawClient raw, int limit)
    {
        var found = new HashSet<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            Answer page = await raw.Office("GET", $"clients?limit={limit}&last_created_on={Uri.EscapeDataString(cursor)}");
            found.UnionWith(page["data"]!.AsArray().Select(c => (string)c!["client_id"]!));
            cursor = (string?)page["last_created_on"];
        }

        return found;
    }

    private static int Digits(Answer answer) => ((string)answer["created_on"]!).Split('.', 'Z')[1].Length;

    private static DateTimeOffset Time(JsonNode client, string name) => (DateTimeOffset)client[name]!;
}
