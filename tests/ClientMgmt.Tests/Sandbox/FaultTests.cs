using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Sandbox;

public sealed class FaultTests
{
    private static readonly JsonObject s_body = new() { ["clientName"] = "One" };

    private RawClient _raw = null!;

    private SandboxFaults Faults => _raw.Server.Faults;

    private int Stored => _raw.Server.Authlete.Count(SandboxDefaults.ServiceId);

    [SetUp]
    public async Task Start() => _raw = await RawClient.StartAsync();

    [TearDown]
    public async Task Stop() => await _raw.DisposeAsync();

    [Test]
    public async Task A_fault_that_says_nothing_hits_one_request_and_changes_nothing()
    {
        Faults.Add(new SandboxFault());
        Answer[] answers = [await ListAsync(), await ListAsync()];
        Assert.That(answers.Select(a => a.Status), Is.EqualTo(new[] { 200, 200 }));
        Assert.That(_raw.Server.Requests.Select(r => r.Fault is not null), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task A_status_refuses_before_any_work_with_the_error_body_of_Authlete()
    {
        Faults.Add(new SandboxFault { Status = 503 });
        Answer answer = await CreateAsync();
        Assert.That((answer.Status, (string?)answer["resultCode"], Stored), Is.EqualTo((503, "A999101", 0)));
    }

    [TestCase(DocSpaceGeneration.Version31, "reason")]
    [TestCase(DocSpaceGeneration.Version37, "detail")]
    public async Task A_status_has_the_error_body_of_the_portal(DocSpaceGeneration generation, string member)
    {
        await using RawClient raw = await RawClient.StartAsync(SandboxDefaults.DocSpacePortals[0] with { Generation = generation });
        raw.Server.Faults.Add(new SandboxFault { Status = 502 });
        Answer answer = await raw.Office("GET", "clients?limit=1");
        Assert.That((answer.Status, (string?)answer[member]), Is.EqualTo((502, "Bad Gateway")));
    }

    [Test]
    public async Task The_exchange_for_a_signature_fails_in_its_own_envelope()
    {
        Faults.Add(new SandboxFault { PathEndsWith = "/oauth2/token", Status = 500 });
        Answer answer = await _raw.SendAsync("GET", "api/2.0/security/oauth2/token", null, ("Authorization", SandboxDefaults.DocSpaceApiKey));
        Assert.That((answer.Status, (int?)answer["statusCode"]), Is.EqualTo((500, 500)));
    }

    [Test]
    public async Task A_commit_and_a_status_store_the_client_and_hide_it()
    {
        Faults.Add(new SandboxFault { Status = 500, Body = SandboxFaultBody.Empty, Commit = true });
        Answer answer = await CreateAsync();
        Assert.That((answer.Status, answer.Text, Stored, _raw.Server.Requests.Single().Status), Is.EqualTo((500, "", 1, 500)));
    }

    [TestCase(null, "text/html", "<!DOCTYPE html>")]
    [TestCase("application/json", "application/json", "<!DOCTYPE html>")]
    public async Task A_page_may_stand_in_for_a_success(string? type, string expected, string start)
    {
        Faults.Add(new SandboxFault { Body = SandboxFaultBody.Html, ContentType = type });
        Answer answer = await ListAsync();
        Assert.That((answer.Status, answer.MediaType, answer.Text[..start.Length]), Is.EqualTo((200, expected, start)));
    }

    [Test]
    public async Task A_text_is_sent_as_it_is_with_headers()
    {
        Faults.Add(new SandboxFault { Status = 504, Text = "é{", Headers = new Dictionary<string, string> { ["Retry-After"] = "soon" } });
        Answer answer = await ListAsync();
        Assert.That((answer.Status, answer.Text, answer.MediaType, answer.Header("Retry-After")), Is.EqualTo((504, "é{", "text/plain", "soon")));
    }

    [Test]
    public async Task A_status_that_allows_no_body_has_none()
    {
        Faults.Add(new SandboxFault { Status = 204, Text = "x" });
        Answer answer = await ListAsync();
        Assert.That((answer.Status, answer.Text), Is.EqualTo((204, "")));
    }

    [Test]
    public async Task A_limit_of_a_portal_resets_in_nanoseconds_and_says_nothing_else()
    {
        Faults.Add(new SandboxFault { RateLimit = SandboxRateLimit.Native, RetryIn = TimeSpan.FromSeconds(6) });
        Answer answer = await _raw.Office("POST", "clients", Bodies.Create());
        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, answer.Text, answer.MediaType), Is.EqualTo((429, "", "application/json")));
            Assert.That((answer.Header("X-Ratelimit-Remaining"), answer.Header("X-Ratelimit-Reset")), Is.EqualTo(("0", "6000000000")));
            Assert.That(answer.Header("Retry-After"), Is.Null);
            Assert.That(_raw.Server.DocSpace.Count(SandboxDefaults.Portal), Is.Zero);
        });
    }

    [Test]
    public async Task The_limit_of_an_instance_has_a_body_and_no_header()
    {
        Faults.Add(new SandboxFault { RateLimit = SandboxRateLimit.Instance });
        Answer answer = await _raw.Office("GET", "clients?limit=1");
        Assert.That((answer.Status, (string?)answer["title"], answer.Header("X-Ratelimit-Reset")), Is.EqualTo((429, "Too Many Requests", (string?)null)));
    }

    [TestCase(SandboxRateLimit.RetryAfterSeconds, "Retry-After", "90")]
    [TestCase(SandboxRateLimit.RetryAfterDate, "Retry-After", "Fri, 02 Jan 2026 03:05:35 GMT")]
    [TestCase(SandboxRateLimit.ResetEpochSeconds, "X-RateLimit-Reset", "1767323135")]
    [TestCase(SandboxRateLimit.ResetSeconds, "X-Ratelimit-Reset", "90")]
    public async Task A_limit_of_Authlete_has_its_error_body_and_says_when_as_asked(SandboxRateLimit limit, string header, string value)
    {
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { TimeProvider = new ManualTime() });
        raw.Server.Faults.Add(new SandboxFault { RateLimit = limit, RetryIn = TimeSpan.FromSeconds(89.5) });
        Answer answer = await raw.Authlete(AuthleteVersion.V2, "POST", "create", s_body.DeepClone());
        string[] advice = [.. answer.Headers.Where(h => h.Key != "Date").Select(h => h.Key)];
        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, (string?)answer["resultCode"]), Is.EqualTo((429, "A001311")));
            Assert.That(advice.Except(["X-RateLimit-Remaining", "X-Ratelimit-Remaining"]), Is.EqualTo(new[] { header }));
            Assert.That(answer.Header(header), Is.EqualTo(value));
            Assert.That(raw.Server.Authlete.Count(SandboxDefaults.ServiceApiKey), Is.Zero);
        });
    }

    [Test]
    public async Task A_delay_before_holds_the_work_back()
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { TimeProvider = clock });
        raw.Server.Faults.Add(new SandboxFault { DelayBefore = TimeSpan.FromMinutes(1) });
        Task<long> create = raw.CreateAsync(AuthleteVersion.V3);
        await clock.NextTimerAsync();
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.That((raw.Server.Authlete.Count(SandboxDefaults.ServiceId), create.IsCompleted), Is.EqualTo((0, false)));
        clock.Advance(TimeSpan.FromSeconds(1));
        await create;
        Assert.That(raw.Server.Authlete.Count(SandboxDefaults.ServiceId), Is.EqualTo(1));
    }

    [Test]
    public async Task A_delay_after_holds_the_answer_back()
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { TimeProvider = clock });
        raw.Server.Faults.Add(new SandboxFault { DelayAfter = TimeSpan.FromMinutes(1) });
        Task<long> create = raw.CreateAsync(AuthleteVersion.V3);
        await clock.NextTimerAsync();
        Assert.That((raw.Server.Authlete.Count(SandboxDefaults.ServiceId), raw.Server.Requests.Count, create.IsCompleted), Is.EqualTo((1, 1, false)));
        clock.Advance(TimeSpan.FromMinutes(1));
        await create;
    }

    [Test]
    public async Task A_slow_body_comes_in_pieces()
    {
        var clock = new ManualTime();
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock });
        server.Faults.Add(new SandboxFault { Text = "abcdefg", Pieces = 3, PieceDelay = TimeSpan.FromSeconds(1) });
        using Wire wire = await Wire.ConnectAsync(server);
        await wire.SendAsync("GET", "get/list");
        foreach (string body in new[] { "ab", "abcd", "abcdefg" })
        {
            await wire.ReadUntilAsync(text => text.Contains("\r\n\r\n" + body, StringComparison.Ordinal));
            Assert.That(wire.Text, Does.Contain("Content-Length: 7").And.EndWith("\r\n\r\n" + body));
            if (body.Length == 7)
                break;
            await clock.NextTimerAsync();
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Test]
    public async Task After_and_times_count_the_requests_that_fit()
    {
        Faults.Add(new SandboxFault { Method = "get", After = 1, Times = 2, Status = 500 });
        var statuses = new List<int>();
        for (int i = 0; i < 5; i++)
        {
            await CreateAsync();
            statuses.Add((await ListAsync()).Status);
        }

        Assert.That(statuses, Is.EqualTo(new[] { 200, 500, 500, 200, 200 }));
        Assert.That(Faults.Snapshot(), Is.Empty);
    }

    [Test]
    public async Task Times_is_exact_when_many_come_at_once()
    {
        Faults.Add(new SandboxFault { After = 20, Times = 50, Status = 500 });
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => ListAsync()));
        Assert.That(answers.Count(a => a.Status == 500), Is.EqualTo(50));
        Assert.That(_raw.Server.Requests, Has.Count.EqualTo(200));
    }

    [Test]
    public async Task Probability_is_the_same_in_each_run()
    {
        List<bool> first = await RunAsync();
        Faults.Clear();
        List<bool> second = await RunAsync();
        Assert.That(second, Is.EqualTo(first).And.Contains(true).And.Contains(false));

        async Task<List<bool>> RunAsync()
        {
            Faults.Add(new SandboxFault { Times = null, Probability = 0.3, Status = 500 });
            var hits = new List<bool>();
            for (int i = 0; i < 50; i++)
                hits.Add((await ListAsync()).Status == 500);
            return hits;
        }
    }

    [TestCase(0, 0)]
    [TestCase(1, 20)]
    public async Task Probability_has_exact_ends(double probability, int expected)
    {
        Faults.Add(new SandboxFault { Times = null, Probability = probability, Status = 500 });
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ListAsync()));
        Assert.That(answers.Count(a => a.Status == 500), Is.EqualTo(expected));
    }

    [TestCase(SandboxBackend.AuthleteV2, new[] { 500, 200, 200 })]
    [TestCase(SandboxBackend.AuthleteV3, new[] { 200, 500, 200 })]
    [TestCase(SandboxBackend.DocSpace, new[] { 200, 200, 500 })]
    public async Task A_backend_is_hit_alone(SandboxBackend backend, int[] expected)
    {
        Faults.Add(new SandboxFault { Backend = backend, Status = 500, Times = null });
        Answer[] answers =
        [
            await _raw.Authlete(AuthleteVersion.V2, "GET", "get/list"),
            await ListAsync(),
            await _raw.SendAsync("GET", "portals/sandbox/api/2.0/scopes", null, _raw.Signed()),
        ];
        Assert.That(answers.Select(a => a.Status), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_path_is_tested_after_decoding_and_without_the_query()
    {
        Faults.Add(new SandboxFault { PathContains = "/get/a b", Status = 500, Times = null });
        Faults.Add(new SandboxFault { PathEndsWith = "/list", Status = 502, Times = null });
        int[] statuses =
        [
            (await _raw.Authlete(AuthleteVersion.V3, "GET", "get/a%20b?x")).Status,
            (await _raw.Authlete(AuthleteVersion.V3, "GET", "get/list?x=/get/a%20b")).Status,
            (await _raw.Authlete(AuthleteVersion.V3, "GET", "get/7")).Status,
        ];
        Assert.That(statuses, Is.EqualTo(new[] { 500, 502, 404 }));
    }

    [Test]
    public async Task Any_test_may_choose_the_requests()
    {
        Faults.Add(new SandboxFault { When = r => r.Body.Contains("Two", StringComparison.Ordinal), Status = 500 });
        int[] statuses = [(await CreateAsync()).Status, (await CreateAsync("Two")).Status];
        Assert.That(statuses, Is.EqualTo(new[] { 201, 500 }));
    }

    [Test]
    public async Task A_test_that_throws_shows_itself()
    {
        Faults.Add(new SandboxFault { When = _ => throw new InvalidOperationException("oops") });
        Answer answer = await ListAsync();
        Assert.That((answer.Status, answer.Text), Is.EqualTo((500, answer.Text)));
        Assert.That(answer.Text, Does.Contain("oops"));
    }

    [Test]
    public async Task The_first_fault_that_hits_is_the_only_one()
    {
        Faults.Add(new SandboxFault { Status = 500 });
        Faults.Add(new SandboxFault { Status = 502 });
        int[] statuses = [(await ListAsync()).Status, (await ListAsync()).Status];
        Assert.That(statuses, Is.EqualTo(new[] { 500, 502 }));
    }

    [Test]
    public async Task Control_requests_are_never_hit()
    {
        Faults.Add(new SandboxFault { Status = 500 });
        Assert.That((await _raw.SendAsync("GET", "sandbox", null)).Status, Is.EqualTo(200));
    }

    [Test]
    public void Reset_removes_faults()
    {
        Faults.Add(new SandboxFault());
        _raw.Server.Reset();
        Assert.That(Faults.Snapshot(), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Mistakes() => new (SandboxFault Fault, string Member)[]
    {
        (new() { Method = "" }, "Method"),
        (new() { Method = "GE T" }, "Method"),
        (new() { Backend = (SandboxBackend)9 }, "Backend"),
        (new() { Times = 0 }, "Times"),
        (new() { After = -1 }, "After"),
        (new() { Probability = double.NaN }, "Probability"),
        (new() { Probability = 1.1 }, "Probability"),
        (new() { DelayBefore = TimeSpan.FromTicks(-1) }, "DelayBefore"),
        (new() { DelayAfter = TimeSpan.FromDays(2) }, "DelayAfter"),
        (new() { RateLimit = (SandboxRateLimit)9 }, "RateLimit"),
        (new() { RateLimit = 0, Status = 500 }, "Status"),
        (new() { RateLimit = 0, Commit = true }, "Commit"),
        (new() { RetryIn = TimeSpan.MaxValue }, "RetryIn"),
        (new() { Status = 199 }, "Status"),
        (new() { Status = 600 }, "Status"),
        (new() { Body = (SandboxFaultBody)9 }, "Body"),
        (new() { ContentType = "a\r\nb" }, "ContentType"),
        (new() { Headers = null! }, "Headers"),
        (new() { Headers = new Dictionary<string, string> { ["A"] = "b\nc" } }, "Headers"),
        (new() { Headers = new Dictionary<string, string> { ["content-length"] = "1" } }, "Headers"),
        (new() { Commit = false }, "Commit"),
        (new() { Send = SandboxPart.None }, "Then"),
        (new() { Send = (SandboxPart)9 }, "Send"),
        (new() { Then = (SandboxEnding)9 }, "Then"),
        (new() { Pieces = 0 }, "Pieces"),
        (new() { PieceDelay = TimeSpan.FromTicks(-1) }, "PieceDelay"),
    }.Select((m, i) => new TestCaseData(m.Fault, m.Member).SetArgDisplayNames($"{i} {m.Member}"));

    [TestCaseSource(nameof(Mistakes))]
    public void A_fault_that_cannot_be_is_refused_by_the_name_of_the_member(SandboxFault fault, string member) =>
        Assert.That(() => Faults.Add(fault), Throws.ArgumentException.With.Message.StartsWith(member + " "));

    private Task<Answer> ListAsync() => _raw.Authlete(AuthleteVersion.V3, "GET", "get/list");

    private Task<Answer> CreateAsync(string name = "One") => _raw.Authlete(AuthleteVersion.V3, "POST", "create", new JsonObject { ["clientName"] = name });
}
