using System.Text.Json.Nodes;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Cli;

/// <summary>Exports for any environment: without ids, without defaults, in files named after clients, with the schema for editors.</summary>
[TestFixture]
internal sealed class PortableExportTests : ToolFixture
{
    private const string Rich = """
        client_name: Orders
        redirect_uris: [https://orders.example.com/cb]
        client_uri: https://orders.example.com/
        policy_uri: https://orders.example.com/policy
        tos_uri: https://orders.example.com/terms
        """;

    private static readonly Dictionary<Backend, string> s_own = new()
    {
        [Backend.AuthleteV2] = Authlete,
        [Backend.AuthleteV3] = Authlete,
        [Backend.DocSpace] = $"logo_uri: {Support.SampleMetadata.Logo}\npost_logout_redirect_uris: [https://orders.example.com/out]\nscope: accounts:read\nallowed_origins: [https://orders.example.com]\ndescription: d\n",
    };

    private const string Authlete = """
        enabled: false
        subject_type: pairwise
        id_token_signed_response_alg: ES256
        require_auth_time: true
        default_max_age: 60
        extensions:
          pkceRequired: true
          extension:
            accessTokenDuration: 60

        """;

    [Test]
    public async Task What_is_left_out_is_what_a_new_client_is_anyway([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider, [Values] bool isRich)
    {
        isRich |= provider == Backend.DocSpace;
        Tool.Write("m.yaml", isRich ? $"{Rich}\n{s_own[provider]}" : "client_name: Orders\n");
        ToolResult made = await RunJsonAsync(provider, "apply", "-f", "m.yaml", "--yes");
        Assert.That(made.ExitCode, Is.Zero, made.Error);
        ToolResult before = await RunAsync(provider, "export", "--without-ids");
        ToolResult portable = await RunAsync(provider, "export", "--without-ids", "--without-defaults");
        await RunAsync(provider, "client", "delete", made.Json["results"]![0]!["client_id"]!.ToString(), "--yes");
        Tool.Write("portable.yaml", portable.Output);

        ToolResult again = await RunAsync(provider, "apply", "-f", "portable.yaml", "--yes");
        ToolResult after = await RunAsync(provider, "export", "--without-ids");

        Assert.That(again.ExitCode, Is.Zero, again.Error);
        Assert.That(after.Output, Is.EqualTo(before.Output));
        Assert.That(portable.Output, Has.Length.LessThan(before.Output.Length).And.Not.Contain("client_id"));
    }

    [Test]
    public async Task What_the_backend_makes_of_nothing_is_left_out_and_other_values_stay()
    {
        string[] ids = [await CreateAsync("id_token_signed_response_alg: RS256\nsubject_type: public\n"), await CreateAsync("id_token_signed_response_alg: ES256\nsubject_type: pairwise\n")];

        ToolResult export = await RunAsync(Backend.AuthleteV3, ["export", "--without-defaults", ids[0]]);
        ToolResult other = await RunAsync(Backend.AuthleteV3, ["export", "--without-defaults", ids[1]]);

        Assert.That(export.Output, Does.Not.Contain("id_token_signed_response_alg").And.Not.Contain("subject_type").And.Not.Contain("enabled"));
        Assert.That(other.Output, Does.Contain("id_token_signed_response_alg: ES256").And.Contain("subject_type: pairwise"));
        Assert.That((await RunAsync(Backend.AuthleteV3, "plan", "-f", Save(export))).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Where_no_name_is_a_clients_alone_the_id_stays_and_is_told([Values("all.yaml", "clients/", null)] string? target)
    {
        string[] same = [await CreateAsync("client_name: Twice\n"), await CreateAsync("client_name: Twice\n")];
        await CreateAsync("client_name: Once\n");

        ToolResult export = await RunAsync(Backend.AuthleteV3, ["export", "--without-ids", .. target is null ? [] : (string[])["--out", target]]);
        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", target ?? Save(export));

        Assert.That(export.ErrorLines.Where(l => l.StartsWith("client ", StringComparison.Ordinal)), Is.EquivalentTo(
            same.Select(id => $"client {id}: its client_id is kept, because no name is its alone.")));
        Assert.That(plan.Output, Does.EndWith(" 0 to create, 0 to change, 0 to delete, 3 unchanged.\n"), plan.Error);
    }

    [TestCase("table", "yaml")]
    [TestCase("json", "json")]
    public async Task Files_are_named_after_clients_and_each_client_has_its_own(string format, string ending)
    {
        await CreateAsync("client_name: Orders\n");
        await CreateAsync("client_name: ../My shop\n");
        await CreateAsync("client_name: my SHOP!\n");
        string[] same = [await CreateAsync("client_name: Twice\n"), await CreateAsync("client_name: Twice\n")];

        ToolResult export = await RunAsync(Backend.AuthleteV3, "export", "--file-names", "name", "--out", "clients/", "--output", format);
        string[] files = [.. Directory.GetFiles(Tool.Path("clients")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        ToolResult again = await RunAsync(Backend.AuthleteV3, "export", "--file-names", "name", "--out", "clients/", "--output", format, "--prune");
        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "clients/");

        Assert.That((export.ExitCode, again.ExitCode, plan.ExitCode), Is.EqualTo((0, 0, 0)), export.Error + again.Error + plan.Error);
        Assert.That(files, Has.Length.EqualTo(5).And.Contains($"orders.{ending}"));
        Assert.That(files.Where(f => f.StartsWith("my-shop", StringComparison.Ordinal)), Has.Exactly(2).Matches(@$"\Amy-shop_[0-9a-f]{{12}}\.{ending}\z"));
        Assert.That(files.Where(f => f.StartsWith("twice", StringComparison.Ordinal)), Is.EquivalentTo(same.Select(id => $"twice__{id}.{ending}")));
        Assert.That(again.Told, Is.EqualTo("5 exported to clients/.\n").Or.Empty);
    }

    [Test]
    public async Task Files_named_after_clients_replace_those_named_after_ids_with_prune()
    {
        string id = await CreateAsync("client_name: Orders\n");
        await RunAsync(Backend.AuthleteV3, "export", "--out", "clients/");

        ToolResult export = await RunAsync(Backend.AuthleteV3, "export", "--out", "clients/", "--file-names", "name", "--prune");

        Assert.That(export.ErrorLines[0], Is.EqualTo($"1 deleted from clients/: {id}.yaml."));
        Assert.That(Directory.GetFiles(Tool.Path("clients")).Select(f => Path.GetFileName(f)), Is.EqualTo(new[] { "orders.yaml" }));
    }

    [Test]
    public async Task A_folder_of_files_without_ids_is_an_export_of_which_none_is_pruned()
    {
        string id = await CreateAsync("client_name: Orders\n");
        await CreateAsync("client_name: Shop\n");
        await RunAsync(Backend.AuthleteV3, "export", "--out", "clients/", "--without-ids");
        await RunAsync(Backend.AuthleteV3, "client", "delete", id, "--yes");

        ToolResult export = await RunAsync(Backend.AuthleteV3, "export", "--out", "clients", "--without-ids", "--prune");

        Assert.That(export.ExitCode, Is.Zero, export.Error);
        Assert.That(Directory.GetFiles(Tool.Path("clients")).Select(f => Path.GetFileName(f)), Is.EquivalentTo(new[] { "orders.yaml", "shop.yaml" }));
    }

    [TestCase("--file-names", "names", "--file-names must be id or name. See 'clientmgmt export --help'.")]
    [TestCase("--schema", "a b", "--schema must be without white space. See 'clientmgmt export --help'.")]
    public async Task Wrong_values_are_told(string option, string value, string error)
    {
        ToolResult export = await Tool.RunAsync("export", option, value);

        Assert.That((export.ExitCode, export.Error), Is.EqualTo((3, $"clientmgmt: {error}\n")));
    }

    [TestCase("all.yaml", "table", "all.yaml", "# yaml-language-server: $schema=../s.json\n---\n")]
    [TestCase("all.json", "table", "all.json", "[\n  {\n    \"client_id\"")]
    [TestCase("clients/", "table", "clients/orders.yaml", "# yaml-language-server: $schema=../s.json\n---\n")]
    [TestCase("clients/", "json", "clients/orders.json", "{\n  \"$schema\": \"../s.json\",\n")]
    public async Task An_export_names_the_schema_and_is_read_all_the_same(string target, string format, string file, string start)
    {
        await CreateAsync("client_name: Orders\n");

        await RunAsync(Backend.AuthleteV3, ["export", "--out", target, "--output", format, "--schema", "../s.json", .. target.EndsWith('/') ? (string[])["--file-names", "name"] : []]);
        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", target);

        Assert.That(File.ReadAllText(Tool.Path(file)), Does.StartWith(start));
        Assert.That((plan.ExitCode, plan.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task The_schema_is_printed_without_a_configuration()
    {
        File.Delete(Tool.Path("clientmgmt.json"));

        ToolResult schema = await Tool.RunAsync("schema");

        Assert.That((schema.ExitCode, schema.Error, schema.Output), Is.EqualTo((0, "", ManifestSchema.Json)));
        Assert.That(schema.Json["properties"]!["$schema"], Is.InstanceOf<JsonObject>());
    }

    private string Save(ToolResult export)
    {
        Tool.Write("saved.yaml", export.Output);
        return "saved.yaml";
    }

    private async Task<string> CreateAsync(string manifest)
    {
        Tool.Write("new.yaml", manifest);
        ToolResult created = await RunJsonAsync(Backend.AuthleteV3, "client", "create", "-f", "new.yaml");
        return created.ExitCode == 0 ? created["client_id"]! : throw new AssertionException(created.Error);
    }
}
