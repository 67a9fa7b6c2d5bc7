namespace ClientMgmt.Tests.Cli;

/// <summary>The same manifests for several environments: variables and overlays.</summary>
[TestFixture]
internal sealed class EnvironmentTests : ToolFixture
{
    private const string Orders = "client_name: Orders\nredirect_uris:\n  - https://${HOST}/cb\n";

    [TestCase("--var", "HOST=a.example")]
    [TestCase("--var-file", "test.env")]
    [TestCase("--var-file", "other.env", "--var", "HOST=a.example")]
    public async Task A_variable_is_put_into_texts(params string[] args)
    {
        Tool.Write("m.yaml", Orders);
        Tool.Write("test.env", "# comment\n\nHOST=a.example\r\n");
        Tool.Write("other.env", "HOST=b.example\n");

        ToolResult plan = await RunAsync(Backend.AuthleteV3, ["plan", "-f", "m.yaml", .. args]);

        Assert.That((plan.ExitCode, plan.Error), Is.EqualTo((2, "")));
        Assert.That(plan.Output, Does.Contain("\"https://a.example/cb\""));
    }

    [Test]
    public async Task A_variable_may_come_from_the_environment_over_which_files_win()
    {
        Tool.Write("m.yaml", Orders);
        Tool.Write("test.env", "HOST=b.example\n");
        Tool.Variables["HOST"] = "a.example";

        ToolResult of = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml");
        ToolResult over = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "--var-file", "test.env");

        Assert.That(of.Output, Does.Contain("https://a.example/cb"));
        Assert.That(over.Output, Does.Contain("https://b.example/cb"));
    }

    [Test]
    public async Task An_unknown_variable_is_an_error_with_its_place()
    {
        Tool.Write("m.yaml", Orders);

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml");

        Assert.That((plan.ExitCode, Tool.Sandbox.Requests.Count), Is.EqualTo((3, 0)));
        Assert.That(plan.Error, Does.StartWith("clientmgmt: ").And.EndWith(
            "m.yaml:3:5: There is no variable 'HOST'. Where the text itself is meant, write $${HOST}.\n"));
    }

    [Test]
    public async Task The_credentials_of_the_configuration_are_no_variables()
    {
        Tool.Variables["ClientManagement__Providers__AuthleteV3__AccessToken"] = "top-secret";
        Tool.Write("m.yaml", "client_name: Orders\nclient_uri: https://${ClientManagement__Providers__AuthleteV3__AccessToken}/\n");

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml");

        Assert.That(plan.ExitCode, Is.EqualTo(3));
        Assert.That(plan.Error + plan.Output, Does.Contain("There is no variable").And.Not.Contain("top-secret"));
    }

    [TestCase("--var", "HOST", "clientmgmt: --var must be NAME=VALUE, with a name of letters, digits and _.\n")]
    [TestCase("--var", "my-host=a", "clientmgmt: --var must be NAME=VALUE, with a name of letters, digits and _.\n")]
    [TestCase("--var-file", "test.env", "clientmgmt: --var-file: test.env:2 must be NAME=VALUE, with a name of letters, digits and _.\n")]
    [TestCase("--var-file", "none.env", "clientmgmt: --var-file: none.env cannot be read: there is no such file.\n")]
    public async Task What_is_no_variable_is_wrong_usage(string option, string value, string error)
    {
        Tool.Write("m.yaml", Orders);
        Tool.Write("test.env", "HOST=a\nHOST\n");

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", option, value);

        Assert.That((plan.ExitCode, plan.Error), Is.EqualTo((3, error)));
    }

    [Test]
    public async Task An_export_of_what_looks_like_a_variable_needs_no_change(
        [ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider, [Values("all.yaml", "all.json", "clients/")] string target)
    {
        string id = Seed(provider)[0];
        await RunAsync(provider, "client", "update", id, "--client-name", "$${A} ${B} ${");

        ToolResult export = await RunAsync(provider, "export", "--out", target);
        ToolResult plan = await RunAsync(provider, "plan", "-f", target);

        Assert.That((export.ExitCode, plan.ExitCode, plan.Error), Is.EqualTo((0, 0, "")));
        Assert.That(plan.Output, Does.EndWith(" 1 unchanged.\n"));
    }

    [Test]
    public async Task An_overlay_says_what_differs_and_clears()
    {
        Tool.Write("m.yaml", Orders + "logo_uri: https://a.example/logo\npolicy_uri: https://a.example/policy\n");
        Tool.Write("prod.yaml", "client_name: Orders\nredirect_uris: [\"https://prod.example/cb\"]\nlogo_uri: null\nextensions:\n  pkceRequired: true\n");

        ToolResult apply = await RunJsonAsync(Backend.AuthleteV3, "apply", "-f", "m.yaml", "--overlay", "prod.yaml", "--var", "HOST=a.example", "--yes");
        string id = apply.Json["results"]![0]!["client_id"]!.ToString();
        ToolResult client = await RunAsync(Backend.AuthleteV3, "export", id);

        Assert.That(apply.ExitCode, Is.Zero, apply.Error);
        Assert.That(client.Output, Does.Contain("https://prod.example/cb").And.Contain("policy_uri: ").And.Contain("pkceRequired: true")
            .And.Not.Contain("a.example/cb").And.Not.Contain("logo_uri"));
    }

    [Test]
    public async Task An_overlay_tells_the_id_of_an_environment()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Write("m.yaml", Orders);
        Tool.Write("prod.yaml", $"client_id: {id}\nclient_name: Orders\n");

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "--overlay", "prod.yaml", "--var", "HOST=a.example");

        Assert.That(plan.Output, Does.StartWith("~ change ").And.Contain($"({id})"));
    }

    [TestCase("client_name: Unknown\n", "prod.yaml:1:1: client Unknown: no manifest is about this client; an overlay adds none.")]
    [TestCase("client_id: 1\n", "prod.yaml:1:1: client 1: no manifest is about this client; an overlay adds none.")]
    [TestCase("client_name: Twice\n", "prod.yaml:1:1: client Twice: 2 manifests are about this client; say by client_id which one is meant.")]
    [TestCase("client_name: Orders\n---\nclient_name: Orders\n", "prod.yaml:3:1: client Orders: the overlay is about this client for a second time (")]
    [TestCase("client_name: Orders\nlogo_url: null\n", "prod.yaml:2:1: 'logo_url' is unknown; did you mean 'logo_uri'?")]
    public async Task What_is_wrong_with_an_overlay_is_told_with_its_place(string overlay, string error)
    {
        Tool.Write("m.yaml", "client_name: Orders\n---\nclient_name: Twice\n---\nclient_name: Twice\n");
        Tool.Write("prod.yaml", overlay);

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "--overlay", "prod.yaml");

        Assert.That((plan.ExitCode, Tool.Sandbox.Requests.Count), Is.EqualTo((3, 0)));
        Assert.That(plan.ErrorLines, Has.Length.EqualTo(1).And.All.Contains(error));
    }

    [Test]
    public async Task An_overlay_in_the_folder_of_the_manifests_is_none_of_them()
    {
        Directory.CreateDirectory(Tool.Path("clients"));
        Tool.Write("clients/orders.yaml", "client_name: Orders\n");
        Tool.Write("clients/prod.yaml", "client_name: Orders\nclient_uri: https://prod.example/\n");

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "clients/", "--overlay", "clients/prod.yaml");

        Assert.That((plan.ExitCode, plan.Error), Is.EqualTo((2, "")));
        Assert.That(plan.Output, Does.Contain("https://prod.example/"));
    }
}
