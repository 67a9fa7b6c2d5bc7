using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>Two copies with one mapping file, at once or one after the other: each client is there once, and no record is lost.</summary>
[TestFixture]
internal sealed class SharedMappingTests : ToolFixture
{
    private const string Mapping = "clientmgmt-mapping.json";

    private static readonly string[] s_copy = ["copy", "--from", "AuthleteV2", "--to", "AuthleteV3", "--output", "json"];

    [Test]
    public async Task Two_processes_that_copy_the_same_clients_make_each_once()
    {
        Seed(Backend.AuthleteV2, 40);

        ToolResult[] results = await Task.WhenAll(
            ToolProcess.RunAsync(Tool, [.. s_copy, "--all", "--yes"]), ToolProcess.RunAsync(Tool, [.. s_copy, "--all", "--yes"]));

        Assert.That(results.Select(r => r.ExitCode), Is.All.Zero, results[0].Error + results[1].Error);
        Assert.That((Count(Backend.AuthleteV3), Records().Length), Is.EqualTo((40, 40)));
        Assert.That(Records().Select(r => $"{r!["client_secret"]}"), Is.All.Not.Empty);
        Assert.That(Left, Is.EqualTo(new[] { Mapping, "clientmgmt.json" }));
    }

    [Test]
    public async Task Two_processes_that_copy_different_clients_keep_all_records()
    {
        string[] ids = Seed(Backend.AuthleteV2, 80);

        ToolResult[] results = await Task.WhenAll(
            ToolProcess.RunAsync(Tool, [.. s_copy, .. ids[..40], "--yes"]), ToolProcess.RunAsync(Tool, [.. s_copy, .. ids[40..], "--yes"]));

        Assert.That(results.Select(r => r.ExitCode), Is.All.Zero, results[0].Error + results[1].Error);
        Assert.That(Records().Select(r => $"{r!["source_id"]}"), Is.EquivalentTo(ids));
        Assert.That(Records().Select(r => $"{r!["client_secret"]}"), Is.All.Not.Empty);
    }

    [Test]
    public async Task A_copy_that_waits_at_its_question_finds_what_another_one_has_copied_meanwhile()
    {
        Seed(Backend.AuthleteV2, 3);
        ToolResult? other = null;
        Tool.Change = e => e with
        {
            Input = new Asked(() =>
            {
                Tool.Change = same => same;
                other = Tool.RunAsync([.. s_copy, "--all", "--yes"]).GetAwaiter().GetResult();
            }),
            InputIsTerminal = true,
            ErrorIsTerminal = true,
        };

        ToolResult result = await Tool.RunAsync("copy", "--from", "AuthleteV2", "--to", "AuthleteV3", "--all");

        Assert.That((other!.ExitCode, result.ExitCode, Count(Backend.AuthleteV3), Records().Length), Is.EqualTo((0, 0, 3, 3)), result.Error);
        Assert.That(result.Error, Does.Contain("3 there already"));
    }

    [Test]
    public async Task A_client_whose_name_another_one_has_got_meanwhile_is_not_copied()
    {
        Seed(Backend.AuthleteV2);
        Tool.Change = e => e with
        {
            Input = new Asked(() =>
            {
                Tool.Change = same => same;
                _ = Tool.RunAsync([.. s_copy, "--all", "--yes", "--mapping", "other.json"]).GetAwaiter().GetResult();
            }),
            InputIsTerminal = true,
            ErrorIsTerminal = true,
        };

        ToolResult result = await Tool.RunAsync("copy", "--from", "AuthleteV2", "--to", "AuthleteV3", "--all");

        Assert.That((result.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((1, 1)), result.Error);
        Assert.That(result.Error, Does.Contain("A client of this name has come to the target since the plan was made; make a new plan."));
    }

    [Test]
    public async Task A_copy_that_has_to_wait_says_so_and_ends_with_the_time()
    {
        Seed(Backend.AuthleteV2, 2);
        Task hit = Hang(after: 0, r => r.Target.Contains("/client/create", StringComparison.Ordinal));
        using var stop = new CancellationTokenSource();
        Task<ToolResult> first = Tool.RunAsync([.. s_copy, "--all", "--yes"], stop.Token);
        await hit.InTimeAsync();

        ToolResult second = await Tool.RunAsync([.. s_copy, "--all", "--yes", "--timeout", "300ms"]);

        await stop.CancelAsync();
        Assert.That(((await first).ExitCode, second.ExitCode), Is.EqualTo((130, 1)), second.Error);
        Assert.That(second.Told, Does.Contain($"another run writes {Mapping}; waiting for its end.\nclientmgmt: not done within --timeout 300ms; nothing was"));
    }

    [Test]
    public async Task A_copy_goes_on_where_one_that_was_killed_had_kept_the_file()
    {
        Seed(Backend.AuthleteV2, 2);
        Task hit = Hang(after: 1, r => r.Target.Contains("/client/create", StringComparison.Ordinal));
        using (System.Diagnostics.Process killed = ToolProcess.Start(Tool, [.. s_copy, "--all", "--yes", "--stop-on-error"]))
        {
            await hit.InTimeAsync();
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        Tool.Sandbox.Faults.Clear();
        ToolResult again = await Tool.RunAsync([.. s_copy, "--all", "--yes"]);

        Assert.That((again.ExitCode, Count(Backend.AuthleteV3), Records().Length), Is.EqualTo((0, 2, 2)), again.Error);
        Assert.That(Directory.GetFiles(Tool.Folder, "*.lock"), Is.Empty);
    }

    private string[] Left => [.. Directory.GetFiles(Tool.Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private JsonNode?[] Records() => [.. JsonNode.Parse(File.ReadAllText(Tool.Path(Mapping)))!.AsArray()];

    /// <summary>A terminal at which something else happens before the answer is yes.</summary>
    private sealed class Asked(Action before) : StringReader("y\n")
    {
        public override string? ReadLine()
        {
            before();
            return base.ReadLine();
        }
    }
}
