namespace ClientMgmt.Tests.Cli;

/// <summary>A secret is seen where that is promised and nowhere else.</summary>
[TestFixture]
internal sealed class ToolSecretTests : ToolFixture
{
    private const string Chosen = "a-secret-of-my-choice-0123456789";

    [TestCase("folder", "it is a folder.")]
    [TestCase("none/new.secret", "there is no such folder.")]
    public async Task A_secret_that_could_not_be_written_is_not_issued(string file, string reason)
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Directory.CreateDirectory(Tool.Path("folder"));

        ToolResult result = await RunAsync(Backend.AuthleteV3, "client", "rotate-secret", id, "--secret-out", file, "--force");

        Assert.That((result.ExitCode, result.Error, Tool.Sandbox.Requests.Count), Is.EqualTo(
            (3, $"clientmgmt: --secret-out: {file} cannot be written: {reason}\n", 0)));
    }

    [Test]
    public async Task Rotating_shows_the_new_secret_once([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider)
    {
        string id = Seed(provider)[0];

        ToolResult rotated = await RunJsonAsync(provider, "client", "rotate-secret", id);
        ToolResult stored = await RunJsonAsync(provider, "client", "get", id, "--show-secrets");

        Assert.That((rotated.ExitCode, rotated["client_secret"]), Is.EqualTo((0, stored["client_secret"])));
        Assert.That(rotated["client_secret"], Is.Not.EqualTo("[redacted]"));
    }

    [Test]
    public async Task Nothing_else_shows_a_secret([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider, [Values("table", "json", "yaml")] string format)
    {
        string id = Seed(provider)[0];
        string secret = await SecretAsync(provider, id);
        string[][] commands =
        [
            ["client", "get", id], ["client", "list"], ["client", "update", id, "--client-name", "x"], ["client", "get", id, id + "0"],
            ["client", "disable", id], ["scope", "get", id], ["client", "delete", id, "--yes"], ["providers"],
        ];
        foreach (string[] command in commands)
        {
            ToolResult result = await RunAsync(provider, [.. command, "--output", format, "--verbose"]);

            Assert.That(result.Output + result.Error, Does.Not.Contain(secret), string.Join(' ', command));
        }
    }

    [Test]
    public async Task No_credential_is_shown()
    {
        ToolResult result = await Tool.RunAsync("providers", "--check", "--show-secrets", "--verbose");

        Assert.That(result.Output + result.Error, Does.Not.Contain("sandbox-").And.Not.Contain("sk-"));
    }

    [TestCase("--secret-file", "secret.txt")]
    [TestCase("--secret-file", "-")]
    [TestCase("--secret-env", "NEW_SECRET")]
    [TestCase]
    public async Task A_secret_is_read_from_a_file_the_input_a_variable_or_a_prompt(params string[] source)
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Write("secret.txt", Chosen + "\n");
        Tool.Variables["NEW_SECRET"] = Chosen;
        Tool.Change = e => e with
        {
            Input = new StringReader(Chosen),
            InputIsTerminal = true,
            ErrorIsTerminal = true,
            ReadHiddenLine = () => Chosen,
        };

        ToolResult set = await RunJsonAsync(Backend.AuthleteV3, ["client", "set-secret", id, .. source]);
        ToolResult stored = await RunJsonAsync(Backend.AuthleteV3, "client", "get", id, "--show-secrets");

        Assert.That((set.ExitCode, set["client_secret"], stored["client_secret"]), Is.EqualTo((0, "[redacted]", Chosen)), set.Error);
    }

    [Test]
    public async Task The_private_part_of_a_key_is_shown_only_where_that_is_asked_for([Values] bool isAsked)
    {
        string[] asked = isAsked ? ["--show-secrets"] : [];

        ToolResult created = await RunJsonAsync(
            Backend.AuthleteV3, ["client", "create", "--client-name", "x", "--jwks", """{"keys":[{"kty":"EC","d":"private-part"}]}""", .. asked]);

        Assert.That((created.ExitCode, created.Output.Contains("private-part", StringComparison.Ordinal)), Is.EqualTo((0, isAsked)), created.Error);
    }

    [Test]
    public async Task A_backend_that_chooses_secrets_itself_says_so()
    {
        string id = Seed(Backend.DocSpace)[0];
        Tool.Write("secret.txt", Chosen);

        ToolResult result = await RunAsync(Backend.DocSpace, "client", "set-secret", id, "--secret-file", "secret.txt");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("rotate it instead").And.Not.Contain(Chosen));
    }

    [Test]
    public async Task A_secret_goes_to_a_file_that_only_its_owner_reads_and_nowhere_else([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider)
    {
        string id = Seed(provider)[0];

        ToolResult rotated = await RunJsonAsync(provider, "client", "rotate-secret", id, "--secret-out", "new.secret");
        ToolResult stored = await RunJsonAsync(provider, "client", "get", id, "--show-secrets");

        Assert.That(
            (rotated.ExitCode, rotated["client_secret"], File.ReadAllText(Tool.Path("new.secret"))),
            Is.EqualTo((0, "[redacted]", stored["client_secret"] + "\n")));
        Assert.That(Mode("new.secret"), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task A_new_client_has_its_secret_in_the_file()
    {
        ToolResult created = await RunJsonAsync(Backend.AuthleteV2, "client", "create", "--client-name", "x", "--secret-out", "new.secret");

        Assert.That((created["client_secret"], File.ReadAllText(Tool.Path("new.secret")).Length), Is.EqualTo(("[redacted]", 87)));
    }

    [Test]
    public async Task A_file_that_is_there_is_kept_and_nothing_is_rotated()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Write("new.secret", "old");

        ToolResult result = await RunAsync(Backend.AuthleteV3, "client", "rotate-secret", id, "--secret-out", "new.secret");

        Assert.That(
            (result.ExitCode, File.ReadAllText(Tool.Path("new.secret")), Tool.Sandbox.Requests.Count), Is.EqualTo((3, "old", 0)));
        Assert.That(result.Error, Does.Contain("--force"));
    }

    [Test]
    public async Task Force_replaces_the_file_and_its_mode()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Write("new.secret", "old");

        ToolResult result = await RunAsync(Backend.AuthleteV3, "client", "rotate-secret", id, "--secret-out", "new.secret", "--force");

        Assert.That((result.ExitCode, Mode("new.secret")), Is.EqualTo((0, UnixFileMode.UserRead | UnixFileMode.UserWrite)));
        Assert.That(File.ReadAllText(Tool.Path("new.secret")), Is.Not.EqualTo("old"));
    }

    [Test]
    public async Task A_failure_leaves_no_file()
    {
        ToolResult result = await RunAsync(Backend.AuthleteV3, "client", "rotate-secret", "99", "--secret-out", "new.secret");

        Assert.That(
            (result.ExitCode, Directory.GetFiles(Tool.Folder).Select(Path.GetFileName)), Is.EqualTo((5, new[] { "clientmgmt.json" })));
    }

    private async Task<string> SecretAsync(Backend provider, string id) =>
        (await RunJsonAsync(provider, "client", "get", id, "--show-secrets"))["client_secret"] ?? throw new AssertionException("There is no secret.");

    private UnixFileMode Mode(string file) =>
        OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Tool.Path(file));
}
