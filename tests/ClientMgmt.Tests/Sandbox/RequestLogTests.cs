using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>What is kept of each request, and how it is told as it comes.</summary>
public sealed class RequestLogTests
{
    [Test]
    public async Task A_request_is_kept_with_its_answer()
    {
        var time = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { TimeProvider = time });
        await raw.SendAsync("GET", "nowhere", null);
        await raw.Authlete(AuthleteVersion.V3, "GET", "get/1");

        SandboxRequest kept = raw.Server.Requests[1];
        Assert.That(
            (kept.Number, kept.Backend, kept.Status, kept.ReceivedAt, kept.ResponseHeaders["content-type"], kept.ResponseBody.Contains("A001212", StringComparison.Ordinal)),
            Is.EqualTo((2L, (SandboxBackend?)SandboxBackend.AuthleteV3, 404, time.GetUtcNow(), "application/json", true)));
    }

    [TestCase("GET", "api/2.0/clients", null, "The request has no x-signature.")]
    [TestCase("GET", "api/2.0/clients", "x-signature", "The x-signature is not valid: it has run out, or another portal has issued it.")]
    [TestCase("GET", "api/1/clients/x", null, "No dialect of the sandbox has this path.")]
    public async Task A_refusal_without_words_is_explained(string method, string path, string? header, string reason)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync(method, path, null, header is null ? [] : [(header, "e30.e30.x")]);
        Assert.That((answer.Text, raw.Server.Requests[0].Failure), Is.EqualTo(("", reason)));
    }

    [TestCase(AuthleteVersion.V3, "get/1", "[A001212] /client/get, The client does not exist.")]
    public async Task A_refusal_with_words_is_explained_by_them(AuthleteVersion version, string path, string told)
    {
        await using RawClient raw = await RawClient.StartAsync();
        await raw.Authlete(version, "GET", path);
        Assert.That(raw.Server.Requests[0].Failure, Does.Contain(told));
    }

    [Test]
    public async Task A_request_that_a_fault_hit_is_explained_by_it()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Faults.Add(new SandboxFault { Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } });
        await raw.SendAsync("GET", "api/2.0/clients", null);
        Assert.That(raw.Server.Requests[0].Failure, Is.EqualTo("A fault hit it: status 503, headers {\"Retry-After\":\"1\"}."));
    }

    [Test]
    public async Task A_request_that_succeeds_is_no_failure()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Faults.Add(new SandboxFault { DelayBefore = TimeSpan.FromTicks(1) });
        await raw.Authlete(AuthleteVersion.V3, "GET", "get/list");
        await raw.Authlete(AuthleteVersion.V3, "GET", "get/list");
        Assert.That(raw.Server.Requests.Select(request => request.Failure), Is.All.Null);
    }

    [Test]
    public async Task A_dropped_request_has_no_answer()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Faults.Add(new SandboxFault { Send = SandboxPart.None, Then = SandboxEnding.Reset, Commit = false });
        Assert.That(() => raw.SendAsync("GET", "api/2.0/clients", null), Throws.InstanceOf<HttpRequestException>());
        SandboxRequest kept = raw.Server.Requests[0];
        Assert.That((kept.Status, kept.ResponseHeaders.Count, kept.ResponseBody), Is.EqualTo((0, 0, "")));
    }

    [Test]
    public async Task The_last_ones_are_asked_for()
    {
        await using RawClient raw = await RawClient.StartAsync();
        foreach (string path in new[] { "a", "b", "c" })
            await raw.SendAsync("GET", path, null);
        Answer answer = await raw.SendAsync("GET", "sandbox/requests?last=2", null);
        Assert.That(answer.Json.AsArray().Select(request => (string?)request!["target"]), Is.EqualTo(new[] { "/b", "/c" }));
    }

    [TestCase("requests?last=x", "'last' has to be a whole number.")]
    [TestCase("clients?limit=-1", "'limit' has to be a whole number.")]
    [TestCase("clients?name=x", "'name' is not known here. Known are search, limit.")]
    public async Task A_wrong_question_is_refused(string path, string error)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", "sandbox/" + path, null);
        Assert.That((answer.Status, (string?)answer["error"]), Is.EqualTo((400, error)));
    }

    [Test]
    public async Task Clients_of_all_providers_are_listed_newest_first_and_searched()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Authlete.Seed(SandboxDefaults.ServiceId, 2);
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId, 2);
        raw.Server.DynamicRegistration.Seed(2);

        Answer all = await raw.SendAsync("GET", "sandbox/clients", null);
        Answer found = await raw.SendAsync("GET", "sandbox/clients?search=CLIENT%202&limit=1", null);

        Assert.That(all["clients"]!.AsArray().Select(c => $"{c!["backend"]} {c["name"]}"), Is.EqualTo(new[]
        {
            "AuthleteV3 Client 2", "AuthleteV3 Client 1", "DocSpace Client 2", "DocSpace Client 1", "DynamicRegistration Client 2", "DynamicRegistration Client 1",
        }));
        Assert.That(((int)found["total"]!, found["clients"]!.AsArray().Count), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task Requests_are_followed_in_code()
    {
        await using RawClient raw = await RawClient.StartAsync();
        await using IAsyncEnumerator<SandboxRequest> followed = raw.Server.FollowRequestsAsync().GetAsyncEnumerator();
        ValueTask<bool> next = followed.MoveNextAsync();
        await raw.SendAsync("GET", "a", null);
        Assert.That((await next, followed.Current.Target), Is.EqualTo((true, "/a")));
    }

    [Test]
    public async Task Events_tell_of_requests_and_changes_until_the_sandbox_stops()
    {
        SandboxServer sandbox = await SandboxServer.StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        using HttpResponseMessage answer = await http.GetAsync("sandbox/events", HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.That((await EventAsync(events)).Name, Is.EqualTo("changed"), "the first one, which says that the others are to follow");

        await http.GetAsync("nowhere");
        sandbox.ClearRequests();
        sandbox.Faults.Add(new SandboxFault());
        (string Name, JsonNode Data)[] told = [await EventAsync(events), await EventAsync(events), await EventAsync(events)];
        await sandbox.DisposeAsync();

        Assert.That(answer.Content.Headers.ContentType, Is.EqualTo(new MediaTypeHeaderValue("text/event-stream")));
        Assert.That(told.Select(e => e.Name), Is.EqualTo(new[] { "request", "forgotten", "changed" }));
        Assert.That((string?)told[0].Data["target"], Is.EqualTo("/nowhere"));
        Assert.That(() => EventAsync(events), Throws.InstanceOf<IOException>());
    }

    private static async Task<(string Name, JsonNode Data)> EventAsync(StreamReader events)
    {
        string name = await events.ReadLineAsync() ?? throw new IOException("The stream has ended.");
        string data = (await events.ReadLineAsync())!;
        await events.ReadLineAsync();
        return (name["event: ".Length..], JsonNode.Parse(data["data: ".Length..])!);
    }
}
