using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Cli;

/// <summary>The keys to dynamically registered clients: seen, taken to another machine, and forgotten.</summary>
[TestFixture]
internal sealed class RegistrationCommandTests : RegistrationFixture
{
    [Test]
    public async Task The_list_tells_ids_times_and_changes_without_a_known_end()
    {
        string[] ids = [.. ((string[])[await CreateAsync(), await CreateAsync()]).Order(StringComparer.Ordinal)];
        await ChangeAsync(ids[0], r => r with { SavedAt = DateTimeOffset.UnixEpoch, ChangeBegunAt = DateTimeOffset.UnixEpoch.AddDays(1) });
        await ChangeAsync(ids[1], r => r with { SavedAt = DateTimeOffset.UnixEpoch });

        ToolResult json = await RunJsonAsync("registration", "list");
        ToolResult table = await RunAsync("registration", "list");

        Assert.That(json.Json.AsArray().Select(e => e!.ToJsonString()), Is.EqualTo(new[]
        {
            $$"""{"client_id":"{{ids[0]}}","saved_at":"1970-01-01T00:00:00Z","change_begun_at":"1970-01-02T00:00:00Z"}""",
            $$"""{"client_id":"{{ids[1]}}","saved_at":"1970-01-01T00:00:00Z","change_begun_at":null}""",
        }));
        Assert.That(
            table.Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
            Is.EqualTo(new[] { "CLIENT_ID SAVED OPEN_CHANGE", $"{ids[0]} 1970-01-01T00:00:00Z 1970-01-02T00:00:00Z", $"{ids[1]} 1970-01-01T00:00:00Z", "" }));
    }

    [Test]
    public async Task A_list_of_clients_tells_which_could_not_be_read()
    {
        (string good, string gone) = (await CreateAsync(), await CreateAsync());
        Server.RemoveClient(gone);

        ToolResult result = await RunJsonAsync("client", "list");

        Assert.That((result.ExitCode, result.Json.AsArray().Count, $"{result.Json[0]!["client_id"]}"), Is.EqualTo((6, 1, good)), result.Error);
        Assert.That(result.ErrorLines, Has.Length.EqualTo(1).And.All.Contains(gone));
    }

    [Test]
    public async Task Apply_does_not_register_again_what_it_cannot_see()
    {
        Tool.Write("clients.yaml", "client_name: One\nredirect_uris: [https://a.example/cb]\n");
        ToolResult first = await RunAsync("apply", "-f", "clients.yaml", "--yes");
        Server.RenewToken(Server.ClientIds.Single());

        ToolResult second = await RunAsync("apply", "-f", "clients.yaml", "--yes");

        Assert.That((first.ExitCode, second.ExitCode, Server.Count), Is.EqualTo((0, 1, 1)), second.Error);
        Assert.That(second.Error, Does.Contain(Server.ClientIds.Single()).And.Contain("whose keys the server refuses"));
    }

    [Test]
    public async Task An_empty_list_is_said_to_be_one()
    {
        ToolResult result = await RunAsync("registration", "list", "--check");

        Assert.That((result.ExitCode, result.Output, result.Error), Is.EqualTo((0, "", "There are none.\n")));
    }

    [Test]
    public async Task A_check_says_which_keys_no_longer_work()
    {
        (string good, string renewed, string gone) = (await CreateAsync(), await CreateAsync(), await CreateAsync());
        Server.RenewToken(renewed);
        Server.RemoveClient(gone);

        ToolResult result = await RunJsonAsync("registration", "list", "--check");

        Assert.That(
            result.Json.AsArray().ToDictionary(e => $"{e!["client_id"]}", e => $"{e!["key"]}"),
            Is.EquivalentTo(new Dictionary<string, string> { [good] = "works", [renewed] = "no longer works", [gone] = "no longer works" }));
        Assert.That((result.ExitCode, result.ErrorLines.Length), Is.EqualTo((6, 2)), result.Error);
        Assert.That(result.Error, Does.Contain(renewed).And.Contain(gone).And.Not.Contain(good).And.Not.Contain("Check the credential"));
    }

    [Test]
    public async Task A_check_that_the_server_does_not_answer_says_nothing_of_the_key()
    {
        await CreateAsync();
        Tool.Sandbox.Faults.Add(new() { Method = "GET", Status = 503, Times = null });

        ToolResult result = await RunJsonAsync("registration", "list", "--check");

        Assert.That((result.ExitCode, $"{result.Json[0]!["key"]}"), Is.EqualTo((1, "not known")), result.Error);
    }

    [Test]
    public async Task A_check_ends_the_doubt_about_a_change_whose_key_still_works()
    {
        string id = await CreateAsync();
        await ChangeAsync(id, r => r with { ChangeBegunAt = DateTimeOffset.UnixEpoch });

        ToolResult result = await RunJsonAsync("registration", "list", "--check");

        Assert.That((result.ExitCode, result.Json[0]!["change_begun_at"], $"{result.Json[0]!["key"]}"), Is.EqualTo((0, (JsonNode?)null, "works")));
    }

    [TestCase("table")]
    [TestCase("json")]
    [TestCase("yaml")]
    public async Task An_export_shows_the_key_only_when_it_is_asked_to(string format)
    {
        string id = await CreateAsync();
        string key = Server.FindToken(id)!;

        ToolResult hidden = await RunAsync("registration", "export", id, "--output", format, "--verbose");
        ToolResult shown = await RunAsync("registration", "export", id, "--output", format, "--show-secrets");

        Assert.That(hidden.Output + hidden.Error, Does.Contain("[redacted]").And.Not.Contain(key));
        Assert.That(shown.Output, Does.Contain(key).And.Contain($"/as/"));
    }

    [Test]
    public async Task A_key_goes_to_another_machine_by_its_address_and_a_private_file()
    {
        string id = await CreateAsync();
        ToolResult export = await RunJsonAsync("registration", "export", id, "--secret-out", "x.key");
        UseMachine("other");

        ToolResult before = await RunAsync("client", "get", id);
        ToolResult import = await RunAsync("registration", "import", id, "--uri", export["registration_client_uri"]!, "--token-file", "x.key");
        ToolResult after = await RunAsync("client", "get", id);

        Assert.That((before.ExitCode, import.ExitCode, after.ExitCode), Is.EqualTo((5, 0, 0)), import.Error + after.Error);
        Assert.That(File.ReadAllText(Tool.Path("x.key")), Is.EqualTo(Server.FindToken(id) + "\n"));
        Assert.That(export.Output + import.Output, Does.Not.Contain(Server.FindToken(id)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(Tool.Path("x.key")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task A_key_goes_to_another_machine_as_one_document()
    {
        string id = await CreateAsync();
        ToolResult export = await RunJsonAsync("registration", "export", id, "--show-secrets");
        UseMachine("other");
        Tool.Change = e => e with { Input = new StringReader(export.Output) };

        ToolResult import = await RunAsync("registration", "import", "--file", "-");

        Assert.That((import.ExitCode, (await RunAsync("client", "get", id)).ExitCode), Is.EqualTo((0, 0)), import.Error);
    }

    [Test]
    public async Task A_key_takes_the_place_of_another_only_if_that_is_confirmed()
    {
        string id = await CreateAsync();
        string uri = (await RunJsonAsync("registration", "export", id))["registration_client_uri"]!;
        Tool.Write("new.key", Server.RenewToken(id));
        string[] import = ["registration", "import", id, "--uri", uri, "--token-file", "new.key"];

        ToolResult refused = await RunAsync(import);
        int before = (await RunAsync("client", "get", id)).ExitCode;
        ToolResult replaced = await RunAsync([.. import, "--yes"]);

        Assert.That((refused.ExitCode, before, replaced.ExitCode, (await RunAsync("client", "get", id)).ExitCode), Is.EqualTo((3, 4, 0, 0)));
        Assert.That(refused.Error, Does.Contain("--yes"));
    }

    [TestCase("give ID, --uri and --token-file, or --file alone", "1", "--uri", "https://a.example/1")]
    [TestCase("give ID, --uri and --token-file, or --file alone", "--uri", "https://a.example/1", "--token-file", "good")]
    [TestCase("ID is empty", "", "--uri", "https://a.example/1", "--token-file", "good")]
    [TestCase("ID is empty", " ", "--uri", "https://a.example/1", "--token-file", "good")]
    [TestCase("must begin with https", "1", "--uri", "/1", "--token-file", "good")]
    [TestCase("the key is empty", "1", "--uri", "https://a.example/1", "--token-file", "empty")]
    [TestCase("one word of ASCII", "1", "--uri", "https://a.example/1", "--token-file", "words")]
    [TestCase("good is no JSON object", "--file", "good")]
    [TestCase("is about client 2, not 1", "1", "--file", "document")]
    [TestCase("none cannot be read", "--file", "none")]
    public async Task What_cannot_be_a_key_is_refused_and_not_repeated(string reason, params string[] args)
    {
        Tool.Write("good", "secret-key");
        Tool.Write("empty", "\n");
        Tool.Write("words", "secret-key another");
        Tool.Write("document", """{"client_id":"2","registration_client_uri":"https://a.example/2","registration_access_token":"secret-key"}""");

        ToolResult result = await RunAsync(["registration", "import", .. args]);

        Assert.That((result.ExitCode, result.Error.Contains(reason, StringComparison.Ordinal), Directory.Exists(Store)), Is.EqualTo((3, true, false)), result.Error);
        Assert.That(result.Error, Does.Not.Contain("secret-key"));
    }

    [TestCase("no https", "http://as.example/1", "plain http")]
    [TestCase("a user name", "https://me@as.example/1", "a user name or a fragment")]
    public async Task An_address_that_no_key_would_be_sent_to_is_not_stored(string what, string address, string reason)
    {
        Tool.Write("key", "secret-key");

        ToolResult result = await RunAsync("registration", "import", "1", "--uri", address, "--token-file", "key");

        Assert.That((result.ExitCode, Directory.Exists(Store)), Is.EqualTo((3, false)), what);
        Assert.That(result.Error, Does.Contain(reason));
    }

    [Test]
    public async Task A_damaged_key_is_told_with_its_file_and_can_be_forgotten()
    {
        string id = await CreateAsync();
        string path = Directory.EnumerateFiles(Store, "*.json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(path, $$"""{"client_id":"{{id}}","registration_access_token":"the-k""");

        ToolResult get = await RunAsync("client", "get", id);
        ToolResult export = await RunAsync("registration", "export", id);
        ToolResult forget = await RunAsync("registration", "forget", id, "--yes");

        Assert.That((get.ExitCode, export.ExitCode, forget.ExitCode), Is.EqualTo((1, 1, 0)), get.Error + export.Error + forget.Error);
        Assert.That((string[])[get.Error, export.Error], Has.All.Contains(path).And.All.Not.Contains("the-k").And.All.Not.Contains("unexpected"));
    }

    [Test]
    public async Task A_forgotten_key_leaves_the_client_at_the_server()
    {
        string id = await CreateAsync();

        ToolResult result = await RunAsync("registration", "forget", id, "--yes");

        Assert.That((result.ExitCode, Server.Count, (await RunJsonAsync("registration", "list")).Output), Is.EqualTo((0, 1, "[]\n")));
    }

    [TestCase(null, 3)]
    [TestCase("n", 1)]
    [TestCase("y", 0)]
    public async Task Forgetting_asks_and_needs_an_answer(string? answer, int exitCode)
    {
        string id = await CreateAsync();
        Tool.Change = e => answer is null ? e : e with { Input = new StringReader(answer + "\n"), InputIsTerminal = true, ErrorIsTerminal = true };

        ToolResult result = await RunAsync("registration", "forget", id);
        bool isKept = (await RunJsonAsync("registration", "list")).Output.Contains(id, StringComparison.Ordinal);

        Assert.That((result.ExitCode, isKept), Is.EqualTo((exitCode, exitCode != 0)), result.Error);
    }

    [TestCase("export")]
    [TestCase("forget", "--yes")]
    public async Task A_client_without_a_key_is_not_found(string command, params string[] args)
    {
        ToolResult result = await RunAsync(["registration", command, "4711", .. args]);

        Assert.That((result.ExitCode, result.Error), Is.EqualTo(
            (5, "clientmgmt: as has no key to client 4711; 'registration list' shows those that there are.\n")));
    }

    [Test]
    public async Task A_provider_whose_clients_have_no_keys_says_so()
    {
        ToolResult result = await RunAsync(Backend.AuthleteV3, "registration", "list");

        Assert.That(
            (result.ExitCode, result.Error),
            Is.EqualTo((3, "clientmgmt: AuthleteV3 keeps no keys to clients; only providers of DynamicRegistration without a ManagementToken do.\n")));
    }
}
