using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>A configuration is asked for, tried and written.</summary>
[TestFixture]
internal sealed class InitTests : ToolFixture
{
    private const string Written = "new.json";

    [TestCase(Backend.AuthleteV3, "--service-id", SandboxDefaults.ServiceId, SandboxDefaults.AccessToken)]
    [TestCase(Backend.AuthleteV2, "--service-api-key", SandboxDefaults.ServiceApiKey, SandboxDefaults.ServiceApiSecret)]
    [TestCase(Backend.DocSpace, "--name", "main", SandboxDefaults.DocSpaceApiKey)]
    public async Task Options_alone_write_a_configuration_that_works(Backend backend, string option, string value, string secret)
    {
        ToolResult init = await InitAsync(secret, "--backend", $"{backend}", "--base-address", Address, option, value);
        ToolResult list = await Tool.RunAsync("client", "list", "--config", Written);

        Assert.That((init.ExitCode, list.ExitCode), Is.EqualTo((0, 0)), init.Error + list.Error);
        Assert.That(init.Output + init.Error, Does.Not.Contain(secret));
        Assert.That(Mode(Written), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Open_registration_needs_no_secret()
    {
        Tool.Variables["ClientManagement__Providers__main__RegistrationStore"] = Tool.Path("keys");

        ToolResult init = await Tool.RunAsync("init", "--out", Written, "--backend", "DynamicRegistration", "--issuer", $"{Tool.Sandbox.DynamicRegistration.Issuer}");

        Assert.That((init.ExitCode, Section()["Providers"]!["main"]!["InitialAccessToken"]), Is.EqualTo((0, (JsonNode?)null)), init.Error);
    }

    [Test]
    public async Task On_a_terminal_it_asks_for_what_it_needs()
    {
        Answer($"authlete\nauthletev3\n{Address}\n{SandboxDefaults.ServiceId}\n", SandboxDefaults.AccessToken);

        ToolResult init = await Tool.RunAsync("init", "--out", Written);

        Assert.That((init.ExitCode, $"{Section()["Providers"]!["main"]!["AccessToken"]}"), Is.EqualTo((0, SandboxDefaults.AccessToken)), init.Error);
        Assert.That(init.Error, Does.StartWith(
            "Backend (AuthleteV3, AuthleteV2, DocSpace, DynamicRegistration): Backend (AuthleteV3, AuthleteV2, DocSpace, DynamicRegistration): "
            + "BaseAddress, the address of the API [https://us.authlete.com/]: ServiceId, the id of the service: AccessToken, the service access token: "));
    }

    [Test]
    public async Task A_credential_that_is_refused_is_not_written()
    {
        ToolResult init = await InitAsync("wrong", "--backend", "AuthleteV3", "--base-address", Address, "--service-id", SandboxDefaults.ServiceId);

        Assert.That((init.ExitCode, File.Exists(Tool.Path(Written))), Is.EqualTo((4, false)), init.Error);
        Assert.That(init.Error, Does.Contain("nothing was written; --no-check writes it all the same."));
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_written_only_without_the_check([Values] bool check)
    {
        Tool.Variables["ClientManagement__Providers__main__Resilience__MaxRetryAttempts"] = "0";
        ToolResult init = await InitAsync(
            "token", ["--backend", "AuthleteV3", "--base-address", "http://127.0.0.1:9/", "--service-id", "1", .. check ? Array.Empty<string>() : ["--no-check"]]);

        Assert.That((init.ExitCode, File.Exists(Tool.Path(Written))), Is.EqualTo((check ? 1 : 0, !check)), init.Error);
    }

    [Test]
    public async Task The_secret_may_stay_in_a_variable_of_which_the_name_is_told()
    {
        ToolResult init = await InitAsync(
            SandboxDefaults.AccessToken, "--backend", "AuthleteV3", "--base-address", Address, "--service-id", SandboxDefaults.ServiceId, "--keep-secret", "variable", "--output", "json");
        ToolResult before = await Tool.RunAsync("client", "list", "--config", Written);
        Tool.Variables[init["secret_variable"]!] = SandboxDefaults.AccessToken;
        ToolResult after = await Tool.RunAsync("client", "list", "--config", Written);

        Assert.That((init.ExitCode, init["secret_variable"]), Is.EqualTo((0, "ClientManagement__Providers__main__AccessToken")), init.Error);
        Assert.That((before.ExitCode, after.ExitCode), Is.EqualTo((4, 0)), after.Error);
        Assert.That(File.ReadAllText(Tool.Path(Written)), Does.Not.Contain(SandboxDefaults.AccessToken));
    }

    [Test]
    public async Task A_file_that_is_there_is_replaced_only_by_force()
    {
        Tool.Write(Written, "mine");
        string[] options = ["--backend", "AuthleteV3", "--base-address", Address, "--service-id", SandboxDefaults.ServiceId];

        ToolResult refused = await InitAsync(SandboxDefaults.AccessToken, options);
        string kept = File.ReadAllText(Tool.Path(Written));
        ToolResult forced = await InitAsync(SandboxDefaults.AccessToken, [.. options, "--force"]);

        Assert.That((refused.ExitCode, kept, forced.ExitCode), Is.EqualTo((3, "mine", 0)), refused.Error + forced.Error);
        Assert.That(refused.Error, Is.EqualTo($"clientmgmt: --out: {Written} is there already; choose another file, or replace it with --force.\n"));
        Assert.That(Mode(Written), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [TestCase("--backend must be one of AuthleteV2, AuthleteV3, DocSpace, DynamicRegistration", "--backend", "Keycloak")]
    [TestCase("--backend is missing")]
    [TestCase("--service-id is missing", "--backend", "AuthleteV3")]
    [TestCase("the service access token is missing", "--backend", "AuthleteV3", "--service-id", "1")]
    [TestCase("--service-id does not belong to DocSpace", "--backend", "DocSpace", "--service-id", "1")]
    [TestCase("--name: the name of a provider", "--backend", "DocSpace", "--name", "a:b")]
    [TestCase("a secret is never given on the command line", "--backend", "DocSpace", "--secret", "x")]
    public async Task What_is_missing_where_nobody_can_be_asked_is_told(string reason, params string[] options)
    {
        ToolResult init = await Tool.RunAsync(["init", "--out", Written, .. options]);

        Assert.That((init.ExitCode, File.Exists(Tool.Path(Written))), Is.EqualTo((3, false)), init.Error);
        Assert.That(init.Error, Does.Contain(reason));
    }

    private string Address => $"{Tool.Sandbox.BaseAddress}";

    private JsonNode Section() => JsonNode.Parse(File.ReadAllText(Tool.Path(Written)))!["ClientManagement"]!;

    private Task<ToolResult> InitAsync(string secret, params string[] options)
    {
        Tool.Write("secret.txt", secret + "\n");
        return Tool.RunAsync(["init", "--out", Written, "--secret-file", "secret.txt", .. options]);
    }

    private void Answer(string lines, string secret) => Tool.Change = e => e with
    {
        Input = new StringReader(lines),
        ReadHiddenLine = () => secret,
        InputIsTerminal = true,
        ErrorIsTerminal = true,
    };

    private UnixFileMode Mode(string file) =>
        OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Tool.Path(file));
}
