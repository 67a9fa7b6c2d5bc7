using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Files that the tool writes, where something is there already: links, modes, devices, pipes, mounts and full disks.</summary>
[TestFixture]
[Platform(Bash.Platforms)]
internal sealed class OutputFileTests : ToolFixture
{
    private const string On = "--provider AuthleteV3";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Shared = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    // What writes a file, with the option last that names it.
    private static readonly string[] s_writers =
    [
        $"export {On} --out", $"client rotate-secret 4711 {On} --force --secret-out", $"apply -f m.yaml --yes {On} --force --secret-out",
        "copy --from AuthleteV3 --to AuthleteV2 --all --yes --allow-loss --mapping",
    ];

    private static string[] Private => s_writers[1..];

    // One class writes every file; where a program of its own has to run, one command stands for those with secrets.
    private static string[] Processes => s_writers[..2];

    [SetUp]
    public void Put()
    {
        PutClient();
        Tool.Write("m.yaml", "client_name: New\n");
    }

    [TestCaseSource(nameof(s_writers))]
    public async Task A_symbolic_link_is_followed(string command)
    {
        Directory.CreateDirectory(Tool.Path("elsewhere"));
        Tool.Write("elsewhere/target", "[]");
        File.CreateSymbolicLink(Tool.Path("second"), "elsewhere/target");
        File.CreateSymbolicLink(Tool.Path("link"), "second");

        ToolResult result = await HereAsync($"{command} link");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(new FileInfo(Tool.Path("link")).LinkTarget, Is.EqualTo("second"));
        Assert.That(File.ReadAllText(Tool.Path("elsewhere/target")), Has.Length.GreaterThan(20));
        Assert.That(Directory.GetFiles(Tool.Path("elsewhere")), Has.Length.EqualTo(1));
    }

    [TestCaseSource(nameof(s_writers))]
    public async Task A_link_to_nothing_is_followed_too(string command)
    {
        File.CreateSymbolicLink(Tool.Path("link"), "target");

        ToolResult result = await HereAsync($"{command} link");

        Assert.That((result.ExitCode, File.Exists(Tool.Path("target"))), Is.EqualTo((0, true)), result.Error);
    }

    [Test]
    public async Task An_export_keeps_the_mode_of_the_file()
    {
        Write("all.yaml", "old", Shared);

        ToolResult result = await HereAsync($"export {On} --out all.yaml");

        Assert.That((result.ExitCode, Mode("all.yaml")), Is.EqualTo((0, Shared)), result.Error);
        Assert.That(Text("all.yaml"), Does.StartWith("---\nclient_id:"));
    }

    [TestCaseSource(nameof(Private))]
    public async Task A_file_of_secrets_is_the_owners_alone_whatever_it_was(string command)
    {
        Write("x", "[]", Shared);

        ToolResult result = await HereAsync($"{command} x");

        Assert.That((result.ExitCode, Mode("x")), Is.EqualTo((0, OwnerOnly)), result.Error);
    }

    [TestCaseSource(nameof(s_writers))]
    public async Task A_file_keeps_its_owner(string command)
    {
        RequireRoot();
        Write("x", "[]", OwnerOnly);
        await ShellAsync("chown 1234:1235 x");

        ToolResult result = await HereAsync($"{command} x");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That((await ShellAsync("stat -c %u:%g:%a x")).Output, Is.EqualTo("1234:1235:600\n"));
        Assert.That(Text("x"), Has.Length.GreaterThan(20));
        Assert.That(Directory.GetFiles(Tool.Folder, "*.tmp"), Is.Empty);
    }

    [TestCaseSource(nameof(Processes))]
    public async Task A_file_that_is_mounted_by_itself_is_written_in_place(string command)
    {
        RequireRoot();
        Write("inside", "[]" + new string(' ', 4000), OwnerOnly);
        Write("x", "", OwnerOnly);

        ToolResult result = await InMountsAsync($"mount --bind inside x && clientmgmt {command} x");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Text("inside"), Has.Length.GreaterThan(20).And.Length.LessThan(2000));
        Assert.That(Directory.GetFiles(Tool.Folder, "*.tmp"), Is.Empty);
    }

    [TestCaseSource(nameof(Processes))]
    public async Task A_file_that_cannot_be_written_is_told_before_anything_is_sent(string command)
    {
        RequireRoot();
        Write("inside", "[]", OwnerOnly);
        Write("x", "[]", OwnerOnly);

        ToolResult result = await InMountsAsync($"mount --bind inside x && mount -o remount,ro,bind x && clientmgmt {command} x");

        Assert.That((Tool.Sandbox.Requests.Count, Text("inside")), Is.EqualTo((0, "[]")), result.Error);
        Assert.That(result.ExitCode, Is.EqualTo(command.StartsWith("export", StringComparison.Ordinal) ? 1 : 3));
        Assert.That(result.Error, Does.Contain("x cannot be written: "));
    }

    [TestCaseSource(nameof(s_writers))]
    public async Task A_device_is_written_to_and_stays_one(string command)
    {
        ToolResult result = await HereAsync($"{command} /dev/null");

        Assert.That((result.ExitCode, (await ShellAsync("test -c /dev/null")).ExitCode), Is.EqualTo((0, 0)), result.Error);
    }

    [TestCaseSource(nameof(Processes))]
    public async Task A_named_pipe_is_written_to_and_stays_one(string command)
    {
        ToolResult result = await ShellAsync($"mkfifo p; cat p > got & clientmgmt {command} p >/dev/null; code=$?; wait; test -p p && exit $code");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Text("got"), Has.Length.GreaterThan(20).And.EndsWith("\n"));
    }

    [TestCaseSource(nameof(Processes))]
    public async Task A_pipe_that_nobody_reads_ends_with_the_time(string command)
    {
        ToolResult result = await ShellAsync($"mkfifo p; clientmgmt {command} p --timeout 300ms");

        Assert.That((result.ExitCode, Tool.Sandbox.Requests.Count(r => r.Method != "GET")), Is.EqualTo((1, 0)), result.Error);
        Assert.That(result.Error, Does.Contain("not done within --timeout 300ms; nothing was"));
    }

    [TestCaseSource(nameof(Processes))]
    public async Task What_the_shell_has_opened_is_written_where_it_is(string command)
    {
        ToolResult result = await ShellAsync($"{{ echo before >&3; clientmgmt {command} /dev/fd/3; code=$?; echo after >&3; exit $code; }} 3> x");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Text("x"), Does.StartWith("before\n").And.EndsWith("\nafter\n").And.Length.GreaterThan(30));
    }

    [Test]
    public async Task A_secret_goes_to_standard_output_and_the_result_to_standard_error([Values("-", "/dev/stdout")] string file)
    {
        ToolResult result = await RunAsync($"client rotate-secret 4711 {On} --output json --secret-out {file}");

        string stored = $"{Stored["clientSecret"]}";
        Assert.That((result.ExitCode, result.Output), Is.EqualTo((0, stored + "\n")), result.Error);
        Assert.That(JsonNode.Parse(result.Error)!["client_id"]!.ToString(), Is.EqualTo("4711"));
    }

    [TestCase("apply -f m.yaml --yes --provider AuthleteV3 --secret-out -", "client_secret")]
    [TestCase("copy --from AuthleteV3 --to AuthleteV2 --all --yes --allow-loss --mapping -", "target_id")]
    public async Task A_list_of_secrets_goes_to_standard_output(string command, string member)
    {
        ToolResult result = await RunAsync(command);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That($"{result.Json[0]![member]}", Is.Not.Empty);
        Assert.That(Directory.GetFiles(Tool.Folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "clientmgmt.json", "m.yaml" }));
    }

    [Test]
    public async Task An_export_to_standard_output_is_the_export_itself([Values("-", "/dev/stdout")] string file) => Assert.That(
        (await RunAsync($"export {On} --out {file}")).Output, Is.EqualTo((await RunAsync($"export {On}")).Output).And.Not.Empty);

    [Test]
    public async Task A_full_disk_is_told_before_a_secret_is_issued()
    {
        RequireRoot();

        ToolResult result = await InMountsAsync(
            "mkdir disk && mount -t tmpfs -o size=64k none disk && { head -c 1000000 /dev/zero > disk/full; true; } 2>/dev/null"
            + $" && clientmgmt client rotate-secret 4711 {On} --secret-out disk/new.secret");

        Assert.That((result.ExitCode, Tool.Sandbox.Requests.Count), Is.EqualTo((3, 0)), result.Error);
        Assert.That(result.Error, Does.StartWith("clientmgmt: --secret-out: disk/new.secret cannot be written: "));
    }

    [TestCase("client rotate-secret 4711", "Client 4711 has a new secret, which 'client get 4711 --show-secrets' shows.")]
    [TestCase("client create --client-name x", " was created; 'client get ")]
    [TestCase("apply -f m.yaml --yes", "'client get ID --show-secrets' shows the secrets. 1 done.")]
    public async Task A_secret_that_could_not_be_written_all_the_same_is_told_with_what_was_done(string command, string told)
    {
        ToolResult result = await RunAsync($"{command} {On} --secret-out /dev/full");

        Assert.That(result.ExitCode, Is.EqualTo(6), result.Error);
        Assert.That(result.Error, Does.Contain("/dev/full could not be written: ").And.Contain(told));
    }

    private JsonObject Stored => Tool.Sandbox.Authlete.FindClient(SandboxDefaults.ServiceId, 4711)!;

    private void PutClient() => Tool.Sandbox.Authlete.PutClient(SandboxDefaults.ServiceId, 4711, new JsonObject
    {
        ["clientId"] = 4711, ["clientName"] = "Orders", ["clientType"] = "CONFIDENTIAL", ["number"] = 1,
    });

    private Task<ToolResult> HereAsync(string command) => Tool.RunAsync(command.Split(' '));

    private Task<ToolResult> RunAsync(string command) => ShellAsync($"clientmgmt {command}");

    private Task<ToolResult> ShellAsync(string line) => ToolProcess.ShellAsync(Tool, line);

    // Mounts of its own, which are gone with the shell.
    private Task<ToolResult> InMountsAsync(string line) =>
        ShellAsync($"export -f clientmgmt; unshare -m bash -c '{line.Replace("'", @"'\''", StringComparison.Ordinal)}'");

    private static void RequireRoot() => Assume.That(Environment.IsPrivilegedProcess, "Only root can mount and give files away.");

    private string Text(string file) => File.ReadAllText(Tool.Path(file));

    private UnixFileMode Mode(string file) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Tool.Path(file));

    private void Write(string file, string text, UnixFileMode mode)
    {
        Tool.Write(file, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Tool.Path(file), mode);
        }
    }
}
