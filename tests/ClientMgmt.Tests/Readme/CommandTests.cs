using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using ClientMgmt.Cli;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Readme;

/// <summary>The tool understands every command that a document gives it, also in workflows.</summary>
public sealed partial class CommandTests
{
    private static IEnumerable<TestCaseData> Commands => Documents.CodeLines
        .Select(l => (l.Document, Call: Call().Match(l.Line))).Where(l => l.Call.Success)
        .Select(l => (l.Document, Command: l.Call.Groups[1].Value.Trim())).Distinct()
        .Select(l => new TestCaseData(l.Command).SetArgDisplayNames(l.Document, l.Command));

    [TestCaseSource(nameof(Commands))]
    public void The_tool_understands(string command)
    {
        var environment = new ToolEnvironment { Variables = new Dictionary<string, string>(), CurrentFolder = Repository.Root };

        ParseResult parsed = CommandLine.Read(ToolCommands.Create(environment), [.. CommandLineParser.SplitCommandLine(command)]);

        Assert.That(CommandLineMistake.Of(parsed), Is.Null);
    }

    [TestCase("README.md", 3)]
    [TestCase(Documents.Tool, 12)]
    [TestCase("src/ClientMgmt.Cli/PIPELINES.md", 7)]
    [TestCase("src/ClientMgmt/Backends/DynamicRegistration/README.md", 5)]
    public void There_are_commands_to_understand(string document, int count) =>
        Assert.That(Commands.Count(c => Documents.Read(document).Contains($"{c.Arguments[0]}", StringComparison.Ordinal)), Is.AtLeast(count));

    // What the shell makes of it, such as a file and what is done after a failure, is not the tool's.
    [GeneratedRegex(@"(?:^|\s)clientmgmt (?!\.)([a-z][^>|;&`]*)")]
    private static partial Regex Call();
}
