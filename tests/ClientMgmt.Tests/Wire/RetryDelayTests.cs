using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>How long the server asks to wait, in each of the ways in which it may say so.</summary>
public sealed class RetryDelayTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [TestCase(Backend.AuthleteV2, "Retry-After", "7", 7)]
    [TestCase(Backend.AuthleteV3, "retry-after", "7", 7)]
    [TestCase(Backend.DocSpace, "Retry-After", "7", 7)]
    [TestCase(Backend.AuthleteV3, "Retry-After", "Wed, 01 Jul 2026 12:00:30 GMT", 30)]
    [TestCase(Backend.AuthleteV3, "Retry-After", "Wed, 01 Jul 2026 11:00:00 GMT", null)]
    [TestCase(Backend.AuthleteV3, "Retry-After", "soon", null)]
    [TestCase(Backend.AuthleteV3, "Retry-After", "-5", null)]
    [TestCase(Backend.AuthleteV3, "Retry-After", "99999999999999999999", null)]
    [TestCase(Backend.DocSpace, "X-Ratelimit-Reset", "6000000000", 6)]
    [TestCase(Backend.DocSpace, "x-ratelimit-reset", "6000000000", 6)]
    [TestCase(Backend.DocSpace, "X-Ratelimit-Reset", "6", 6)]
    [TestCase(Backend.DocSpace, "X-Ratelimit-Reset", "0", null)]
    [TestCase(Backend.DocSpace, "X-Ratelimit-Reset", "later", null)]
    [TestCase(Backend.DocSpace, "X-Ratelimit-Reset", "9223372036854775807", null)]
    [TestCase(Backend.DocSpace, "X-Ratelimit-Reset", "1800000000000", 1800)]
    [TestCase(Backend.AuthleteV3, "RateLimit-Reset", "7", 7)]
    [TestCase(Backend.AuthleteV2, "ratelimit-reset", "7", 7)]
    [TestCase(Backend.AuthleteV3, "X-RateLimit-Reset", "7", 7)]
    [TestCase(Backend.AuthleteV3, "X-RateLimit-Reset", "1782907207", 7)]
    [TestCase(Backend.AuthleteV3, "RateLimit-Reset", "1782907207", 7)]
    [TestCase(Backend.AuthleteV3, "X-RateLimit-Reset", "1782907193", null)]
    [TestCase(Backend.AuthleteV3, "RateLimit-Reset", "0", null)]
    [TestCase(Backend.AuthleteV3, "RateLimit-Reset", "-7", null)]
    [TestCase(Backend.AuthleteV3, "RateLimit-Reset", "soon", null)]
    [TestCase(Backend.AuthleteV3, "X-RateLimit-Reset", "9223372036854775807", null)]
    [TestCase(Backend.AuthleteV3, "Retry-After", "1800", 1800)]
    [TestCase(Backend.AuthleteV3, "Retry-After", "1801", null)]
    public async Task A_rate_limit_tells_its_delay(Backend backend, string header, string value, double? seconds)
    {
        ClientManagementError error = await ErrorBodyTests.FailAsync(
            backend,
            WireAnswer.Of(429) with { Headers = new Dictionary<string, string> { [header] = value } },
            new ManualTime(s_now));

        Assert.That(error.RetryAfter?.TotalSeconds, seconds is null ? Is.Null : Is.EqualTo(seconds).Within(0.001));
    }

    [Test]
    public async Task A_gateway_may_refuse_with_a_page_of_HTML()
    {
        ClientManagementError error = await ErrorBodyTests.FailAsync(
            Backend.AuthleteV3,
            new WireAnswer(System.Net.HttpStatusCode.TooManyRequests, "<html><h1>429</h1></html>", "text/html")
            {
                Headers = new Dictionary<string, string> { ["RateLimit-Reset"] = "later", ["X-RateLimit-Reset"] = "7" },
            });

        Assert.That((error.RetryAfter, error.VendorCode), Is.EqualTo((TimeSpan.FromSeconds(7), (string?)null)));
    }

    [Test]
    public async Task An_unavailable_server_may_tell_a_delay_too()
    {
        ClientManagementError error = await ErrorBodyTests.FailAsync(
            Backend.DocSpace, WireAnswer.Of(503) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "3" } });

        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task An_answer_without_a_delay_tells_none()
    {
        ClientManagementError error = await ErrorBodyTests.FailAsync(Backend.DocSpace, WireAnswer.Of(429));

        Assert.That(error.RetryAfter, Is.Null);
    }
}
