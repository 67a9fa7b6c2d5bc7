using System.ComponentModel;
using System.Diagnostics;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Where the tool keeps the keys to clients, and what becomes of one that it cannot keep there.</summary>
[TestFixture]
internal sealed class RegistrationStoreTests : RegistrationFixture
{
    private static readonly string[] s_create = ["client", "create", "--client-name", "x", "--redirect-uri", "https://a.example/cb"];

    [TestCase("XDG_STATE_HOME", "there", "there/clientmgmt/registrations")]
    [TestCase("HOME", "home", "home/.local/state/clientmgmt/registrations")]
    [Platform(Exclude = "Win")]
    public async Task Keys_are_kept_in_the_users_state_folder(string variable, string value, string folder)
    {
        Tool.Variables.Remove("XDG_STATE_HOME");
        Tool.Variables[variable] = Tool.Path(value);

        string id = await CreateAsync();

        Assert.That(
            Directory.EnumerateFiles(Tool.Path(folder), "*.json", SearchOption.AllDirectories).Select(File.ReadAllText),
            Has.Some.Contains(id));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(
                File.GetUnixFileMode(Tool.Path(folder)), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        }
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_state_folder_that_is_no_full_path_is_none()
    {
        Tool.Variables["XDG_STATE_HOME"] = "state";

        ToolResult result = await RunAsync("client", "list");

        Assert.That((result.ExitCode, result.Error.Contains("RegistrationStore is missing", StringComparison.Ordinal)), Is.EqualTo((3, true)), result.Error);
    }

    [Test]
    public async Task A_provider_may_name_another_folder()
    {
        Tool.Variables["ClientManagement__Providers__as__RegistrationStore"] = Tool.Path("own");

        await CreateAsync();

        Assert.That((Directory.Exists(Tool.Path("own")), Directory.Exists(Store)), Is.EqualTo((true, false)));
    }

    [Test]
    [Platform("Linux")]
    public async Task Nothing_is_registered_where_the_disk_for_the_key_is_full()
    {
        string disk = Directory.CreateDirectory(Tool.Path("disk")).FullName;
        Assume.That(Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk), Is.Zero, "only root may make a disk to fill");
        try
        {
            Tool.Variables["XDG_STATE_HOME"] = disk;
            Assert.That(() => File.WriteAllBytes(Path.Combine(disk, "rest"), new byte[128 * 1024]), Throws.InstanceOf<IOException>());

            ToolResult result = await RunAsync(s_create);

            Assert.That((result.ExitCode, result.Error.Contains("Nothing was registered", StringComparison.Ordinal)), Is.EqualTo((3, true)), result.Error);
            Assert.That(Server.ClientIds, Is.Empty);
        }
        finally
        {
            Run("umount", disk);
        }
    }

    [Test]
    public async Task A_token_that_manages_all_clients_needs_no_folder()
    {
        Tool.Variables["ClientManagement__Providers__as__InitialAccessToken"] = "";
        Tool.Variables["ClientManagement__Providers__as__ManagementToken"] = SandboxDefaults.ManagementToken;

        ToolResult result = await RunAsync("registration", "list");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo(
            (3, "clientmgmt: as keeps no keys to clients; only providers of DynamicRegistration without a ManagementToken do.\n")));
    }

    [TestCase("client create")]
    [TestCase("apply")]
    [TestCase("copy")]
    public async Task Nothing_is_registered_whose_key_could_not_be_kept(string command)
    {
        Tool.Write("state", "no folder");
        Tool.Write("new.yaml", "client_name: x\nredirect_uris: [https://a.example/cb]\n");
        Seed(Backend.AuthleteV3);

        ToolResult result = command switch
        {
            "apply" => await RunAsync("apply", "-f", "new.yaml", "--yes"),
            "copy" => await Tool.RunAsync("copy", "--from", "AuthleteV3", "--to", "as", "--all", "--allow-loss", "--yes", "--default", "redirect_uris=https://a.example/cb"),
            _ => await RunAsync(s_create),
        };

        Assert.That((result.ExitCode, Server.Count), Is.EqualTo((3, 0)), result.Error);
        Assert.That(result.Error, Does.Contain($"the keys to clients could not be kept in {Store}: ").And.Contain("Nothing was registered."));
    }

    [Test]
    public async Task A_key_that_the_store_does_not_keep_is_kept_beside_it()
    {
        BreakAtRegistration(Store);

        ToolResult created = await RunAsync(s_create);
        string file = Rescued().Single();

        Assert.That((created.ExitCode, Server.Count), Is.EqualTo((6, 1)), created.Error);
        Assert.That(created.Error, Does.Contain(file).And.Contain("registration import").And.Not.Contain(Server.FindToken(Server.ClientIds[0])));
        Assert.That(Path.GetDirectoryName(file), Is.EqualTo(Path.GetDirectoryName(Store)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task A_key_that_was_kept_beside_the_store_is_stored_from_there()
    {
        BreakAtRegistration(Store);
        await RunAsync(s_create);
        File.Delete(Store);

        ToolResult import = await RunAsync("registration", "import", "--file", Rescued().Single());
        ToolResult get = await RunAsync("client", "get", Server.ClientIds[0]);

        Assert.That((import.ExitCode, get.ExitCode), Is.EqualTo((0, 0)), import.Error + get.Error);
    }

    [Test]
    public async Task Each_key_of_several_clients_is_kept_once()
    {
        Tool.Write("new.yaml", "client_name: x\nredirect_uris: [https://a.example/cb]\n---\nclient_name: y\nredirect_uris: [https://a.example/cb]\n");
        BreakAtRegistration(Store);

        ToolResult applied = await RunAsync("apply", "-f", "new.yaml", "--yes");

        Assert.That((applied.ExitCode, Server.Count, Rescued().Length), Is.EqualTo((6, 2, 2)), applied.Error);
        Assert.That(Rescued().Where(file => !applied.Error.Contains(file, StringComparison.Ordinal)), Is.Empty);
        Assert.That(Rescued().Select(File.ReadAllText), Is.All.Matches<string>(text => Server.ClientIds.Any(id => text.Contains(Server.FindToken(id)!, StringComparison.Ordinal))));
    }

    [Test]
    public async Task Where_nothing_can_be_written_beside_the_store_the_key_is_kept_in_the_current_folder()
    {
        BreakAtRegistration(Tool.Path("state"));

        ToolResult created = await RunAsync(s_create);

        Assert.That((created.ExitCode, Path.GetDirectoryName(Rescued().Single())), Is.EqualTo((6, Tool.Folder)), created.Error);
    }

    private string[] Rescued() => Directory.GetFiles(Tool.Folder, "clientmgmt-registration-*.json", SearchOption.AllDirectories);

    private static int Run(string program, params string[] args)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            // There is no such program here.
            return -1;
        }
    }
}
