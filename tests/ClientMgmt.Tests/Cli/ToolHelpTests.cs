using System.CommandLine;
using ClientMgmt.Cli;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>Help, completion and the tool's README name all there is.</summary>
[TestFixture]
internal sealed class ToolHelpTests : ToolFixture
{
    private static readonly Command s_root =
        ToolCommands.Create(new ToolEnvironment { Variables = new Dictionary<string, string>(), CurrentFolder = "/" });

    private static readonly string s_readme = Repository.ReadAllText("src", "ClientMgmt.Cli", "README.md");

    private static IEnumerable<string> CommandLines => Lines(s_root).Where(l => l.Length > 0);

    [TestCaseSource(nameof(CommandLines))]
    public async Task Every_command_has_help_with_the_global_options(string line)
    {
        ToolResult result = await Tool.RunAsync([.. line.Split(' '), "--help"]);

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((0, "")));
        Assert.That(result.Output, Does.Contain("--provider").And.Contain("--output").And.Contain("--timeout"));
    }

    [TestCaseSource(nameof(CommandLines))]
    public async Task The_help_of_a_command_is_that_of_the_tool_with_all_commands_whole(string line)
    {
        string[] words = [.. line.Split(' '), "--help"];
        var whole = new StringWriter();

        await s_root.Parse(words, CommandLine.Parser).InvokeAsync(new InvocationConfiguration { Output = whole });

        Assert.That((await Tool.RunAsync(words)).Output, Is.EqualTo($"{whole}"));
    }

    [TestCase("clientmgmt client cr\"ea\"te --redir", "--redirect-uri")]
    [TestCase("clientmgmt ini\"t\" --ba", "--backend")]
    public async Task A_line_with_quotes_inside_of_a_word_is_completed(string line, string expected) =>
        Assert.That((await Tool.RunAsync($"[suggest:{line.Length}]", line)).Output.Split('\n'), Does.Contain(expected));

    [Test]
    public async Task The_help_of_the_tool_documents_every_exit_code()
    {
        ToolResult result = await Tool.RunAsync();

        foreach ((int code, string meaning) in ExitCode.All)
        {
            Assert.That(result.Output, Does.Match($@"(?m)^ +{code}  {System.Text.RegularExpressions.Regex.Escape(meaning)}$"));
        }
    }

    [TestCaseSource(nameof(Examples))]
    public void Every_example_of_the_help_is_a_valid_command_line(string example)
    {
        string own = example.Split('#', '|', '(', '>').First(part => part.Contains("clientmgmt ", StringComparison.Ordinal)).TrimEnd(')', ' ');

        Assert.That(s_root.Parse(own.Trim()[(Program.Name.Length + 1)..], CommandLine.Parser).Errors, Is.Empty);
    }

    [TestCase("create")]
    [TestCase("update")]
    public async Task A_flag_is_named_for_every_property_that_one_flag_can_say(string command)
    {
        string help = (await Tool.RunAsync("client", command, "--help")).Output;

        Assert.That(
            ClientMetadata.StandardNames.Where(n => ClientMetadata.GetValueType(n) != typeof(IReadOnlyDictionary<string, string>))
                .Select(n => "--" + (ClientMetadata.GetValueType(n) == typeof(IReadOnlyList<string>) ? n.TrimEnd('s') : n).Replace('_', '-'))
                .Where(flag => !help.Contains(flag, StringComparison.Ordinal)),
            Is.Empty);
    }

    [TestCase("clientmgmt client li", "list")]
    [TestCase("clientmgmt client list --output ", "yaml")]
    [TestCase("clientmgmt client list --provider ", "DocSpace")]
    [TestCase("clientmgmt grant ", "revoke")]
    [TestCase("clientmgmt copy --from ", "DocSpace")]
    [TestCase("/usr/local/bin/clientmgmt client li", "list")]
    [TestCase("cm client li", "list")]
    public async Task A_shell_is_told_what_may_follow(string line, string expected)
    {
        ToolResult result = await Tool.RunAsync($"[suggest:{line.Length}]", line);

        Assert.That(result.Output.Split('\n'), Does.Contain(expected));
    }

    [TestCase("bash")]
    [TestCase("fish")]
    [TestCase("zsh")]
    [TestCase("pwsh")]
    public async Task A_script_for_each_shell_asks_the_tool(string shell) =>
        Assert.That((await Tool.RunAsync("completion", shell)).Output, Does.Contain("clientmgmt \"[suggest:"));

    [Test]
    public void README_has_every_exit_code() => Assert.That(
        ExitCode.All.Select(c => $"| `{c.Code}` | {c.Meaning} |"),
        Is.SubsetOf(s_readme.Split('\n')));

    [TestCaseSource(nameof(CommandLines))]
    public void README_has_every_command(string line) =>
        Assert.That(s_readme, Does.Contain($"| `{line}"));

    [Test]
    public void README_has_every_global_option() => Assert.That(
        s_root.Options.Where(o => o.Recursive).Select(o => o.Name).Where(n => !s_readme.Contains($"| `{n}", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "--help" }));

    private static IEnumerable<string> Examples => All(s_root).OfType<ToolCommand>().SelectMany(c => c.Examples).Distinct();

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static IEnumerable<string> Lines(Command command, string before = "") => command.Subcommands.Count == 0
        ? [before]
        : command.Subcommands.SelectMany(c => Lines(c, $"{before} {c.Name}".Trim()));
}
