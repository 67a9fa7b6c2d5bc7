namespace ClientMgmt.Tests.Cli;

/// <summary>What is drawn on a terminal, and what never reaches a file or a pipe.</summary>
[TestFixture]
internal sealed class TerminalTests : ToolFixture
{
    private const char Escape = '\u001b';

    private static readonly string[][] s_bulk =
    [
        ["client", "disable", "ID", "ID2"],
        ["export", "--output", "json"],
        ["apply", "-f", "m.yaml", "--yes", "--output", "json"],
        ["copy", "--from", "AuthleteV3", "--to", "AuthleteV2", "--all", "--yes", "--output", "json"],
    ];

    private static readonly string[][] s_coloured =
    [
        ["providers"], ["plan", "-f", "m.yaml"], ["copy", "--from", "AuthleteV3", "--to", "AuthleteV2", "--all", "--dry-run"],
    ];

    [TestCaseSource(nameof(s_bulk))]
    public async Task Progress_is_drawn_on_standard_error_if_that_is_a_terminal(params string[] args)
    {
        Tool.Change = e => e with { ErrorIsTerminal = true };

        ToolResult result = await RunAsync(args);

        Assert.That((result.ExitCode, result.Output.Contains(Escape, StringComparison.Ordinal)), Is.EqualTo((0, false)), result.Error);
        Assert.That(result.Error, Does.Contain(Escape).And.Contain("clients"));
    }

    [TestCaseSource(nameof(s_bulk))]
    public async Task No_progress_is_drawn_elsewhere_even_if_standard_output_is_a_terminal(params string[] args)
    {
        Tool.Change = e => e with { OutputIsTerminal = true };

        ToolResult result = await RunAsync(args);

        Assert.That((result.ExitCode, result.Error.Contains(Escape, StringComparison.Ordinal)), Is.EqualTo((0, false)), result.Error);
        Assert.That(result.Error, Does.Not.Contain("%"));
    }

    [TestCase("--no-color")]
    [TestCase("NO_COLOR=1")]
    public async Task Progress_without_colours_moves_the_cursor_only(string how)
    {
        Tool.Change = e => e with { ErrorIsTerminal = true };
        if (how.Split('=') is [var name, var value])
        {
            Tool.Variables[name] = value;
        }

        ToolResult result = await RunAsync(["export", .. how.StartsWith('-') ? new[] { how } : []]);

        Assert.That(result.Error, Does.Contain(Escape).And.Not.Match("\u001b\\[[0-9;]*m"));
    }

    [Test]
    public async Task No_progress_is_drawn_into_what_is_written_to_the_same_terminal()
    {
        Tool.Change = e => e with { ErrorIsTerminal = true, OutputIsTerminal = true };

        ToolResult result = await RunAsync(["export"]);

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((0, "")));
    }

    [TestCaseSource(nameof(s_coloured))]
    public async Task A_terminal_has_colours(params string[] args)
    {
        Tool.Change = e => e with { OutputIsTerminal = true };

        Assert.That((await RunAsync(args)).Output, Does.Contain(Escape));
    }

    [Test]
    public async Task There_are_no_colours_where_they_are_not_wanted(
        [ValueSource(nameof(s_coloured))] string[] args, [Values("--no-color", "NO_COLOR=1", "TERM=dumb", "a file")] string how)
    {
        string plain = (await RunAsync(args)).Output;
        Tool.Change = e => e with { OutputIsTerminal = how != "a file", ErrorIsTerminal = how != "a file" };
        if (how.Split('=') is [var name, var value])
        {
            Tool.Variables[name] = value;
        }

        ToolResult result = await RunAsync([.. args, .. how.StartsWith('-') ? new[] { how } : []]);

        Assert.That(result.Output + result.Error, Does.Not.Contain(Escape));

        // A terminal breaks an address that is too long for it.
        Assert.That(string.Concat(Words(result.Output)), Is.EqualTo(string.Concat(Words(plain))));
    }

    private async Task<ToolResult> RunAsync(string[] args)
    {
        if (Count(Backend.AuthleteV3) == 0)
        {
            Ids = Seed(Backend.AuthleteV3, 2);
            Tool.Write("m.yaml", $"client_id: {Ids[0]}\nclient_name: New\n---\nclient_name: Other\n");
        }

        return await Tool.RunAsync([.. args.Select(a => a switch { "ID" => Ids[0], "ID2" => Ids[1], _ => a })]);
    }

    private string[] Ids { get; set; } = [];

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
