using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Wire;

/// <summary>What is sent again, when, and what answers say of the server's limit.</summary>
internal sealed class RetryRulesTests
{
    [TestCase("RateLimit-Remaining", "5", 5)]
    [TestCase("X-RateLimit-Remaining", "5", 5)]
    [TestCase("X-RateLimit-Remaining", "0", 0)]
    [TestCase("RateLimit-Remaining", "-1", null)]
    [TestCase("RateLimit-Remaining", "many", null)]
    [TestCase("RateLimit-Limit", "5", null)]
    public void An_answer_may_say_how_many_requests_are_left(string header, string value, int? expected)
    {
        using var answer = new HttpResponseMessage();
        answer.Headers.Add(header, value);

        Assert.That(RetryRules.Remaining(answer), Is.EqualTo(expected));
    }

    [TestCase(0, 0, 0.8)]
    [TestCase(0, 1, 0.4)]
    [TestCase(1, 0.5, 1.2)]
    [TestCase(9, 1, 30)]
    public void Up_to_half_of_a_wait_is_taken_off(int attempt, double random, double expected)
    {
        var options = new ResilienceOptions { RetryDelay = TimeSpan.FromSeconds(0.8), MaxRetryDelay = TimeSpan.FromMinutes(1) };

        Assert.That(RetryRules.OwnDelay(options, attempt, random).TotalSeconds, Is.EqualTo(expected).Within(0.000_001));
    }

    private static IEnumerable<TestCaseData> Failures() =>
    [
        new TestCaseData(new HttpRequestException(HttpRequestError.ResponseEnded), 4).SetArgDisplayNames("ResponseEnded"),
        new TestCaseData(new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded), 1).SetArgDisplayNames("ConfigurationLimitExceeded"),
        new TestCaseData(new InvalidTimeZoneException(), 1).SetArgDisplayNames("of a handler"),
    ];

    [TestCaseSource(nameof(Failures))]
    public async Task A_read_is_sent_again_after_a_failure_that_may_pass(Exception failure, int expected)
    {
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime()).OnAny((_, _) => throw failure);

        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(host.Requests, Has.Count.EqualTo(expected));
    }
}
