using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Where the configuration comes from, and what is said of mistakes in it.</summary>
[TestFixture]
internal sealed class ToolConfigurationTests : ToolFixture
{
    private const string Token = "ClientManagement__Providers__AuthleteV3__AccessToken";

    [Test]
    public async Task Without_any_configuration_the_places_are_named()
    {
        File.Delete(Tool.Path("clientmgmt.json"));
        Tool.Variables.Clear();
        Tool.Variables["XDG_CONFIG_HOME"] = Tool.Path("settings");

        ToolResult result = await Tool.RunAsync("client", "list");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(Tool.Path("clientmgmt.json"))
            .And.Contain(Path.Combine(Tool.Path("settings"), "clientmgmt", "clientmgmt.json")).And.Contain("--config"));
    }

    [Test]
    public async Task The_file_of_the_user_is_the_second_choice()
    {
        string folder = Directory.CreateDirectory(Path.Combine(Tool.Folder, "settings", "clientmgmt")).FullName;
        File.Move(Tool.Path("clientmgmt.json"), Path.Combine(folder, "clientmgmt.json"));
        Tool.Variables["XDG_CONFIG_HOME"] = Tool.Path("settings");

        Assert.That((await Tool.RunAsync("client", "list")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_file_can_be_named()
    {
        File.Move(Tool.Path("clientmgmt.json"), Tool.Path("other.json"));

        Assert.That((await Tool.RunAsync("client", "list", "--config", "other.json")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_file_that_is_named_must_be_there()
    {
        ToolResult result = await Tool.RunAsync("client", "list", "--config", "none.json");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((3, "clientmgmt: --config: there is no file none.json.\n")));
    }

    [Test]
    public async Task The_environment_wins_over_the_file()
    {
        Tool.Variables[Token] = "wrong";

        ToolResult result = await Tool.RunAsync("client", "list");

        Assert.That(result.ExitCode, Is.EqualTo(4));
        Assert.That(result.Error, Does.Contain("HTTP 40").And.Contain($"Check the credential at ClientManagement:Providers:AuthleteV3:AccessToken (environment variable {Token})."));
    }

    [Test]
    public async Task The_environment_alone_is_enough()
    {
        File.Delete(Tool.Path("clientmgmt.json"));
        Tool.Variables.Clear();
        Tool.Variables["ClientManagement__Providers__main__Backend"] = "AuthleteV3";
        Tool.Variables["ClientManagement__Providers__main__BaseAddress"] = Tool.Sandbox.BaseAddress.ToString();
        Tool.Variables["ClientManagement__Providers__main__ServiceId"] = SandboxDefaults.ServiceId;
        Tool.Variables["ClientManagement__Providers__main__AccessToken"] = SandboxDefaults.AccessToken;

        Assert.That((await Tool.RunAsync("client", "list")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_server_that_is_not_there_is_told_with_the_place_of_its_address()
    {
        Tool.Variables["ClientManagement__Providers__AuthleteV3__BaseAddress"] = "http://127.0.0.1:1/";

        ToolResult result = await Tool.RunAsync("client", "list");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.EndWith("Check ClientManagement:Providers:AuthleteV3:BaseAddress "
            + "(environment variable ClientManagement__Providers__AuthleteV3__BaseAddress).\n"));
    }

    [Test]
    public async Task A_missing_credential_has_the_code_of_credentials()
    {
        Tool.Variables[Token] = "";

        ToolResult result = await Tool.RunAsync("client", "list");

        Assert.That(result.ExitCode, Is.EqualTo(4));
        Assert.That(result.Error, Does.Contain("ClientManagement:Providers:AuthleteV3:AccessToken is missing"));
    }

    [Test]
    public async Task Syntax_is_told_by_its_line()
    {
        Tool.Write("clientmgmt.json", "{\n  \"ClientManagement\": {\n    oops\n");

        ToolResult result = await Tool.RunAsync("client", "list");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((3, "clientmgmt: clientmgmt.json:3: this is not valid JSON.\n")));
    }

    [Test]
    public async Task A_mistake_is_told_by_its_line_and_key()
    {
        Tool.Write("clientmgmt.json", File.ReadAllText(Tool.Path("clientmgmt.json"))
            .Replace("\"BaseAddress\"", "\n\"Bogus\": \"1\",\n\"BaseAddress\"", StringComparison.Ordinal));

        ToolResult result = await Tool.RunAsync("client", "list");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("clientmgmt.json:8: ClientManagement:Providers:AuthleteV3:Bogus is not a known setting"));
    }

    [Test]
    public async Task A_mistake_in_the_environment_is_told_by_its_variable()
    {
        Tool.Variables["ClientManagement__Providers__AuthleteV3__AllowHttp"] = "perhaps";

        ToolResult result = await Tool.RunAsync("client", "list");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((3,
            "clientmgmt: environment variable ClientManagement__Providers__AuthleteV3__AllowHttp: "
            + "ClientManagement:Providers:AuthleteV3:AllowHttp must be true or false.\n")));
    }

    [Test]
    public async Task Without_a_default_a_provider_must_be_named()
    {
        Tool.Write("clientmgmt.json", File.ReadAllText(Tool.Path("clientmgmt.json"))
            .Replace("\"Provider\": \"AuthleteV3\",", "", StringComparison.Ordinal));

        ToolResult none = await Tool.RunAsync("client", "list");
        ToolResult named = await Tool.RunAsync("client", "list", "--provider", "docspace");

        Assert.That(
            (none.ExitCode, none.Error, named.ExitCode),
            Is.EqualTo((3, "clientmgmt: name a provider with --provider: AuthleteV2, AuthleteV3, DocSpace, DynamicRegistration.\n", 0)));
    }

    [Test]
    public async Task A_configuration_without_providers_is_told_by_its_file()
    {
        Tool.Write("clientmgmt.json", "{}");
        Tool.Variables.Clear();

        ToolResult result = await Tool.RunAsync("client", "list");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo(
            (3, "clientmgmt: clientmgmt.json names no provider at ClientManagement:Providers; 'clientmgmt --help' shows how.\n")));
    }

    [Test]
    public async Task A_check_tells_which_provider_is_refused()
    {
        Tool.Variables[Token] = "wrong";

        ToolResult all = await Tool.RunAsync("providers", "--check", "--output", "json");
        ToolResult one = await Tool.RunAsync("providers", "--check", "--provider", "AuthleteV3");

        Assert.That(
            (all.ExitCode, string.Join('|', all.Json.AsArray().Select(p => $"{p!["status"]}")), one.ExitCode),
            Is.EqualTo((6, "ok|credential refused|ok|answers; credential not tried", 4)));
    }

    [Test]
    public async Task A_mistake_in_one_provider_does_not_keep_others_from_work()
    {
        Tool.Variables["ClientManagement__Providers__DocSpace__AllowHttp"] = "perhaps";

        ToolResult other = await Tool.RunAsync("client", "list");
        ToolResult own = await Tool.RunAsync("client", "list", "--provider", "DocSpace");

        Assert.That((other.ExitCode, own.ExitCode), Is.EqualTo((0, 3)));
        Assert.That(own.Error, Does.Contain("DocSpace:AllowHttp must be true or false."));
    }

    [Test]
    public async Task Providers_are_listed_with_what_is_wrong_in_one_of_them()
    {
        Tool.Variables["ClientManagement__Providers__DocSpace__AllowHttp"] = "perhaps";

        ToolResult result = await Tool.RunAsync("providers", "--check", "--output", "json");

        Assert.That(
            (result.ExitCode, string.Join('|', result.Json.AsArray().Select(p => $"{p!["name"]} {p["status"]}"))),
            Is.EqualTo((6, "AuthleteV2 ok|AuthleteV3 ok|DocSpace wrong configuration|DynamicRegistration answers; credential not tried")));
        Assert.That((string?)result.Json[2]!["backend"], Is.EqualTo("DocSpace"));
        Assert.That(result.Error, Does.Contain("DocSpace:AllowHttp must be true or false."));
    }

    [Test]
    public async Task A_default_that_is_not_there_is_told_with_its_place()
    {
        Tool.Variables["ClientManagement__Provider"] = "typo";

        ToolResult list = await Tool.RunAsync("client", "list");
        ToolResult named = await Tool.RunAsync("client", "list", "--provider", "AuthleteV2");

        Assert.That((list.ExitCode, list.Error, named.ExitCode), Is.EqualTo((3,
            "clientmgmt: ClientManagement:Provider (environment variable ClientManagement__Provider) "
            + "names no entry of Providers; use one of AuthleteV2, AuthleteV3, DocSpace, DynamicRegistration.\n", 0)));
    }
}
