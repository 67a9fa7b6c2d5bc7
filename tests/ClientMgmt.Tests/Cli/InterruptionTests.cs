using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Ctrl-C in the middle: the exit code is 130, it is said what was done, and nothing is half written.</summary>
[TestFixture]
internal sealed class InterruptionTests : ToolFixture
{
    private const string Three = "client_name: A\n---\nclient_name: B\n---\nclient_name: C\n";

    [TestCase("table")]
    [TestCase("json")]
    [TestCase("yaml")]
    public async Task An_export_prints_nothing_rather_than_a_part(string format)
    {
        ToolResult result = await StopAsync(SecondPage(), "export", "--output", format);

        Assert.That((result.ExitCode, result.Output, result.Told), Is.EqualTo((130, "", "clientmgmt: cancelled; nothing was written.\n")));
    }

    [Test]
    public async Task An_export_to_a_file_leaves_the_file_as_it_was()
    {
        Tool.Write("all.yaml", "client_name: old");

        ToolResult result = await StopAsync(SecondPage(), "export", "--out", "all.yaml");

        Assert.That(
            (result.ExitCode, result.Error, File.ReadAllText(Tool.Path("all.yaml"))),
            Is.EqualTo((130, "clientmgmt: cancelled; nothing was written.\n", "client_name: old")));
        Assert.That(Files, Is.EqualTo(new[] { "all.yaml", "clientmgmt.json" }));
    }

    [Test]
    public async Task An_export_to_a_folder_leaves_whole_files_and_says_how_many()
    {
        ToolResult result = await StopAsync(SecondPage(), "export", "--out", "clients/");

        Tool.Sandbox.Faults.Clear();
        int count = Directory.GetFiles(Tool.Path("clients")).Length;
        ToolResult plan = await RunJsonAsync(Backend.AuthleteV3, "plan", "-f", "clients");
        Assert.That((result.ExitCode, result.Error), Is.EqualTo((130, $"clientmgmt: cancelled; {count} exported to clients/.\n")));
        Assert.That(count == 0 || $"{plan.Json["summary"]!["unchanged"]}" == $"{count}", plan.Error);
    }

    [Test]
    public async Task A_plan_prints_nothing()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Write("m.yaml", $"client_id: {id}\nclient_name: Renamed\n");

        ToolResult result = await StopAsync(Hang(after: 0, r => r.Method == "GET"), "plan", "-f", "m.yaml");

        Assert.That((result.ExitCode, result.Output, result.Error), Is.EqualTo((130, "", "clientmgmt: cancelled; nothing was changed.\n")));
    }

    [Test]
    public async Task Apply_keeps_the_secrets_issued_so_far_and_goes_on_where_it_was_stopped()
    {
        Tool.Write("m.yaml", Three);
        string[] apply = ["apply", "-f", "m.yaml", "--yes", "--stop-on-error", "--output", "json", "--secret-out", "new.json"];

        ToolResult result = await StopAsync(SecondCreation(), apply);

        int kept = JsonNode.Parse(File.ReadAllText(Tool.Path("new.json")))!.AsArray().Count;
        string[] left = Files;
        Tool.Sandbox.Faults.Clear();
        ToolResult again = await Tool.RunAsync([.. apply, "--force"]);
        Assert.That(
            (result.ExitCode, result.ErrorLines[^1], kept), Is.EqualTo((130, "clientmgmt: cancelled; 1 done, 1 not known, 1 not tried.", 1)));
        Assert.That(result.Json["results"]!.AsArray().Select(r => $"{r!["result"]}"), Is.EqualTo(new[] { "done", "not known", "not tried" }));
        Assert.That(left, Is.EqualTo(new[] { "clientmgmt.json", "m.yaml", "new.json" }));
        Assert.That((again.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((0, 3)), again.Error);
    }

    [Test]
    public async Task Copy_keeps_the_mapping_so_far_and_goes_on_where_it_was_stopped()
    {
        Seed(Backend.AuthleteV2, 3);
        string[] copy = ["copy", "--from", "AuthleteV2", "--to", "AuthleteV3", "--all", "--yes", "--stop-on-error", "--output", "json"];

        ToolResult result = await StopAsync(SecondCreation(), copy);

        int kept = JsonNode.Parse(File.ReadAllText(Tool.Path("clientmgmt-mapping.json")))!.AsArray().Count;
        string[] left = Files;
        Tool.Sandbox.Faults.Clear();
        ToolResult again = await Tool.RunAsync(copy);
        Assert.That(
            (result.ExitCode, result.ErrorLines[^1], kept), Is.EqualTo((130, "clientmgmt: cancelled; 1 copied, 1 not known, 1 not tried.", 1)));
        Assert.That(left, Is.EqualTo(new[] { "clientmgmt-mapping.json", "clientmgmt.json" }));
        Assert.That((again.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((0, 3)), again.Error);
    }

    [TestCase("rotate-secret")]
    [TestCase("create")]
    public async Task No_file_for_a_secret_is_left(string command)
    {
        string[] what = command == "create" ? ["create", "--client-name", "x"] : [command, Seed(Backend.AuthleteV3)[0]];
        Task hit = Hang(after: 0, r => r.Target.Contains("/client/", StringComparison.Ordinal));

        ToolResult result = await StopAsync(hit, ["client", .. what, "--secret-out", "new.secret"]);

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((130, "")));
        Assert.That(Files, Is.EqualTo(new[] { "clientmgmt.json" }));
    }

    [Test]
    public async Task A_question_that_nobody_answers_can_be_left()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        using var stop = new CancellationTokenSource();
        using var silence = new ManualResetEventSlim();
        Tool.Change = e => e with { Input = new Silent(stop.Cancel, silence), InputIsTerminal = true, ErrorIsTerminal = true };

        ToolResult result = await Tool.RunAsync(["client", "delete", id], stop.Token);

        silence.Set();
        Assert.That((result.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((130, 1)));
        Assert.That(result.Error, Does.EndWith("[y/N] \nclientmgmt: cancelled; nothing was changed.\n"));
    }

    private string[] Files => [.. Directory.GetFiles(Tool.Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private Task SecondPage()
    {
        Seed(Backend.AuthleteV3, 150);
        return Hang(after: 1, r => r.Target.Contains("/client/get/list", StringComparison.Ordinal));
    }

    private Task SecondCreation() => Hang(after: 1, r => r.Target.Contains("/client/create", StringComparison.Ordinal));

    /// <summary>A terminal at which nobody types, and which tells that it is read.</summary>
    private sealed class Silent(Action read, ManualResetEventSlim silence) : StringReader("")
    {
        public override string? ReadLine()
        {
            read();
            silence.Wait();
            return null;
        }
    }
}
