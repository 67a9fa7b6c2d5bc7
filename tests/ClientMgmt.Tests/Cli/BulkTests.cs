using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Several clients with one command.</summary>
[TestFixture]
internal sealed class BulkTests : ToolFixture
{
    [Test]
    public async Task The_others_are_still_done_after_an_error([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string[] ids = Seed(provider, 2);

        ToolResult result = await RunAsync(provider, "client", "delete", ids[0], "99", ids[1], "--yes");

        Assert.That((result.ExitCode, Count(provider), result.ErrorLines[^1]), Is.EqualTo((6, 0, "2 deleted, 1 failed.")));
    }

    [Test]
    public async Task Nothing_follows_the_first_error_if_that_is_asked_for()
    {
        string[] ids = Seed(Backend.AuthleteV3, 3);

        ToolResult result = await RunJsonAsync(
            Backend.AuthleteV3, "client", "delete", ids[0], "99", ids[1], ids[2], "--yes", "--stop-on-error");

        Assert.That(result.Json.AsArray().Select(r => $"{r!["result"]}"), Is.EqualTo(new[] { "deleted", "failed", "not tried", "not tried" }));
        Assert.That(
            (result.ExitCode, Count(Backend.AuthleteV3), result.ErrorLines[^1]), Is.EqualTo((6, 2, "1 deleted, 1 failed, 2 not tried.")));
    }

    [TestCase(5, "98", "99")]
    [TestCase(5, "99")]
    public async Task Where_nothing_was_done_the_code_is_that_of_the_error(int exitCode, params string[] ids) => Assert.That(
        (await RunAsync(Backend.AuthleteV3, ["client", "disable", .. ids])).ExitCode, Is.EqualTo(exitCode));

    [Test]
    public async Task A_client_that_is_named_twice_counts_once()
    {
        string id = Seed(Backend.AuthleteV3)[0];

        ToolResult result = await RunAsync(Backend.AuthleteV3, "client", "delete", id, id, "--yes");

        Assert.That((result.ExitCode, result.ErrorLines), Is.EqualTo((0, Array.Empty<string>())));
    }

    [Test]
    public async Task Get_of_several_gives_what_it_finds_in_the_order_asked([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string[] ids = Seed(provider, 2);

        ToolResult result = await RunJsonAsync(provider, "client", "get", ids[1], "99", ids[0]);

        Assert.That(result.Json.AsArray().Select(c => $"{c!["client_id"]}"), Is.EqualTo(new[] { ids[1], ids[0] }));
        Assert.That((result.ExitCode, result.ErrorLines.Length), Is.EqualTo((6, 1)));
    }

    [Test]
    public async Task Several_requests_are_under_way_at_once()
    {
        string[] ids = Seed(Backend.AuthleteV3, 4);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int seen = 0;
        Tool.Sandbox.Faults.Add(new SandboxFault
        {
            Method = "DELETE",
            Times = null,
            Send = SandboxPart.None,
            Then = SandboxEnding.Hang,
            Commit = false,
            When = _ =>
            {
                if (Interlocked.Increment(ref seen) == ids.Length)
                {
                    all.SetResult();
                }

                return true;
            },
        });
        using var stop = new CancellationTokenSource();

        Task<ToolResult> run = Tool.RunAsync(["client", "delete", .. ids, "--yes"], stop.Token);
        await all.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await stop.CancelAsync();

        Assert.That((await run).ErrorLines[^1], Is.EqualTo("clientmgmt: cancelled; 4 interrupted."));
    }

    [TestCase("y\n", 0, 0)]
    [TestCase("yes\n", 0, 0)]
    [TestCase("n\n", 1, 1)]
    [TestCase("\n", 1, 1)]
    [TestCase("", 1, 1)]
    public async Task On_a_terminal_a_deletion_is_asked_about(string answer, int exitCode, int left)
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Change = e => e with { Input = new StringReader(answer), InputIsTerminal = true, ErrorIsTerminal = true };

        ToolResult result = await RunAsync(Backend.AuthleteV3, "client", "delete", id);

        Assert.That((result.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((exitCode, left)));
        Assert.That(result.Error, Does.StartWith($"Delete client Client 1 ({id}) at AuthleteV3? There is no way back. [y/N] "));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Progress_is_drawn_on_a_terminal_only(bool isTerminal)
    {
        string[] ids = Seed(Backend.AuthleteV3, 2);
        Tool.Change = e => e with { ErrorIsTerminal = isTerminal };

        ToolResult result = await RunAsync(Backend.AuthleteV3, ["client", "disable", .. ids]);

        Assert.That(result.Error.Contains('%'), Is.EqualTo(isTerminal));
    }
}
