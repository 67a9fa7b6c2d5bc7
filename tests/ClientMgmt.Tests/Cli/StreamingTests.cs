using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>What is seen before the end, and what is said when there is none.</summary>
[TestFixture]
internal sealed class StreamingTests : ToolFixture
{
    // The clients of a store are read one by one, so that no request tells a later page.
    [Test]
    public async Task The_first_page_shows_before_the_second_is_there_and_Ctrl_C_says_how_many(
        [ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider, [Values("table", "json", "yaml")] string format)
    {
        Seed(provider, 6);
        _ = Hang(after: 0, IsLaterPage);
        using var stop = new CancellationTokenSource();
        using var output = new Watched("client_name", 2);
        string[] args = ["client", "list", "--page-size", "2", "--output", format, "--provider", $"{provider}"];

        Task<ToolResult> run = Tool.RunAsync(args, output, stop.Token);
        await Task.WhenAny(output.Seen, run);
        bool isRunning = !run.IsCompleted;
        await stop.CancelAsync();
        ToolResult result = await run;

        Assert.That(
            (isRunning, result.ExitCode, result.Told), Is.EqualTo((true, 130, "clientmgmt: cancelled; 2 clients were listed.\n")));
    }

    // Told by what is asked for, and not by counting: a request that an earlier test gave up may still arrive.
    private static bool IsLaterPage(SandboxRequest request) =>
        (request.Target.Contains("/client/get/list", StringComparison.Ordinal) && !request.Target.Contains("start=0&", StringComparison.Ordinal))
        || request.Target.Contains("last_client_id=", StringComparison.Ordinal);

    [Test]
    public async Task A_list_that_breaks_off_is_no_whole_JSON()
    {
        Seed(Backend.AuthleteV3, 6);
        Tool.Sandbox.Faults.Add(new SandboxFault { PathContains = "/client/get/list", After = 1, Times = null, Status = 500 });

        ToolResult result = await RunJsonAsync(Backend.AuthleteV3, "client", "list", "--page-size", "2");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(() => result.Json, Throws.InstanceOf<System.Text.Json.JsonException>());
    }

    [Test]
    public async Task Ctrl_C_says_what_was_deleted()
    {
        string[] ids = Seed(Backend.AuthleteV3, 3);
        Task hit = Hang(after: 1, r => r.Method == "DELETE");
        using var stop = new CancellationTokenSource();

        Task<ToolResult> run = Tool.RunAsync(["client", "delete", .. ids, "--yes", "--stop-on-error"], stop.Token);
        await hit.InTimeAsync();
        await stop.CancelAsync();
        ToolResult result = await run;

        Assert.That(
            (result.ExitCode, result.Error), Is.EqualTo((130, "clientmgmt: cancelled; 1 deleted, 1 interrupted, 1 not tried.\n")));
    }

    [Test]
    public async Task Ctrl_C_during_a_change_says_that_it_may_have_been_made()
    {
        Task hit = Hang(after: 0, r => r.Method == "POST");
        using var stop = new CancellationTokenSource();

        Task<ToolResult> run = Tool.RunAsync(["client", "create", "--client-name", "x"], stop.Token);
        await hit.InTimeAsync();
        await stop.CancelAsync();

        Assert.That(
            (await run).Error,
            Is.EqualTo("clientmgmt: cancelled; whether the change was made is not known: look before you run it again.\n"));
    }

    [Test]
    public async Task The_timeout_ends_the_command_as_a_failure()
    {
        var clock = new ManualTime();
        Tool.Change = e => e with { Time = clock };
        Task hit = Hang(after: 0, r => r.Method == "GET");

        Task<ToolResult> run = Tool.RunAsync("client", "get", "1", "--timeout", "10s");
        await hit.InTimeAsync();
        clock.Advance(TimeSpan.FromSeconds(10));
        ToolResult result = await run;

        Assert.That(
            (result.ExitCode, result.Error), Is.EqualTo((1, "clientmgmt: not done within --timeout 10s; nothing was changed.\n")));
    }

    /// <summary>Tells when as much was written.</summary>
    private sealed class Watched(string word, int times) : StringWriter
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _flushes;

        public Task Seen => _seen.Task;

        // Each entry is flushed.
        public override void Flush()
        {
            if (++_flushes == times && ToString().Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                _seen.TrySetResult();
            }
        }
    }
}
