namespace ClientMgmt.Tests.Cli;

/// <summary>An export to a folder: not to any folder by mistake, and without clients that are gone.</summary>
[TestFixture]
internal sealed class ExportFolderTests : ToolFixture
{
    [Test]
    public async Task Among_other_files_nothing_is_written_before_that_is_confirmed()
    {
        Seed(Backend.AuthleteV3);
        Tool.Write(Path.Combine(MakeFolder("home"), "letter.txt"), "");

        ToolResult refused = await Tool.RunAsync("export", "--out", "home");
        int requests = Tool.Sandbox.Requests.Count;
        ToolResult confirmed = await Tool.RunAsync("export", "--out", "home", "--yes");
        ToolResult again = await Tool.RunAsync("export", "--out", "home");

        Assert.That((refused.ExitCode, requests, confirmed.ExitCode, again.ExitCode), Is.EqualTo((3, 0, 0, 0)));
        Assert.That(refused.Error, Is.EqualTo(
            "clientmgmt: home holds other files and no earlier export, and nobody can be asked here; "
            + "confirm the export to a folder of other files with --yes.\n"));
    }

    [TestCase(null)]
    [TestCase(".gitkeep")]
    public async Task An_empty_folder_needs_no_confirmation(string? file)
    {
        Seed(Backend.AuthleteV3);
        string folder = MakeFolder("clients");
        if (file is not null)
        {
            Tool.Write(Path.Combine(folder, file), "");
        }

        Assert.That((await Tool.RunAsync("export", "--out", "clients")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task An_export_takes_no_place_of_the_configuration()
    {
        string before = File.ReadAllText(Tool.Path("clientmgmt.json"));

        ToolResult result = await RunAsync(Backend.AuthleteV3, "export", "--out", "clientmgmt.json");

        Assert.That((result.ExitCode, File.ReadAllText(Tool.Path("clientmgmt.json"))), Is.EqualTo((3, before)));
        Assert.That(result.Error, Does.Contain("clientmgmt.json is the configuration"));
    }

    [Test]
    public async Task Names_of_files_are_about_a_folder()
    {
        ToolResult result = await RunAsync(Backend.AuthleteV3, "export", "--file-names", "name", "--out", "clients");

        Assert.That((result.ExitCode, File.Exists(Tool.Path("clients"))), Is.EqualTo((3, false)));
        Assert.That(result.Error, Does.Contain("with / at its end"));
    }

    [Test]
    public async Task Files_of_clients_that_are_gone_are_told_and_stay()
    {
        string gone = await ExportAndDeleteOneAsync();

        ToolResult export = await Tool.RunAsync("export", "--out", "clients", "--output", "yaml");

        Assert.That(export.Output, Does.EndWith($"stale:\n  - \"{gone}.yaml\"\n"));
        Assert.That(export.ErrorLines[0], Does.EndWith($" 1 in number: {gone}.yaml; --prune deletes them."));
        Assert.That(File.Exists(Tool.Path($"clients/{gone}.yaml")));
    }

    [Test]
    public async Task With_prune_the_files_of_clients_that_are_gone_are_deleted_and_no_others()
    {
        string gone = await ExportAndDeleteOneAsync();
        Tool.Write("clients/new.yaml", "client_name: New\n");
        Tool.Write("clients/old.yaml", $"client_id: \"{gone}\"\n");

        ToolResult export = await Tool.RunAsync("export", "--out", "clients", "--prune");

        Assert.That((export.ExitCode, export.ErrorLines[0]), Is.EqualTo((0, $"1 deleted from clients: {gone}.yaml.")));
        Assert.That(
            (File.Exists(Tool.Path($"clients/{gone}.yaml")), File.Exists(Tool.Path("clients/new.yaml")), File.Exists(Tool.Path("clients/old.yaml"))),
            Is.EqualTo((false, true, true)));
    }

    [Test]
    public async Task An_export_in_the_other_format_replaces_the_first_one_with_prune()
    {
        Seed(Backend.AuthleteV3, 2);
        await Tool.RunAsync("export", "--out", "clients/");

        await Tool.RunAsync("export", "--out", "clients/", "--output", "json", "--prune");

        Assert.That((await Tool.RunAsync("plan", "-f", "clients/")).ExitCode, Is.Zero);
    }

    [TestCase("--prune")]
    [TestCase("--prune", "--out", "all.yaml")]
    [TestCase("--prune", "--out", "clients/", "4711")]
    public async Task Pruning_belongs_to_a_whole_export_to_a_folder(params string[] args)
    {
        ToolResult result = await Tool.RunAsync(["export", .. args]);

        Assert.That((result.ExitCode, result.Error, Tool.Sandbox.Requests.Count), Is.EqualTo(
            (3, "clientmgmt: --prune belongs to an export of all clients to a folder.\n", 0)));
    }

    [Test]
    public async Task The_tools_own_files_in_a_folder_are_no_manifests()
    {
        Seed(Backend.AuthleteV3);
        Tool.Write("clientmgmt-mapping.json", "[\n  {}\n]\n");
        await Tool.RunAsync("export", "--out", ".", "--yes");

        ToolResult plan = await Tool.RunAsync("plan", "-f", ".");

        Assert.That((plan.ExitCode, plan.ErrorLines[0]), Is.EqualTo(
            (0, ".: skipped clientmgmt.json and clientmgmt-mapping.json, which are no manifests.")));
    }

    private string MakeFolder(string name) => Directory.CreateDirectory(Tool.Path(name)).FullName;

    private async Task<string> ExportAndDeleteOneAsync()
    {
        string[] ids = Seed(Backend.AuthleteV3, 2);
        await Tool.RunAsync("export", "--out", "clients/");
        await Tool.RunAsync("client", "delete", ids[0], "--yes");
        return ids[0];
    }
}
