using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Sandbox;

public sealed class ClockTests
{
    private ManualTime _clock = null!;
    private RawClient _raw = null!;

    [SetUp]
    public async Task Start()
    {
        _clock = new ManualTime();
        _raw = await RawClient.StartAsync(new SandboxOptions { TimeProvider = _clock });
    }

    [TearDown]
    public async Task Stop() => await _raw.DisposeAsync();

    [TestCase(0)]
    [TestCase(300)]
    [TestCase(-300)]
    public async Task An_offset_shifts_the_Date_of_every_answer(int seconds)
    {
        _raw.Server.ClockOffset = TimeSpan.FromSeconds(seconds);
        string expected = (_clock.GetUtcNow() + TimeSpan.FromSeconds(seconds)).ToString("R", CultureInfo.InvariantCulture);
        Answer[] answers = [await _raw.SendAsync("GET", "nowhere", null), await _raw.SendAsync("GET", "sandbox", null)];
        Assert.That(answers.Select(a => a.Header("Date")), Is.All.EqualTo(expected));
    }

    [Test]
    public async Task An_offset_shifts_the_Date_of_an_answer_that_is_cut()
    {
        _raw.Server.ClockOffset = TimeSpan.FromHours(1);
        _raw.Server.Faults.Add(new SandboxFault { Then = SandboxEnding.Fin });
        Answer answer = await _raw.SendAsync("GET", "nowhere", null);
        Assert.That(answer.Header("Date"), Is.EqualTo("Fri, 02 Jan 2026 04:04:05 GMT"));
    }

    [Test]
    public async Task An_offset_shifts_timestamps()
    {
        _raw.Server.ClockOffset = TimeSpan.FromDays(-1);
        JsonNode authlete = (await _raw.Authlete(AuthleteVersion.V3, "POST", "create", new JsonObject())).Json;
        string created = Created(await _raw.CreateOfficeAsync());
        Assert.That(
            ((long)authlete["createdAt"]!, created),
            Is.EqualTo(((_clock.GetUtcNow() - TimeSpan.FromDays(1)).ToUnixTimeMilliseconds(), "2026-01-01T03:04:05Z")));
    }

    [Test]
    public async Task A_clock_that_is_put_back_does_not_stop_the_timestamps()
    {
        _raw.Server.ClockOffset = TimeSpan.FromDays(1);
        await _raw.CreateOfficeAsync();
        _raw.Server.ClockOffset = TimeSpan.Zero;
        _clock.Advance(TimeSpan.FromSeconds(1));
        string created = Created(await _raw.CreateOfficeAsync());
        Assert.That(created, Is.EqualTo("2026-01-02T03:04:06Z"));
    }

    [TestCase(0, 200)]
    [TestCase(299, 200)]
    [TestCase(3600, 403)]
    [TestCase(-3600, 200)]
    public async Task An_offset_after_the_issue_ends_a_signature_early(int seconds, int expected)
    {
        (string, string) signed = _raw.Signed();
        _raw.Server.ClockOffset = TimeSpan.FromSeconds(seconds);
        Answer answer = await _raw.SendAsync("GET", "api/2.0/scopes", null, signed);
        Assert.That(answer.Status, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_signature_is_issued_and_verified_by_the_same_clock()
    {
        _raw.Server.ClockOffset = TimeSpan.FromHours(-2);
        Answer answer = await _raw.SendAsync("GET", "api/2.0/scopes", null, _raw.Signed());
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase(SandboxRateLimit.RetryAfterDate, "Retry-After", "Fri, 02 Jan 2026 04:04:15 GMT")]
    [TestCase(SandboxRateLimit.ResetEpochSeconds, "X-RateLimit-Reset", "1767326655")]
    public async Task An_offset_shifts_the_time_to_come_back(SandboxRateLimit limit, string header, string expected)
    {
        _raw.Server.ClockOffset = TimeSpan.FromHours(1);
        _raw.Server.Faults.Add(new SandboxFault { RateLimit = limit, RetryIn = TimeSpan.FromSeconds(10) });
        Answer answer = await _raw.Authlete(AuthleteVersion.V3, "GET", "get/list");
        Assert.That(answer.Header(header), Is.EqualTo(expected));
    }

    [Test]
    public async Task An_offset_gives_no_budget_back()
    {
        for (int i = 0; i < 10; i++)
            await _raw.CreateOfficeAsync();
        _raw.Server.ClockOffset = TimeSpan.FromHours(1);
        Answer answer = await _raw.Office("POST", "clients", Bodies.Create());
        Assert.That(answer.Status, Is.EqualTo(429));
    }

    [Test]
    public void Reset_puts_the_clock_right()
    {
        _raw.Server.ClockOffset = TimeSpan.FromHours(1);
        _raw.Server.Reset();
        Assert.That(_raw.Server.ClockOffset, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void An_offset_beyond_ten_years_is_refused() =>
        Assert.That(() => _raw.Server.ClockOffset = TimeSpan.FromDays(-4000), Throws.InstanceOf<ArgumentOutOfRangeException>());

    // As stored: the answer to a creation says a time a little before it.
    private string Created(string id) => (string)_raw.Server.DocSpace.FindClient(SandboxDefaults.Portal, id)!["created_on"]!;
}
