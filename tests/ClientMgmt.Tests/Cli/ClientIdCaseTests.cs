using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Cli;

/// <summary>DocSpace takes an id in either case, so that the tool knows a client by both, too.</summary>
[TestFixture]
internal sealed class ClientIdCaseTests : ToolFixture
{
    private const Backend Provider = Backend.DocSpace;

    [TestCase("delete", "deleted")]
    [TestCase("disable", "disabled")]
    public async Task A_client_that_is_named_twice_is_changed_once(string command, string done)
    {
        string id = Seed(Provider)[0];
        string[] yes = command == "delete" ? ["--yes"] : [];

        ToolResult result = await RunJsonAsync(Provider, ["client", command, id, id.ToUpperInvariant(), .. yes]);

        Assert.That((result.ExitCode, result.Json.AsArray().Count, $"{result.Json[0]!["result"]}"), Is.EqualTo((0, 1, done)), result.Error);
    }

    [Test]
    public async Task A_manifest_is_about_the_client_of_its_id([Values] bool prune)
    {
        string[] ids = Seed(Provider, 2);
        Tool.Write("m.yaml", $"client_id: {ids[0].ToUpperInvariant()}\n---\nclient_id: {ids[1]}\n");
        string[] pruned = prune ? ["--prune"] : [];

        ToolResult plan = await RunJsonAsync(Provider, ["plan", "-f", "m.yaml", .. pruned]);

        Assert.That((plan.ExitCode, $"{plan.Json["summary"]!["unchanged"]}"), Is.EqualTo((0, "2")), plan.Error);
    }

    [Test]
    public async Task Two_manifests_of_one_client_are_told()
    {
        string id = Seed(Provider)[0];
        Tool.Write("m.yaml", $"client_id: {id.ToUpperInvariant()}\n---\nclient_id: {id}\n---\nclient_name: Third\n");

        ToolResult plan = await RunAsync(Provider, "plan", "-f", "m.yaml");

        Assert.That(plan.Error, Does.Contain($"another manifest is about the same client {id}"));
    }

    [Test]
    public async Task An_export_of_one_id_in_both_cases_is_one_client_under_its_own_name()
    {
        string id = Seed(Provider)[0];

        ToolResult export = await RunAsync(Provider, "export", id, id.ToUpperInvariant(), "--out", "clients/");

        Assert.That(export.ExitCode, Is.Zero, export.Error);
        Assert.That(Directory.GetFiles(Tool.Path("clients")).Select(Path.GetFileName), Is.EqualTo(new[] { $"{id}.yaml" }));
    }

    [Test]
    public async Task A_file_about_a_client_updates_it()
    {
        string id = Seed(Provider)[0];
        Tool.Write("m.yaml", $"client_id: {id.ToUpperInvariant()}\nclient_name: Renamed\n");

        ToolResult update = await RunJsonAsync(Provider, "client", "update", id, "-f", "m.yaml");

        Assert.That((update.ExitCode, update["client_name"]), Is.EqualTo((0, "Renamed")), update.Error);
    }

    [TestCase("source_id", Backend.DocSpace, Backend.AuthleteV3)]
    [TestCase("target_id", Backend.AuthleteV3, Backend.DocSpace)]
    public async Task A_mapping_is_understood(string member, Backend from, Backend to)
    {
        Seed(from);
        string[] copy =
        [
            "copy", "--from", $"{from}", "--to", $"{to}", "--all", "--yes", "--allow-loss",
            .. Needed.SelectMany(n => new[] { "--default", n }),
        ];
        ToolResult first = await Tool.RunAsync(copy);
        JsonArray mapping = JsonNode.Parse(File.ReadAllText(Tool.Path("clientmgmt-mapping.json")))!.AsArray();
        mapping[0]![member] = $"{mapping[0]![member]}".ToUpperInvariant();
        Tool.Write("clientmgmt-mapping.json", mapping.ToJsonString());
        await RunAsync(to, "client", "update", $"{mapping[0]!["target_id"]}", "--client-name", "Renamed");

        ToolResult again = await Tool.RunAsync(copy);

        Assert.That((first.ExitCode, again.ExitCode, Count(to)), Is.EqualTo((0, 0, 1)), first.Error + again.Error);
        Assert.That(again.Error, Does.Contain("1 there already"));
    }

    // What DocSpace creates no client without.
    private static IEnumerable<string> Needed =>
    [
        "allowed_origins=https://app.example.com", $"logo_uri={Support.SampleMetadata.Logo}", "scope=openid",
        .. new[] { "client_uri", "tos_uri", "policy_uri", "post_logout_redirect_uris", "redirect_uris" }.Select(n => $"{n}=https://app.example.com/x"),
    ];
}
