using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Cli;

/// <summary>Clients as files: export, plan and apply.</summary>
[TestFixture]
internal sealed class ManifestCommandTests : ToolFixture
{
    private const string New = """
        client_name: Orders
        redirect_uris:
          - https://orders.example.com/cb
        """;

    [Test]
    public async Task What_is_exported_needs_no_change([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider, [Values("table", "yaml", "json")] string format)
    {
        Seed(provider, 3);
        ToolResult export = await RunAsync(provider, "export", "--output", format);
        string file = format == "json" ? "all.json" : "all.yaml";
        Tool.Write(file, export.Output);

        ToolResult plan = await RunAsync(provider, "plan", "-f", file, "--prune");

        Assert.That((export.ExitCode, export.Error, plan.ExitCode), Is.EqualTo((0, "", 0)), plan.Error);
        Assert.That(plan.Output, Is.EqualTo($"{provider}: 0 to create, 0 to change, 0 to delete, 3 unchanged.\n"));
    }

    [Test]
    public async Task What_is_exported_to_files_needs_no_change(
        [ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider, [Values("all.yaml", "all.json", "clients/")] string target, [Values("table", "json")] string format)
    {
        Seed(provider, 3);

        ToolResult export = await RunAsync(provider, "export", "--out", target, "--output", format);
        ToolResult plan = await RunAsync(provider, "plan", "-f", target, "--prune");

        Assert.That((export.ExitCode, plan.ExitCode), Is.EqualTo((0, 0)), export.Error + plan.Error);
        Assert.That(plan.Output, Does.EndWith(" 0 to create, 0 to change, 0 to delete, 3 unchanged.\n"));
    }

    [Test]
    public async Task An_export_as_JSON_is_a_sorted_list([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string[] ids = Seed(provider, 3);

        ToolResult export = await RunJsonAsync(provider, "export", ids[2], ids[0]);

        JsonArray list = export.Json.AsArray();
        Assert.That(list.Select(c => $"{c!["client_id"]}"), Is.EquivalentTo(new[] { ids[0], ids[2] }));
        Assert.That(list.Select(c => $"{c!["client_name"]}"), Is.Ordered.Using<string>(StringComparer.Ordinal));
    }

    [TestCase("all.yaml", "table", new[] { "all.yaml" }, "---\nclient_id:")]
    [TestCase("all.json", "table", new[] { "all.json" }, "[\n  {\n    \"client_id\":")]
    [TestCase("clients/", "yaml", new[] { "clients/{0}.yaml", "clients/{1}.yaml" }, "---\nclient_id:")]
    [TestCase("clients/", "json", new[] { "clients/{0}.json", "clients/{1}.json" }, "{\n  \"client_id\":")]
    public async Task An_export_goes_to_a_file_or_a_folder(string target, string format, string[] expected, string start)
    {
        string[] ids = Seed(Backend.AuthleteV3, 2);

        ToolResult export = await RunAsync(Backend.AuthleteV3, "export", "--out", target, "--output", format);

        Assert.That((export.ExitCode, export.Error), Is.EqualTo((0, $"2 exported to {target}.\n")));
        Assert.That(
            expected.Select(f => File.ReadAllText(Tool.Path(string.Format(null, f, ids[0], ids[1])))), Is.All.StartsWith(start));
    }

    [Test]
    public async Task What_an_export_wrote_is_a_document()
    {
        Seed(Backend.AuthleteV3, 2);

        ToolResult export = await RunJsonAsync(Backend.AuthleteV3, "export", "--out", "all.yaml");

        Assert.That(
            export.Json.ToJsonString(), Is.EqualTo("""{"provider":"AuthleteV3","exported":2,"failed":0,"out":"all.yaml","losses":[],"stale":[]}"""));
    }

    [Test]
    public async Task An_export_goes_on_after_an_unknown_client([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider, [Values("all.yaml", null)] string? target)
    {
        string[] ids = Seed(provider, 2);
        string unknown = provider == Backend.DocSpace ? Guid.Empty.ToString() : "99";
        string[] args = ["export", ids[0], unknown, ids[1]];

        ToolResult export = await RunAsync(provider, target is null ? args : [.. args, "--out", target]);

        string text = target is null ? export.Output : File.ReadAllText(Tool.Path(target));
        Assert.That((export.ExitCode, text.Split("---\n").Length - 1), Is.EqualTo((6, 2)), export.Error);
        Assert.That(export.ErrorLines, Has.Length.EqualTo(2));
        Assert.That(export.ErrorLines[0], Does.StartWith("clientmgmt: ").And.Contains(unknown));
        Assert.That(export.ErrorLines[1], Is.EqualTo($"2 exported{(target is null ? "" : " to all.yaml")}, 1 failed."));
    }

    [TestCase(5, "99")]
    [TestCase(5, "99", "98")]
    [TestCase(5, "{0}", "99", "--stop-on-error")]
    public async Task An_export_that_fails_keeps_the_file(int exitCode, params string[] args)
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Write("all.yaml", "old");

        ToolResult export = await RunAsync(
            Backend.AuthleteV3, ["export", .. args.Select(a => string.Format(null, a, id)), "--out", "all.yaml"]);

        Assert.That((export.ExitCode, export.Output, File.ReadAllText(Tool.Path("all.yaml"))), Is.EqualTo((exitCode, "", "old")), export.Error);
    }

    [Test]
    public async Task An_export_to_a_folder_that_is_not_there_names_the_file_and_sends_nothing()
    {
        ToolResult export = await RunAsync(Backend.AuthleteV3, "export", "--out", "none/all.yaml");

        Assert.That((export.ExitCode, Tool.Sandbox.Requests.Count), Is.EqualTo((3, 0)));
        Assert.That(export.Error, Does.Contain($"none{Path.DirectorySeparatorChar}all.yaml cannot be written: there is no such folder.").And.Not.Contain(".tmp"));
    }

    [Test]
    public async Task An_export_holds_no_secret([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string id = Seed(provider)[0];
        string? secret = (await RunJsonAsync(provider, "client", "get", id, "--show-secrets"))["client_secret"];
        Assert.That(secret, Is.Not.Null.And.Not.Empty);

        ToolResult export = await RunAsync(provider, "export", "--show-secrets");

        Assert.That(export.Output, Does.Contain(id).And.Not.Contain(secret));
    }

    [Test]
    public async Task A_plan_shows_what_is_created_changed_and_deleted_and_writes_nothing()
    {
        string[] ids = Seed(Backend.AuthleteV3, 2);
        string name = (await RunJsonAsync(Backend.AuthleteV3, "client", "get", ids[0]))["client_name"]!;
        string other = (await RunJsonAsync(Backend.AuthleteV3, "client", "get", ids[1]))["client_name"]!;
        Tool.Write("m.yaml", $"client_id: {ids[0]}\nclient_name: Renamed\n---\n{New}\n");
        Tool.Sandbox.ClearRequests();

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "--prune");

        Assert.That((plan.ExitCode, plan.Error), Is.EqualTo((2, "")));
        Assert.That(plan.Output, Is.EqualTo($"""
            ~ change {name} ({ids[0]})
                ~ client_name: "{name}" -> "Renamed"
            + create Orders
                + client_name: "Orders"
                + redirect_uris:
                    + "https://orders.example.com/cb"
            - delete {other} ({ids[1]})
            AuthleteV3: 1 to create, 1 to change, 1 to delete, 0 unchanged.

            """));
        Assert.That(Writes, Is.Zero);
    }

    [TestCase("json")]
    [TestCase("yaml")]
    public async Task A_plan_is_a_document_and_nothing_else(string format)
    {
        Tool.Write("m.yaml", New);

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "--output", format);

        string start = format == "json" ? "{\n  \"provider\": \"AuthleteV3\"," : "provider: AuthleteV3\n";
        Assert.That((plan.ExitCode, plan.Error), Is.EqualTo((2, "")));
        Assert.That(plan.Output, Does.StartWith(start));
    }

    [Test]
    public async Task A_plan_reads_standard_input_and_several_files()
    {
        Tool.Write("m.yaml", New);
        Tool.Change = e => e with { Input = new StringReader("client_name: Piped\n") };

        ToolResult plan = await RunJsonAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "-f", "-");

        Assert.That($"{plan.Json["summary"]!["create"]}", Is.EqualTo("2"), plan.Error);
    }

    [Test]
    public async Task A_plan_that_cannot_be_carried_out_ends_with_one_and_a_line_for_each_problem()
    {
        Tool.Write("m.yaml", "client_id: 99\nclient_name: x\n---\nclient_id: 98\nclient_name: y\n");

        ToolResult plan = await RunJsonAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml");

        Assert.That((plan.ExitCode, plan.ErrorLines.Length, plan.Json["problems"]!.AsArray().Count), Is.EqualTo((1, 2, 2)), plan.Error);
        Assert.That(plan.ErrorLines[1], Does.StartWith("clientmgmt: ").And.Contains("m.yaml:4:"));
    }

    [Test]
    public async Task Apply_makes_what_was_planned_and_a_second_time_writes_nothing([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string id = Seed(provider)[0];
        Tool.Write("m.yaml", (await RunAsync(provider, "export", id)).Output.Replace("client_name: ", "client_name: New ", StringComparison.Ordinal)
            .Replace("New \"", "\"New ", StringComparison.Ordinal));

        ToolResult first = await RunJsonAsync(provider, "apply", "-f", "m.yaml", "--yes");
        Tool.Sandbox.ClearRequests();
        ToolResult second = await RunJsonAsync(provider, "apply", "-f", "m.yaml", "--yes");

        Assert.That(
            (first.ExitCode, $"{first.Json["results"]![0]!["action"]} {first.Json["results"]![0]!["result"]}"), Is.EqualTo((0, "change done")), first.Error);
        Assert.That((second.ExitCode, second.Json["results"]!.AsArray().Count, Writes), Is.EqualTo((0, 0, 0)), second.Error);
    }

    [Test]
    public async Task Apply_shows_the_plan_and_then_the_results()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Write("m.yaml", $"client_id: {id}\nclient_name: Renamed\n");

        ToolResult apply = await RunAsync(Backend.AuthleteV3, "apply", "-f", "m.yaml", "--yes");

        Assert.That(apply.Output.Split('\n')[0], Does.StartWith("~ change "));
        Assert.That(apply.Output, Does.Match($"(?m)^change +done +{id} +Renamed$"));
        Assert.That(apply.Error, Is.EqualTo("1 done.\n"));
    }

    [TestCase("y\n", 0, 1)]
    [TestCase("n\n", 1, 0)]
    [TestCase("", 1, 0)]
    public async Task On_a_terminal_apply_asks(string answer, int exitCode, int count)
    {
        Tool.Write("m.yaml", New);
        Tool.Change = e => e with { Input = new StringReader(answer), InputIsTerminal = true, ErrorIsTerminal = true };

        ToolResult apply = await RunAsync(Backend.AuthleteV3, "apply", "-f", "m.yaml");

        Assert.That((apply.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((exitCode, count)));
        Assert.That(apply.Error, Does.StartWith("Make these changes at AuthleteV3? [y/N] "));
    }

    [Test]
    public async Task Too_many_deletions_are_told_with_the_option_that_allows_them()
    {
        Seed(Backend.AuthleteV3, 3);
        Tool.Write("m.yaml", New);

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "--prune", "--max-deletes", "2");

        Assert.That((plan.ExitCode, plan.ErrorLines[^1]), Is.EqualTo((1, "clientmgmt: --max-deletes 3 allows these deletions.")));
    }

    [Test]
    public async Task A_file_that_is_named_twice_is_read_once()
    {
        Tool.Write("m.yaml", New);

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "-f", "./m.yaml");

        Assert.That((plan.ExitCode, plan.Error), Is.EqualTo((2, "")));
    }

    [TestCase(3, 0, 4)]
    [TestCase(3, 0, 1, "--prune")]
    [TestCase(3, 1, 3, "--prune", "--max-deletes", "2")]
    [TestCase(6, 1, 6, "--prune")]
    public async Task Deletes_need_prune_and_no_more_than_the_limit(int before, int exitCode, int after, params string[] options)
    {
        Seed(Backend.AuthleteV3, before);
        Tool.Write("m.yaml", New);

        ToolResult apply = await RunAsync(Backend.AuthleteV3, ["apply", "-f", "m.yaml", "--yes", .. options]);

        Assert.That((apply.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((exitCode, after)), apply.Error);
    }

    [Test]
    public async Task A_secret_of_a_new_client_is_hidden_and_goes_to_the_file([Values("table", "json")] string format)
    {
        Tool.Write("m.yaml", New);

        ToolResult apply = await RunAsync(
            Backend.AuthleteV3, "apply", "-f", "m.yaml", "--yes", "--secret-out", "new.json", "--output", format);

        JsonNode kept = JsonNode.Parse(File.ReadAllText(Tool.Path("new.json")))![0]!;
        string id = $"{kept["client_id"]}";
        string? stored = (await RunJsonAsync(Backend.AuthleteV3, "client", "get", id, "--show-secrets"))["client_secret"];
        Assert.That((apply.ExitCode, $"{kept["client_secret"]}", $"{kept["client_name"]}"), Is.EqualTo((0, stored, "Orders")));
        Assert.That(apply.Output + apply.Error, Does.Not.Contain(stored!));
        Assert.That(Mode("new.json"), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task A_secret_of_a_new_client_is_shown_if_that_is_asked_for([Values("table", "json")] string format)
    {
        Tool.Write("m.yaml", New);

        ToolResult apply = await RunAsync(Backend.AuthleteV3, "apply", "-f", "m.yaml", "--yes", "--show-secrets", "--output", format);

        string id = $"{(await RunJsonAsync(Backend.AuthleteV3, "client", "list")).Json[0]!["client_id"]}";
        Assert.That(
            apply.Output, Does.Contain((await RunJsonAsync(Backend.AuthleteV3, "client", "get", id, "--show-secrets"))["client_secret"]!));
    }

    [TestCase(false, 6, "1 done, 1 failed.")]
    [TestCase(true, 1, "1 failed, 1 not tried.")]
    public async Task What_fails_is_told_and_the_rest_is_done_unless_it_is_to_stop(bool stop, int exitCode, string counts)
    {
        Tool.Write("m.yaml", "client_name: Bad\n---\n" + New);
        Tool.Sandbox.Faults.Add(new ClientMgmt.Sandbox.SandboxFault
        {
            PathContains = "/client/create",
            Times = null,
            Status = 400,
            Commit = false,
            When = call => call.Body.Contains("Bad", StringComparison.Ordinal),
        });

        ToolResult apply = await RunAsync(
            Backend.AuthleteV3, ["apply", "-f", "m.yaml", "--yes", .. stop ? new[] { "--stop-on-error" } : []]);

        Assert.That((apply.ExitCode, apply.ErrorLines[^1]), Is.EqualTo((exitCode, counts)), apply.Error);
        Assert.That(apply.ErrorLines[0], Does.StartWith("clientmgmt: client Bad: "));
    }

    [Test]
    public async Task Stopping_says_what_was_done_and_ends_with_130()
    {
        Tool.Write("m.yaml", New);
        var isUnderWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Tool.Sandbox.Faults.Add(new ClientMgmt.Sandbox.SandboxFault
        {
            PathContains = "/client/create",
            Send = ClientMgmt.Sandbox.SandboxPart.None,
            Then = ClientMgmt.Sandbox.SandboxEnding.Hang,
            Commit = false,
            When = _ => isUnderWay.TrySetResult(),
        });
        using var stop = new CancellationTokenSource();

        Task<ToolResult> run = Tool.RunAsync(["apply", "-f", "m.yaml", "--yes", "--provider", "AuthleteV3", "--output", "json"], stop.Token);
        await isUnderWay.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await stop.CancelAsync();

        ToolResult apply = await run;
        Assert.That((apply.ExitCode, $"{apply.Json["results"]![0]!["result"]}"), Is.EqualTo((130, "not known")), apply.Error);
        Assert.That(apply.ErrorLines[^1], Is.EqualTo("clientmgmt: cancelled; 1 not known."));
    }

    private int Writes => Tool.Sandbox.Requests.Count(r => r.Method is "PUT" or "PATCH" or "DELETE"
        || r.Target.Contains("/update/", StringComparison.Ordinal) || r.Target.EndsWith("/create", StringComparison.Ordinal)
        || (r.Method == "POST" && r.Target.Contains("/clients", StringComparison.Ordinal)));

    private UnixFileMode Mode(string file) =>
        OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Tool.Path(file));
}
