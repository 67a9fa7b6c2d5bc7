namespace ClientMgmt.Tests.Registration;

/// <summary>Which values the settings of <c>Resilience</c> may have, alone and beside each other.</summary>
public sealed class ResilienceRangeTests
{
    private const string Section = "Providers:main:Resilience";

    private static IEnumerable<TestCaseData> Ranges() => new (string Setting, string Range, string[] Right, string[] Wrong)[]
    {
        ("MaxRetryAttempts", "must be between 0 and 100.", ["0", "100"], ["-1", "101"]),
        ("RetryDelay", "must be between 00:00:00 and 1.00:00:00.", ["00:00:00", "00:01:00"], ["-00:00:01", "1.00:00:01"]),
        ("MaxRetryDelay", "must be between 00:00:00 and 1.00:00:00.", ["00:00:01", "1.00:00:00"], ["-00:00:01", "24:00:00"]),
        ("RetryQuota", "must be between 0 and 1000000.", ["0", "1000000"], ["-1", "1000001"]),
        ("AttemptTimeout", "must be between 00:00:00.01 and 1.00:00:00, or Infinite.",
            ["00:00:00.01", "00:05:00", "Infinite"], ["00:00:00", "00:00:00.009", "1.00:00:01", "-00:00:01"]),
        ("TotalTimeout", "must be between 00:00:00.01 and 1.00:00:00, or Infinite.",
            ["00:00:30", "1.00:00:00", "INFINITE", "-00:00:00.001"], ["00:00:00.009", "1.00:00:01"]),
        ("CredentialTimeout", "must be between 00:00:00.01 and 1.00:00:00, or Infinite.",
            ["00:00:00.01", "1.00:00:00", "Infinite"], ["00:00:00", "00:00:00.009", "1.00:00:01"]),
        ("FailureRatio", "must be more than 0 and at most 1.", ["0.01", "1"], ["0", "-0.5", "1.01", "NaN", "Infinity"]),
        ("MinimumThroughput", "must be 0 or at least 2.", ["0", "2", "100000"], ["1", "-2"]),
        ("SamplingDuration", "must be between 00:00:00.50 and 1.00:00:00.", ["00:00:00.5", "1.00:00:00"], ["00:00:00.499", "1.00:00:01"]),
        ("BreakDuration", "must be between 00:00:00.50 and 1.00:00:00.", ["00:00:00.5", "1.00:00:00"], ["00:00:00.499", "1.00:00:01"]),
        ("MaxConcurrency", "must be between 1 and 100000.", ["1", "100000"], ["0", "100001"]),
        ("RequestsPerMinute:GET", "must be between 0 and 1000000.", ["0", "1000000"], ["-1", "1000001"]),
    }.Select(r => new TestCaseData(r.Setting, r.Range, r.Right, r.Wrong).SetArgDisplayNames(r.Setting));

    [TestCaseSource(nameof(Ranges))]
    public void Each_setting_has_a_range_that_its_mistakes_name(string setting, string range, string[] right, string[] wrong)
    {
        foreach (string value in right)
        {
            Assert.That(() => SampleConfiguration.Validate(($"{Section}:{setting}", value)), Throws.Nothing, value);
        }

        foreach (string value in wrong)
        {
            Assert.That(
                SampleConfiguration.Errors(($"{Section}:{setting}", value)),
                Is.EqualTo(new[] { $"ClientManagement:{Section}:{setting} {range}" }), value);
        }
    }

    [Test]
    public void Every_setting_has_a_range() => Assert.That(
        Ranges().Select(r => ((string)r.Arguments[0]!).Split(':')[0]), Is.EquivalentTo(typeof(ResilienceOptions).GetProperties().Select(p => p.Name)));

    [Test]
    public void The_longest_wait_is_not_less_than_the_first()
    {
        Assert.That(
            SampleConfiguration.Errors((Section + ":RetryDelay", "00:02:00"), (Section + ":MaxRetryDelay", "00:01:59")),
            Is.EqualTo(new[] { $"ClientManagement:{Section}:MaxRetryDelay must not be less than RetryDelay; raise it, or lower that." }));
        Assert.That(
            () => SampleConfiguration.Validate((Section + ":RetryDelay", "00:02:00"), (Section + ":MaxRetryDelay", "00:02:00")),
            Throws.Nothing);
    }

    [TestCase("00:00:30", "00:00:01")]
    [TestCase("Infinite", "00:00:01")]
    [TestCase("00:10:00", "Infinite")]
    [TestCase("Infinite", "Infinite")]
    public void Either_timeout_may_be_the_longer_one_or_infinite(string attempt, string total) => Assert.That(
        () => SampleConfiguration.Validate((Section + ":AttemptTimeout", attempt), (Section + ":TotalTimeout", total)),
        Throws.Nothing);

    [TestCase("soon", "must be a time")]
    [TestCase("-00:00:01", "must be between")]
    public void A_setting_is_not_compared_with_one_that_is_mistaken(string delay, string expected) => Assert.That(
        SampleConfiguration.Errors((Section + ":RetryDelay", delay), (Section + ":MaxRetryDelay", "00:00:00")).Single(),
        Does.StartWith($"ClientManagement:{Section}:RetryDelay {expected}"));
}
