namespace ClientMgmt.Tests.Cli;

/// <summary>What was reviewed is what is done: a plan in a file.</summary>
[TestFixture]
internal sealed class SavedPlanTests : ToolFixture
{
    private const string New = "client_name: Orders\nredirect_uris:\n  - https://orders.example.com/cb\nclient_uri: https://orders.example.com/\npolicy_uri: https://orders.example.com/p\ntos_uri: https://orders.example.com/t\n";

    private static string NewOn(Backend provider) =>
        provider == Backend.DocSpace ? New + $"logo_uri: {Support.SampleMetadata.Logo}\npost_logout_redirect_uris: [https://orders.example.com/out]\n" + "scope: accounts:read\nallowed_origins: [https://orders.example.com]\n" : New;

    [Test]
    public async Task What_was_planned_is_done_without_the_manifests([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider)
    {
        string[] ids = Seed(provider, 2);
        ToolResult plan = await SaveAsync(provider, $"client_id: {ids[0]}\nclient_name: Renamed\n---\n{NewOn(provider)}", "--prune");
        File.Delete(Tool.Path("m.yaml"));

        ToolResult apply = await RunJsonAsync(provider, "apply", "my.plan", "--yes");
        ToolResult again = await RunAsync(provider, "apply", "my.plan", "--yes");

        Assert.That((plan.ExitCode, plan.Error), Is.EqualTo((2, "the plan is in my.plan; 'apply' with this file does what it says.\n")));
        Assert.That(apply.ExitCode, Is.Zero, apply.Error);
        Assert.That(apply.Json["results"]!.AsArray().Select(r => $"{r!["action"]} {r["result"]}"), Is.EqualTo(new[] { "change done", "create done", "delete done" }));
        Assert.That(apply.Error, Does.StartWith(plan.Output));
        Assert.That((await RunJsonAsync(provider, "client", "get", ids[0]))["client_name"], Is.EqualTo("Renamed"));
        Assert.That((await RunAsync(provider, "client", "get", ids[1])).ExitCode, Is.EqualTo(5));
        Assert.That(Count(provider), Is.EqualTo(2));
        Assert.That(again.Output, Does.Contain("conflict").And.Contain("done"));
    }

    [Test]
    public async Task A_client_that_was_changed_since_is_a_conflict([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider)
    {
        string id = Seed(provider)[0];
        await SaveAsync(provider, $"client_id: {id}\nclient_name: Renamed\n");
        await RunAsync(provider, "client", "update", id, "--client-name", "Other");

        ToolResult apply = await RunAsync(provider, "apply", "my.plan", "--yes");

        Assert.That(apply.ExitCode, Is.EqualTo(1));
        Assert.That(apply.Error, Does.Contain("Somebody else has changed client_name since the plan was made; make a new plan."));
        Assert.That((await RunJsonAsync(provider, "client", "get", id))["client_name"], Is.EqualTo("Other"));
    }

    [Test]
    public async Task A_client_that_is_to_be_deleted_and_was_touched_since_is_a_conflict(
        [Values(Backend.AuthleteV3, Backend.DocSpace)] Backend provider,
        [Values("rotate-secret", "update", "disable")] string touch)
    {
        string[] ids = Seed(provider, 2);
        await SaveAsync(provider, $"client_id: {ids[0]}\n", "--prune");
        Tool.Sandbox.ClockOffset += TimeSpan.FromSeconds(2);
        ToolResult touched = await RunAsync(provider, ["client", touch, ids[1], .. touch == "update" ? (string[])["--client-name", "Other"] : []]);

        ToolResult apply = await RunAsync(provider, "apply", "my.plan", "--yes");

        Assert.That((touched.ExitCode, apply.ExitCode, Count(provider)), Is.EqualTo((0, 1, 2)), touched.Error + apply.Output);
        Assert.That(apply.Error, Does.Contain("The client was not deleted."));
    }

    [Test]
    public async Task Nothing_but_the_plan_that_was_saved_is_done()
    {
        await SaveAsync(Backend.AuthleteV3, New);
        string saved = File.ReadAllText(Tool.Path("my.plan"));

        foreach ((string text, string error) in new[]
        {
            (saved.Replace("\"Orders\"", "\"Evil\"", StringComparison.Ordinal), "This plan is not as it was saved. Make a new plan."),
            (saved.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal), "This plan was saved by another version: it has the format 2, and 1 can be read. Make a new plan."),
            (saved[..(saved.Length / 2)], "This is no saved plan, or it is damaged."),
            ("", "This is no saved plan, or it is damaged."),
            ("{}", "This is no saved plan."),
            (New, "This is no saved plan, or it is damaged."),
        })
        {
            Tool.Write("my.plan", text);
            Tool.Sandbox.ClearRequests();

            ToolResult apply = await RunAsync(Backend.AuthleteV3, "apply", "my.plan", "--yes");

            Assert.That((apply.ExitCode, apply.Error, Tool.Sandbox.Requests.Count), Is.EqualTo((3, $"clientmgmt: my.plan: {error}\n", 0)));
        }
    }

    [Test]
    public async Task A_plan_for_another_provider_is_refused()
    {
        await SaveAsync(Backend.AuthleteV3, New);
        Tool.Sandbox.ClearRequests();

        ToolResult other = await RunAsync(Backend.AuthleteV2, "apply", "my.plan", "--yes");
        Tool.Variables["ClientManagement__Providers__AuthleteV3__BaseAddress"] = "https://elsewhere.example/";
        ToolResult moved = await RunAsync(Backend.AuthleteV3, "apply", "my.plan", "--yes");

        Assert.That((other.ExitCode, other.Error), Is.EqualTo(
            (3, "clientmgmt: my.plan is a plan for the provider 'AuthleteV3', and not for 'AuthleteV2'; --provider chooses it.\n")));
        Assert.That((moved.ExitCode, Tool.Sandbox.Requests.Count), Is.EqualTo((3, 0)));
        Assert.That(moved.Error, Does.Contain("but 'AuthleteV3' is AuthleteV3 https://elsewhere.example ").And.EndWith("make a new plan.\n"));
    }

    [Test]
    public async Task The_file_is_for_its_owner_alone_and_holds_no_secret()
    {
        string[] ids = Seed(Backend.AuthleteV3, 2);
        string secret = (await RunJsonAsync(Backend.AuthleteV3, "client", "get", ids[1], "--show-secrets"))["client_secret"]!;
        Tool.Write("jwks.json", """{"keys":[{"kty":"oct","kid":"1","k":"cHJpdmF0ZQ"}]}""");
        await RunAsync(Backend.AuthleteV3, "client", "update", ids[1], "--set", "jwks=@jwks.json");

        ToolResult plan = await SaveAsync(Backend.AuthleteV3, $"client_id: {ids[0]}\nclient_name: Renamed\n", "--prune");
        string saved = File.ReadAllText(Tool.Path("my.plan"));
        ToolResult apply = await RunAsync(Backend.AuthleteV3, "apply", "my.plan", "--yes");

        Assert.That(plan.ExitCode, Is.EqualTo(2), plan.Error);
        Assert.That(saved, Does.Contain(ids[1]).And.Not.Contain(secret).And.Not.Contain("cHJpdmF0ZQ"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(Tool.Path("my.plan")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        Assert.That((apply.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((0, 1)), apply.Error);
    }

    [Test]
    public async Task A_plan_that_cannot_be_carried_out_leaves_the_file_as_it_was()
    {
        await SaveAsync(Backend.AuthleteV3, "client_name: One\n");
        string old = File.ReadAllText(Tool.Path("my.plan"));

        ToolResult plan = await SaveAsync(Backend.AuthleteV3, "client_id: 99\nclient_name: None\n");

        Assert.That((plan.ExitCode, File.ReadAllText(Tool.Path("my.plan"))), Is.EqualTo((1, old)));
    }

    [TestCase("m.yaml")]
    [TestCase("clientmgmt.json")]
    public async Task A_plan_takes_no_place_of_anything_else(string file)
    {
        Tool.Write("m.yaml", "client_name: One\n");
        string before = File.ReadAllText(Tool.Path(file));

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "--out", file);

        Assert.That((plan.ExitCode, File.ReadAllText(Tool.Path(file))), Is.EqualTo((3, before)));
        Assert.That(plan.Error, Does.Contain("is there already and is no saved plan"));
    }

    [Test]
    public async Task A_saved_plan_may_go_through_a_pipe()
    {
        ToolResult plan = await SaveAsync(Backend.AuthleteV3, New, "--output", "table", "--out", "-");
        Tool.Change = environment => environment with { Input = new StringReader(plan.Output) };

        ToolResult apply = await RunAsync(Backend.AuthleteV3, "apply", "-", "--yes");

        Assert.That((plan.ExitCode, apply.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((2, 0, 1)), plan.Error + apply.Error);
        Assert.That(plan.Error, Does.StartWith("+ create Orders\n"));
    }

    [TestCase("clientmgmt: name manifests by --file, or a plan that 'plan --out' wrote.\n")]
    [TestCase("clientmgmt: 'my.plan' is taken for a saved plan, which is done as it is; leave it out, or --file and --prune. An option is repeated for another value.\n", "my.plan", "-f", "m.yaml", "--prune")]
    [TestCase("clientmgmt: 'my.plan' is taken for a saved plan, which is done as it is; leave it out, or --var. An option is repeated for another value.\n", "my.plan", "--var", "A=1")]
    [TestCase("clientmgmt: PLAN: none.plan cannot be read: there is no such file.\n", "none.plan")]
    public async Task Wrong_usage_is_told(string error, params string[] args)
    {
        ToolResult apply = await RunAsync(Backend.AuthleteV3, ["apply", .. args, "--yes"]);

        Assert.That((apply.ExitCode, apply.Error, Tool.Sandbox.Requests.Count), Is.EqualTo((3, error, 0)));
    }

    private Task<ToolResult> SaveAsync(Backend provider, string manifests, params string[] args)
    {
        Tool.Write("m.yaml", manifests);
        string[] target = args.Contains("--out") ? [] : ["--out", "my.plan"];
        return RunAsync(provider, ["plan", "-f", "m.yaml", .. target, .. args]);
    }
}
