using System.CommandLine;
using System.Text.RegularExpressions;
using ClientMgmt.Cli;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Readme;

/// <summary>The pipelines that are recommended are YAML, and the tool understands what they tell it.</summary>
public sealed partial class PipelineTests
{
    private static readonly string s_page = Repository.ReadAllText("src", "ClientMgmt.Cli", "PIPELINES.md");

    private static IEnumerable<string> Workflows => Blocks().Matches(s_page).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Commands => Workflows.SelectMany(w => Steps(Parse(w)))
        .Select(step => Text(step, "run")).OfType<string>().SelectMany(run => run.Split('\n'))
        .Concat(s_page.Split('\n').Where(l => l.StartsWith("    clientmgmt ", StringComparison.Ordinal) || l.StartsWith("    docker run ", StringComparison.Ordinal)))
        .Select(line => Call().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value);

    [Test]
    public void There_are_three_workflows_with_a_trigger_and_steps_each() => Assert.That(
        Workflows.Select(w => (Parse(w).Children.ContainsKey("on"), Steps(Parse(w)).Count() >= 4)), Is.EqualTo(new[] { (true, true), (true, true), (true, true) }));

    [TestCaseSource(nameof(Workflows))]
    public void Every_step_does_one_thing(string workflow) => Assert.That(
        Steps(Parse(workflow)).Select(s => (Text(s, "uses") is null) != (Text(s, "run") is null)), Is.All.True);

    [TestCaseSource(nameof(Workflows))]
    public void No_workflow_may_write_more_than_it_says(string workflow) => Assert.That(
        ((YamlMappingNode)Parse(workflow)["permissions"]).Children.Select(c => $"{c.Key}: {c.Value}"),
        Has.Some.EqualTo("contents: read").And.None.EqualTo("contents: write"));

    [TestCaseSource(nameof(Commands))]
    public void The_tool_understands_every_command(string command)
    {
        var environment = new ToolEnvironment { Variables = new Dictionary<string, string>(), CurrentFolder = Repository.Root };

        ParseResult parsed = CommandLine.Read(ToolCommands.Create(environment), command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(CommandLineMistake.Of(parsed), Is.Null);
    }

    [Test]
    public void There_are_commands_to_understand() =>
        Assert.That(Commands.Count(c => c.StartsWith("plan ", StringComparison.Ordinal)), Is.EqualTo(3));

    [Test]
    public void The_image_is_made_of_what_is_there()
    {
        string file = Repository.ReadAllText("build", "Containerfile");

        string project = Publish().Match(file).Groups[1].Value;
        string name = Path.GetFileName(project);
        Assert.That(File.Exists(Path.Combine(Repository.Root, project, $"{name}.csproj")), Is.True, project);
        Assert.That(file, Does.Contain($"ENTRYPOINT [\"dotnet\", \"/app/{name}.dll\"]").And.Contain($"ARG DOTNET=").And.Match(@"USER \$APP_UID"));
    }

    private static YamlMappingNode Parse(string workflow)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(workflow));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode workflow) => ((YamlMappingNode)workflow["jobs"]).Children.Values
        .SelectMany(job => ((YamlSequenceNode)job["steps"]).Children).Cast<YamlMappingNode>();

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out YamlNode? value) ? $"{value}" : null;

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    // What the shell makes of it, a file and what is done after a failure, is not the tool's.
    [GeneratedRegex(@"(?:^\s*|\s)clientmgmt (?!\.)([a-z][^>|;`]*)")]
    private static partial Regex Call();

    [GeneratedRegex("dotnet publish (\\S+)")]
    private static partial Regex Publish();
}
