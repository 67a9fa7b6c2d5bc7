using System.Text.RegularExpressions;
using ClientMgmt.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Readme;

/// <summary>The pipelines that are recommended are YAML that does what it says; CommandTests has their commands.</summary>
public sealed partial class PipelineTests
{
    private static IEnumerable<string> Workflows =>
        Documents.Blocks("yaml").Where(b => b.Document == "src/ClientMgmt.Cli/PIPELINES.md").Select(b => b.Code);

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

    [GeneratedRegex("dotnet publish (\\S+)")]
    private static partial Regex Publish();
}
