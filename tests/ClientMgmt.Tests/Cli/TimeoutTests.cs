using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>--timeout: the whole command, to the millisecond.</summary>
[TestFixture]
internal sealed class TimeoutTests : ToolFixture
{
    [TestCase("500ms", 500, "500ms")]
    [TestCase("1.5s", 1_500, "1500ms")]
    [TestCase("90s", 90_000, "90s")]
    [TestCase("2m", 120_000, "2m")]
    [TestCase("1h", 3_600_000, "1h")]
    [TestCase("00:05:00", 300_000, "5m")]
    public async Task The_command_ends_as_a_failure_when_the_time_is_over_and_not_before(string timeout, int milliseconds, string told)
    {
        var clock = new ManualTime();
        Tool.Change = e => e with { Time = clock };
        foreach (string limit in new[] { "AttemptTimeout", "TotalTimeout" })
        {
            Tool.Variables[$"ClientManagement__Providers__AuthleteV3__Resilience__{limit}"] = "Infinite";
        }

        Task hit = Hang(after: 0, r => r.Method == "GET");
        Task<ToolResult> run = Tool.RunAsync("client", "get", "1", "--timeout", timeout);
        await hit.InTimeAsync();
        clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        bool isRunning = !run.IsCompleted;
        clock.Advance(TimeSpan.FromMilliseconds(1));

        ToolResult result = await run;
        Assert.That(
            (isRunning, result.ExitCode, result.Output, result.Error),
            Is.EqualTo((true, 1, "", $"clientmgmt: not done within --timeout {told}; nothing was changed.\n")));
    }

    [Test]
    public async Task Several_clients_are_told_apart_when_the_time_is_over_and_the_work_is_partly_done()
    {
        string[] ids = Seed(Backend.AuthleteV3, 3);
        var clock = new ManualTime();
        Tool.Change = e => e with { Time = clock };
        Task hit = Hang(after: 1, r => r.Method == "DELETE");

        Task<ToolResult> run = Tool.RunAsync(["client", "delete", .. ids, "--yes", "--stop-on-error", "--timeout", "10s"]);
        await hit.InTimeAsync();
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That(
            ((await run).ExitCode, (await run).Error),
            Is.EqualTo((6, "clientmgmt: not done within --timeout 10s; 1 deleted, 1 interrupted, 1 not tried.\n")));
    }

    [TestCase("soon")]
    [TestCase("0")]
    [TestCase("30")]
    [TestCase("0s")]
    [TestCase("00:00:00")]
    [TestCase("-1s")]
    [TestCase("-00:01:00")]
    [TestCase("1e3s")]
    [TestCase("1,5s")]
    [TestCase("s")]
    [TestCase("5 m")]
    [TestCase("3d")]
    [TestCase("577h")]
    [TestCase("25.00:00:00")]
    [TestCase("99999999999999999999s")]
    [TestCase("0.00001ms")]
    public async Task What_is_no_time_is_wrong_usage(string timeout)
    {
        ToolResult result = await Tool.RunAsync("client", "list", $"--timeout={timeout}");

        Assert.That((result.ExitCode, result.Output, Tool.Sandbox.Requests.Count), Is.EqualTo((3, "", 0)));
        Assert.That(result.Error, Does.StartWith("clientmgmt: --timeout must be a time such as 30s, 5m or 00:05:00"));
    }
}
