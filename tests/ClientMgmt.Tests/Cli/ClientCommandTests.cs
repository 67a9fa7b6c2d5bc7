using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>Every command about clients, on every provider.</summary>
[TestFixture]
internal sealed class ClientCommandTests : ToolFixture
{
    private static readonly string[] s_required =
    [
        "--client-name", "Orders", "--redirect-uri", "https://orders.example.com/cb", "--scope", "openid",
        "--client-uri", "https://orders.example.com/", "--policy-uri", "https://orders.example.com/p", "--tos-uri", "https://orders.example.com/t",
    ];

    [Test]
    public async Task Create_registers_what_the_flags_say([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        ToolResult created = await CreateAsync(provider);
        ToolResult stored = await RunJsonAsync(provider, "client", "get", created["client_id"]!);

        Assert.That(
            (created.ExitCode, stored["client_name"], stored["redirect_uris"]!.ReplaceLineEndings("").Replace(" ", "")),
            Is.EqualTo((0, "Orders", """["https://orders.example.com/cb"]""")));
    }

    [Test]
    public async Task Create_takes_a_document_of_get([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        ToolResult first = await CreateAsync(provider);
        JsonObject document = (await RunJsonAsync(provider, "client", "get", first["client_id"]!)).Json.AsObject();
        document.Remove("extensions");
        Tool.Write("client.json", document.ToJsonString());

        ToolResult second = await RunJsonAsync(provider, "client", "create", "--file", "client.json", "--client-name", "Copy");

        Assert.That((second.ExitCode, second["client_name"], second["client_uri"]), Is.EqualTo((0, "Copy", first["client_uri"])), second.Error);
        Assert.That(second["client_id"], Is.Not.EqualTo(first["client_id"]));
    }

    [TestCase("client.yaml")]
    [TestCase("-")]
    public async Task Create_takes_what_get_prints_as_YAML(string file)
    {
        string id = Seed(Backend.AuthleteV3)[0];
        string yaml = (await RunAsync(Backend.AuthleteV3, "client", "get", id, "--output", "yaml")).Output.Split("extensions:")[0];
        Tool.Write("client.yaml", yaml);
        Tool.Change = e => e with { Input = new StringReader(yaml) };

        ToolResult created = await RunJsonAsync(Backend.AuthleteV3, "client", "create", "--file", file, "--client-name", "Copy");

        ToolResult first = await RunJsonAsync(Backend.AuthleteV3, "client", "get", id);
        Assert.That(
            (created.ExitCode, created["client_name"], created["redirect_uris"]), Is.EqualTo((0, "Copy", first["redirect_uris"])), created.Error);
    }

    [Test]
    public async Task A_YAML_file_changes_just_what_it_names()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        ToolResult before = await RunJsonAsync(Backend.AuthleteV3, "client", "get", id);
        Tool.Write("part.yaml", "contacts: null\nextensions:\n  pkceRequired: true\n");

        ToolResult after = await RunJsonAsync(Backend.AuthleteV3, "client", "update", id, "--file", "part.yaml");

        Assert.That(
            (after.ExitCode, after["contacts"], after["client_name"]), Is.EqualTo((0, (string?)null, before["client_name"])), after.Error);
        Assert.That(after.Output, Does.Contain("\"pkceRequired\": true"));
    }

    [TestCase("{\"contacts\":\t[\"a\\/b\"]}")]
    [TestCase("[{contacts: [a/b]}]")]
    [TestCase("contacts: [a/b]")]
    public async Task Standard_input_is_JSON_or_YAML(string text)
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Change = e => e with { Input = new StringReader(text) };

        ToolResult after = await RunJsonAsync(Backend.AuthleteV3, "client", "update", id, "--file", "-");

        Assert.That((after.ExitCode, after.Json["contacts"]?.ToJsonString()), Is.EqualTo((0, """["a/b"]""")), after.Error);
    }

    [Test]
    public async Task What_no_command_sets_is_named_and_skipped([Values("client_secret", "enabled", "created_at", "modified_at")] string key)
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Write("part.yaml", $"{key}: hunter2\nclient_name: Renamed\n");

        ToolResult after = await RunJsonAsync(Backend.AuthleteV3, "client", "update", id, "--file", "part.yaml");

        Assert.That((after.ExitCode, after["client_name"]), Is.EqualTo((0, "Renamed")));
        Assert.That(after.Error, Does.Contain($"part.yaml: {key}: not set").And.Not.Contain("hunter2"));
    }

    [Test]
    public async Task Update_changes_just_what_is_named([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string id = Seed(provider)[0];
        JsonObject before = (await RunJsonAsync(provider, "client", "get", id)).Json.AsObject();

        ToolResult changed = await RunJsonAsync(provider, "client", "update", id, "--client-name", "Renamed");

        JsonObject after = changed.Json.AsObject();
        before["client_name"] = "Renamed";
        before.Remove("modified_at");
        before.Remove("modified_by");
        after.Remove("modified_at");
        (before["extensions"] as JsonObject)?.Remove("modified_by");
        (after["extensions"] as JsonObject)?.Remove("modified_by");
        Assert.That((changed.ExitCode, after.ToJsonString()), Is.EqualTo((0, before.ToJsonString())), changed.Error);
    }

    [Test]
    public async Task An_update_that_changes_nothing_sends_no_write_and_ends_with_zero([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string id = Seed(provider)[0];
        await RunAsync(provider, "client", "update", id, "--client-name", "Same");
        Tool.Sandbox.ClearRequests();

        ToolResult again = await RunAsync(provider, "client", "update", id, "--client-name", "Same");

        Assert.That((again.ExitCode, Tool.Sandbox.Requests.Any(r => r.Method is "PUT" or "PATCH"
            || r.Target.Contains("/update/", StringComparison.Ordinal))), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task An_empty_text_is_not_what_follows_it()
    {
        string id = Seed(Backend.AuthleteV3)[0];

        ToolResult result = await RunJsonAsync(Backend.AuthleteV3, "client", "update", id, "--client-name=", "--verbose");

        Assert.That((result.ExitCode, result["client_name"]), Is.EqualTo((0, "")), result.Error);
    }

    [Test]
    public async Task What_get_prints_of_a_client_makes_another([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider, [Values("json", "yaml")] string format)
    {
        string id = Seed(provider)[0];
        ToolResult read = await RunAsync(provider, "client", "get", id, "--output", format);
        Tool.Write($"c.{format}", read.Output);

        ToolResult created = await RunJsonAsync(provider, "client", "create", "--file", $"c.{format}");

        Assert.That((created.ExitCode, created["client_id"] is { } made && made != id), Is.EqualTo((0, true)), created.Error);
        Assert.That(created.Error, Does.Contain("client_id").And.Contain("not set, because a server chooses it"));
    }

    [Test]
    public async Task A_text_in_one_language_is_set_and_cleared_by_its_own_name()
    {
        string id = Seed(Backend.AuthleteV3)[0];

        await RunAsync(Backend.AuthleteV3, "client", "update", id, "--set", "client_name#ja=注文", "--set", "client_name#de=Aufträge");
        ToolResult cleared = await RunJsonAsync(Backend.AuthleteV3, "client", "update", id, "--unset", "client_name#de");

        Assert.That($"{cleared.Json["client_name#ja"] ?? cleared.Json["client_names"]?["ja"]} {cleared.Json["client_names"]?["de"]}", Is.EqualTo("注文 "), cleared.Error);
    }

    [Test]
    public async Task An_outcome_that_nobody_knows_has_an_exit_code_of_its_own()
    {
        Tool.Sandbox.Faults.Add(new SandboxFault { PathContains = "/client/create", Send = SandboxPart.None, Then = SandboxEnding.Reset });

        ToolResult result = await RunAsync(Backend.AuthleteV3, "client", "create", "--client-name", "One");

        Assert.That(result.ExitCode, Is.EqualTo(7), result.Error);
    }

    [Test]
    public async Task An_id_may_begin_as_an_option_does()
    {
        ToolResult result = await Tool.RunAsync("client", "get", "--provider", "DocSpace", "--", "-id");

        Assert.That(result.Error, Does.Contain("there is no such client").And.Contain("client -id"));
    }

    [Test]
    public async Task Set_and_unset_reach_vendor_properties()
    {
        string id = Seed(Backend.AuthleteV3)[0];

        ToolResult set = await RunJsonAsync(
            Backend.AuthleteV3, "client", "update", id, "--set", "pkceRequired=true", "--set", "client_names={\"de\":\"Name\"}", "--set", "description=1");
        ToolResult unset = await RunJsonAsync(Backend.AuthleteV3, "client", "update", id, "--unset", "description");

        Assert.That(
            ($"{set.Json["extensions"]!["pkceRequired"]}", $"{set.Json["client_names"]!["de"]}", set["description"], unset["description"]),
            Is.EqualTo(("true", "Name", "1", (string?)null)));
    }

    [Test]
    public async Task Standard_input_is_read_for_a_dash()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Change = e => e with { Input = new StringReader("""{"client_name": "Piped", "contacts": null}""") };

        ToolResult result = await RunJsonAsync(Backend.AuthleteV3, "client", "update", id, "--file", "-");

        Assert.That((result.ExitCode, result["client_name"], result["contacts"]), Is.EqualTo((0, "Piped", (string?)null)));
    }

    [Test]
    public async Task Disable_and_enable_show_in_get([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider)
    {
        string id = Seed(provider)[0];

        ToolResult disabled = await RunAsync(provider, "client", "disable", id);
        ToolResult whileDisabled = await RunJsonAsync(provider, "client", "get", id);
        ToolResult enabled = await RunAsync(provider, "client", "enable", id);
        ToolResult afterwards = await RunJsonAsync(provider, "client", "get", id);

        Assert.That(
            (disabled.ExitCode, whileDisabled["enabled"], enabled.ExitCode, afterwards["enabled"]), Is.EqualTo((0, "false", 0, "true")));
    }

    [Test]
    public async Task Delete_removes_the_clients_that_are_named([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string[] ids = Seed(provider, 3);

        ToolResult result = await RunJsonAsync(provider, "client", "delete", ids[0], ids[2], "--yes");

        Assert.That(
            (result.ExitCode, Count(provider), result.Json[0]!["result"]!.ToString(), result.Error), Is.EqualTo((0, 1, "deleted", "2 deleted.\n")));
    }

    [Test]
    public async Task List_shows_every_client([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string[] ids = Seed(provider, 7);

        ToolResult result = await RunJsonAsync(provider, "client", "list", "--page-size", "3");

        Assert.That(result.Json.AsArray().Select(c => c!["client_id"]!.ToString()), Is.EquivalentTo(ids));
    }

    [Test]
    public async Task Providers_are_listed_and_checked()
    {
        ToolResult result = await Tool.RunAsync("providers", "--check", "--output", "json");

        Assert.That(
            result.Json.AsArray().Select(p => $"{p!["name"]} {p["default"]} {p["status"]}"),
            Is.EqualTo(new[] { "AuthleteV2 false ok", "AuthleteV3 true ok", "DocSpace false ok", "DynamicRegistration false answers; credential not tried" }));
    }

    private Task<ToolResult> CreateAsync(Backend provider) => RunJsonAsync(
        provider,
        [
            "client", "create", .. s_required, "--show-secrets",
            "--logo-uri", provider == Backend.DynamicRegistration ? "https://orders.example.com/logo.png" : SampleMetadata.Logo,
            .. provider == Backend.DocSpace ? ["--allowed-origin", "https://orders.example.com", "--post-logout-redirect-uri", "https://orders.example.com/bye"] : Array.Empty<string>(),
        ]);
}
