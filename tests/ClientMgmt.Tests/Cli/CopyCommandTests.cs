using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Cli;

/// <summary>Clients move between providers, and nothing is lost without being asked for.</summary>
[TestFixture]
internal sealed class CopyCommandTests : ToolFixture
{
    private const string Mapping = "clientmgmt-mapping.json";

    [Test]
    public async Task A_dry_run_says_what_is_copied_and_touches_nothing()
    {
        Seed(Backend.AuthleteV2, 2);

        ToolResult copy = await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--dry-run");

        Assert.That((copy.ExitCode, Count(Backend.AuthleteV3), File.Exists(Tool.Path(Mapping))), Is.EqualTo((2, 0, false)), copy.Error);
        Assert.That(copy.Output, Does.EndWith("AuthleteV2 to AuthleteV3: 2 to copy, 0 there already, 0 refused.\n"));
    }

    [Test]
    public async Task A_dry_run_as_JSON_is_the_plan()
    {
        string id = Seed(Backend.AuthleteV2, 2)[0];

        ToolResult copy = await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, id, "--dry-run", "--output", "json");

        Assert.That(
            copy.Json["clients"]!.AsArray().Select(c => $"{c!["action"]} {c["source_id"]}"), Is.EqualTo(new[] { $"copy {id}" }));
        Assert.That(copy.Error, Is.Empty);
    }

    [Test]
    public async Task All_clients_that_the_source_lacks_are_told_and_nothing_is_copied()
    {
        string id = Seed(Backend.AuthleteV2)[0];

        ToolResult copy = await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "98", id, "99", "--yes");

        Assert.That((copy.ExitCode, copy.ErrorLines.Length, Count(Backend.AuthleteV3)), Is.EqualTo((5, 3, 0)), copy.Error);
        Assert.That(copy.ErrorLines[0], Does.Contain("client 98"));
        Assert.That(copy.ErrorLines[1], Does.Contain("client 99"));
    }

    [Test]
    public async Task Ids_and_secrets_of_the_copies_are_in_a_file_that_only_its_owner_reads()
    {
        string id = Seed(Backend.AuthleteV2)[0];

        ToolResult copy = await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--yes", "--output", "json");

        JsonNode result = copy.Json["results"]![0]!;
        JsonNode kept = JsonNode.Parse(File.ReadAllText(Tool.Path(Mapping)))![0]!;
        string? stored = (await RunJsonAsync(Backend.AuthleteV3, "client", "get", $"{kept["target_id"]}", "--show-secrets"))["client_secret"];
        Assert.That(
            (copy.ExitCode, $"{result["result"]}", $"{result["client_secret"]}", $"{kept["source_id"]}", $"{kept["client_secret"]}"),
            Is.EqualTo((0, "copied", "[redacted]", id, stored)), copy.Error);
        Assert.That(Mode(Mapping), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task The_mapping_file_may_have_another_name_and_its_mode_is_made_right()
    {
        Seed(Backend.AuthleteV2);
        Tool.Write("mine.json", "[]");

        ToolResult copy = await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--yes", "--mapping", "mine.json");

        Assert.That((copy.ExitCode, File.Exists(Tool.Path(Mapping)), Mode("mine.json")), Is.EqualTo((0, false, UnixFileMode.UserRead | UnixFileMode.UserWrite)));
    }

    [Test]
    public async Task The_mapping_file_grows_by_a_line_for_each_copy_and_stays_a_list()
    {
        Seed(Backend.AuthleteV2, 3);
        Tool.Write(Mapping, """[{"source":"x","source_id":"1","target":"y","target_id":"2"}]""");

        await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--yes");

        Assert.That(JsonNode.Parse(File.ReadAllText(Tool.Path(Mapping)))!.AsArray(), Has.Count.EqualTo(4));
        Assert.That(File.ReadAllLines(Tool.Path(Mapping)), Has.Length.EqualTo(6));
    }

    [TestCase("\n  {\"source\":\"Auth")]
    [TestCase("\n  ")]
    public async Task A_mapping_file_whose_last_write_was_cut_off_is_read(string rest)
    {
        Seed(Backend.AuthleteV2, 2);
        await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--yes");
        string text = File.ReadAllText(Tool.Path(Mapping));
        Tool.Write(Mapping, text[..text.IndexOf(",\n", StringComparison.Ordinal)] + "," + rest);

        ToolResult again = await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--yes");

        Assert.That((again.ExitCode, Count(Backend.AuthleteV3), Targets(File.ReadAllText(Tool.Path(Mapping)))), Is.EqualTo((0, 2, Targets(text))), again.Error);
    }

    [Test]
    public async Task The_secret_of_a_client_that_was_there_before_is_not_in_the_mapping()
    {
        Seed(Backend.AuthleteV2);
        await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--yes");
        File.Delete(Tool.Path(Mapping));

        await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--yes");

        Assert.That(JsonNode.Parse(File.ReadAllText(Tool.Path(Mapping)))![0]!["client_secret"], Is.Null);
    }

    [Test]
    public async Task What_was_copied_is_skipped_the_next_time([Values] bool hasMapping)
    {
        Seed(Backend.AuthleteV2, 2);
        await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--yes");
        if (!hasMapping)
        {
            File.Delete(Tool.Path(Mapping));
        }

        ToolResult again = await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all", "--yes");

        Assert.That((again.ExitCode, Count(Backend.AuthleteV3), File.Exists(Tool.Path(Mapping))), Is.EqualTo((0, 2, true)), again.Error);
        Assert.That(again.Error, Does.StartWith("2 there already"));
    }

    [Test]
    public async Task Losses_are_told_and_refused_unless_they_are_allowed()
    {
        Seed(Backend.DocSpace);

        ToolResult refused = await CopyAsync(Backend.DocSpace, Backend.AuthleteV3, "--all", "--yes");
        int before = Count(Backend.AuthleteV3);
        ToolResult allowed = await CopyAsync(Backend.DocSpace, Backend.AuthleteV3, "--all", "--yes", "--allow-loss");

        Assert.That((refused.ExitCode, before, allowed.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((1, 0, 0, 1)), allowed.Error);
        Assert.That(refused.ErrorLines[^1], Is.EqualTo("clientmgmt: nothing was copied. --allow-loss copies without what would be lost."));
        Assert.That(allowed.Output, Does.Contain("- lost: allowed_origins (the target has no place for it)\n    - "));
    }

    [Test]
    public async Task What_the_target_needs_is_given_as_a_default()
    {
        Seed(Backend.AuthleteV3);

        ToolResult lacking = await CopyAsync(Backend.AuthleteV3, Backend.DocSpace, "--all", "--yes", "--allow-loss");
        string[] defaults = Lacking(lacking).SelectMany(n => new[] { "--default", $"{n}={Value(n)}" }).ToArray();
        ToolResult given = await CopyAsync(Backend.AuthleteV3, Backend.DocSpace, ["--all", "--yes", "--allow-loss", .. defaults]);

        Assert.That((lacking.ExitCode, defaults.Length > 0, given.ExitCode, Count(Backend.DocSpace)), Is.EqualTo((1, true, 0, 1)), given.Error);
        Assert.That(lacking.ErrorLines[^1], Is.EqualTo("clientmgmt: nothing was copied. --default NAME=VALUE gives copies what they lack."));
    }

    [TestCase("y\n", 0, 1)]
    [TestCase("n\n", 1, 0)]
    public async Task On_a_terminal_copy_asks(string answer, int exitCode, int count)
    {
        Seed(Backend.AuthleteV2);
        Tool.Change = e => e with { Input = new StringReader(answer), InputIsTerminal = true, ErrorIsTerminal = true };

        ToolResult copy = await CopyAsync(Backend.AuthleteV2, Backend.AuthleteV3, "--all");

        Assert.That((copy.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((exitCode, count)));
        Assert.That(copy.Error, Does.StartWith("Copy 1 from AuthleteV2 to AuthleteV3? [y/N] "));
    }

    // "…: client NAME: PROPERTY: MESSAGE; give a value …"
    private static IEnumerable<string> Lacking(ToolResult result) => result.ErrorLines
        .Where(l => l.Contains("give a value", StringComparison.Ordinal)).Select(l => l.Split(": ")[2]);

    private static string Value(string property) => property switch
    {
        "allowed_origins" => "https://app.example.com",
        "logo_uri" => Support.SampleMetadata.Logo,
        "scope" => "openid",
        _ => "https://app.example.com/x",
    };

    private Task<ToolResult> CopyAsync(Backend from, Backend to, params string[] args) =>
        Tool.RunAsync(["copy", "--from", $"{from}", "--to", $"{to}", .. args]);

    private UnixFileMode Mode(string file) =>
        OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Tool.Path(file));

    private static string Targets(string mapping) =>
        string.Join(' ', JsonNode.Parse(mapping)!.AsArray().Select(m => $"{m!["source_id"]} {m["target_id"]}").Order(StringComparer.Ordinal));
}
