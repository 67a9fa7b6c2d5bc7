using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using static ClientMgmt.Sandbox.AuthleteVersion;

namespace ClientMgmt.Tests.Sandbox;

[TestFixture(V2)]
[TestFixture(V3)]
public sealed class AuthleteListTests(AuthleteVersion version)
{
    private string Service => RawClient.Service(version);

    [TestCase("", 5)]
    [TestCase("?start=5", 0)]
    [TestCase("?start=0&end=100", 7)]
    [TestCase("?start=6&end=9", 1)]
    [TestCase("?start=9&end=12", 0)]
    public async Task A_window_has_an_inclusive_start_and_an_exclusive_end(string query, int entries)
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Authlete.Seed(Service, 7);
        Answer answer = await raw.Authlete(version, "GET", "get/list" + query);
        Assert.That(answer["clients"]?.AsArray().Count ?? 0, Is.EqualTo(entries));
    }

    [Test]
    public async Task An_empty_window_has_no_clients_and_the_right_count()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { Unset = AuthleteUnset.Null });
        raw.Server.Authlete.Seed(Service, 7);
        JsonObject answer = (await raw.Authlete(version, "GET", "get/list?start=0&end=0")).Json.AsObject();
        Assert.That((answer.ContainsKey("clients"), answer["clients"], (int)answer["totalCount"]!), Is.EqualTo((true, (JsonNode?)null, 7)));
    }

    [Test]
    public async Task The_window_is_echoed_even_beyond_the_end()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "GET", "get/list?start=3&end=99");
        Assert.That(((int)answer["start"]!, (int)answer["end"]!), Is.EqualTo((3, 99)));
    }

    [TestCase("?start=-1")]
    [TestCase("?end=-1")]
    [TestCase("?start=x")]
    public async Task Windows_that_are_no_numbers_or_negative_are_refused(string query)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "GET", "get/list" + query);
        Assert.That(answer.Status, Is.EqualTo(400));
    }

    [Test]
    public async Task The_developer_filter_counts_only_the_developers_clients()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Authlete.Seed(Service, 3, "alice");
        raw.Server.Authlete.Seed(Service, 4, "bob");
        Answer answer = await raw.Authlete(version, "GET", "get/list?developer=alice");
        Assert.That((int)answer["totalCount"]!, Is.EqualTo(3));
    }

    [Test]
    public async Task Only_v2_echoes_the_developer()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "GET", "get/list?developer=alice");
        Assert.That((string?)answer["developer"], Is.EqualTo(version == V2 ? "alice" : null));
    }

    [Test]
    public async Task A_page_is_no_longer_than_the_maximum()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { MaxPageSize = 2 });
        raw.Server.Authlete.Seed(Service, 7);
        Answer answer = await raw.Authlete(version, "GET", "get/list?start=0&end=100");
        Assert.That(answer["clients"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_newest_comes_first_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { NewestFirst = true });
        IReadOnlyList<long> ids = raw.Server.Authlete.Seed(Service, 3);
        Answer answer = await raw.Authlete(version, "GET", "get/list");
        Assert.That((long)answer["clients"]![0]!["clientId"]!, Is.EqualTo(ids[2]));
    }

    [Test]
    public async Task The_limited_list_is_a_matter_of_v3()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { LimitedList = true });
        raw.Server.Authlete.Seed(Service, 1);
        Answer answer = await raw.Authlete(version, "GET", "get/list");
        Assert.That(answer["clients"]![0]!.AsObject().ContainsKey("clientSecret"), Is.EqualTo(version == V2));
    }

    [TestCase("GET", "authorization/get/list?subject=john%20%2F%20doe", null)]
    [TestCase("GET", "authorization/get/list/john%20%2F%20doe", null)]
    [TestCase("GET", "authorization/get/list/john%20%2F%20doe?subject=john%20%2F%20doe", null)]
    [TestCase("POST", "authorization/get/list", """{"subject":"john / doe"}""")]
    public async Task Authorized_clients_are_listed_by_all_three_forms(string method, string path, string? body)
    {
        await using RawClient raw = await RawClient.StartAsync();
        IReadOnlyList<long> ids = raw.Server.Authlete.Seed(Service, 2);
        raw.Server.Authlete.AddGrant(Service, ids[1], "john / doe", "openid");
        Answer answer = await raw.Authlete(version, method, path, body is null ? null : JsonNode.Parse(body));
        Assert.That(answer["clients"]!.AsArray().Select(c => (long)c!["clientId"]!), Is.EqualTo(new[] { ids[1] }));
    }

    [Test]
    public async Task Authorized_clients_need_a_subject()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "GET", "authorization/get/list");
        Assert.That(answer.Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Authorized_clients_are_limited_to_few_properties_on_v3()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { Unset = AuthleteUnset.Null });
        long id = raw.Server.Authlete.Seed(Service, 1)[0];
        raw.Server.Authlete.AddGrant(Service, id, "s", "openid");
        Answer answer = await raw.Authlete(version, "GET", "authorization/get/list?subject=s");
        Assert.That(
            answer["clients"]![0]!.AsObject().Select(p => p.Key),
            Is.EquivalentTo(SpecDocument.Of(version).PropertyNames(version == V2 ? "Client" : "ClientLimited")));
    }

    [Test]
    public async Task Authorized_clients_come_in_windows()
    {
        await using RawClient raw = await RawClient.StartAsync();
        foreach (long id in raw.Server.Authlete.Seed(Service, 6))
            raw.Server.Authlete.AddGrant(Service, id, "s", "openid");
        Answer answer = await raw.Authlete(version, "POST", "authorization/get/list", JsonNode.Parse("""{"subject":"s","start":4,"end":6}"""));
        Assert.That((answer["clients"]!.AsArray().Count, (int)answer["totalCount"]!), Is.EqualTo((2, 6)));
    }
}
