using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>What was stopped before its request went out was not done, and is not told as something that nobody knows.</summary>
[TestFixture]
internal sealed class StoppedBeforeSendingTests : ToolFixture
{
    // The first request is sent at once.
    private void LimitToOneAMinute(string requests) =>
        Tool.Variables[$"ClientManagement__Providers__AuthleteV3__Resilience__RequestsPerMinute__{requests}"] = "1";

    [Test]
    public async Task An_update_that_has_read_the_client_and_waits_was_not_made()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        LimitToOneAMinute("*");

        ToolResult result = await RunAsync(Backend.AuthleteV3, "client", "update", id, "--client-name", "x", "--timeout", "2s");

        Assert.That((result.ExitCode, result.ErrorLines), Is.EqualTo((1, (string[])
        [
            "AuthleteV3 allows 1 updates a minute: waiting 60 s.", "clientmgmt: not done within --timeout 2s; nothing was changed.",
        ])));
    }

    [Test]
    public async Task A_change_that_is_under_way_is_not_known_and_has_that_exit_code()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        var clock = new ManualTime();
        Tool.Change = e => e with { Time = clock };
        Task hit = Hang(after: 0, r => r.Target.Contains("secret/refresh", StringComparison.Ordinal));

        Task<ToolResult> run = RunAsync(Backend.AuthleteV3, "client", "rotate-secret", id, "--timeout", "5s");
        await hit.InTimeAsync();
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.That(
            ((await run).ExitCode, (await run).Error),
            Is.EqualTo((7, "clientmgmt: not done within --timeout 5s; whether the change was made is not known: look before you run it again.\n")));
    }

    [Test]
    public async Task Of_several_clients_those_that_waited_were_not_tried()
    {
        string[] ids = Seed(Backend.AuthleteV3, 3);
        LimitToOneAMinute("*");

        ToolResult result = await RunAsync(Backend.AuthleteV3, ["client", "delete", .. ids, "--yes", "--timeout", "2s"]);

        Assert.That((result.ExitCode, result.ErrorLines[^1]), Is.EqualTo((6, "clientmgmt: not done within --timeout 2s; 1 deleted, 2 not tried.")));
        Assert.That(result.ErrorLines[0], Does.StartWith("AuthleteV3 allows 1 deletions a minute: waiting "));
    }

    [Test]
    public async Task Of_a_copy_those_that_waited_were_not_tried()
    {
        Seed(Backend.AuthleteV2, 3);
        LimitToOneAMinute("POST");

        ToolResult result = await Tool.RunAsync("copy", "--from", "AuthleteV2", "--to", "AuthleteV3", "--all", "--yes", "--timeout", "3s");

        Assert.That(
            (result.ExitCode, Count(Backend.AuthleteV3), result.ErrorLines[^1]),
            Is.EqualTo((6, 1, "clientmgmt: not done within --timeout 3s; 1 copied, 2 not tried.")));
        Assert.That(result.Output.Split('\n').Count(row => row.StartsWith("not tried", StringComparison.Ordinal)), Is.EqualTo(2), result.Output);
    }
}
