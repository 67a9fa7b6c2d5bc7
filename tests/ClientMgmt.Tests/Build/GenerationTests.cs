using System.Diagnostics;
using System.Text.RegularExpressions;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Build;

/// <summary>The generated code is a function of the specifications, and of nothing else.</summary>
public sealed class GenerationTests
{
    private static readonly string[] s_files =
    [
        "Directory.Build.props", "Directory.Packages.props", "global.json", "nswag.json", "build/NSwag.targets", "build/ReportFailure.cs",
        "src/ClientMgmt/ClientMgmt.csproj", "src/ClientMgmt/packages.lock.json",
    ];

    private readonly TemporaryFolder _folder = new();

    private string _root = null!;

    // Two specifications are enough to see what is generated when.
    [OneTimeSetUp]
    public async Task GenerateAsync()
    {
        _root = Copy("plain", text => text);
        Assert.That(CountGenerated(await RunAsync(_root, "-restore")), Is.EqualTo(2));
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public async Task Neither_path_nor_culture_time_zone_nor_line_endings_change_it()
    {
        string other = Copy(Path.Combine("another, place", "ünder here"), text => text.ReplaceLineEndings("\r\n"));

        await RunAsync(other, "-restore", "tr_TR.UTF-8", "Asia/Tokyo");

        string built = Path.Combine(Repository.Root, "src", "ClientMgmt", "obj", Repository.Configuration, "net10.0", "nswag");
        Assert.That(Generated(Path.Combine(other, "src")), Has.Count.EqualTo(2).And.SubsetOf(Generated(built)));
    }

    [Test]
    public async Task Only_what_changed_is_generated()
    {
        await RunAsync(_root);

        Assert.That(await ChangeAsync("Directory.Build.props"), Is.Zero);
        Assert.That(await ChangeAsync("specs/registration.yaml"), Is.EqualTo(1));
        Assert.That(await ChangeAsync("build/templates/Class.liquid"), Is.EqualTo(2));

        async Task<int> ChangeAsync(string file)
        {
            File.SetLastWriteTimeUtc(Path.Combine(_root, file), DateTime.UtcNow);
            return CountGenerated(await RunAsync(_root));
        }
    }

    [TestCase("specs/registration.yaml", "operationId: readClient\n", "operationId: get: Client\n", @"\({0},23\): error NSWAG001: ")]
    [TestCase("specs/registration.yaml", "/OwnRepresentation' }", "/None' }", @"\({0}\): error NSWAG001: Could not resolve")]
    [TestCase("build/templates/Class.liquid", "in Properties", "of Properties", @"\(\d+,\d+\): error NSWAG001: Invalid 'for' tag")]
    [TestCase("nswag.json", "$(Namespace)", "$(NoSuchName)", @" : error NSWAG004: The variable \$\(NoSuchName\) has no value")]
    public async Task A_mistake_is_reported_in_the_file_where_it_is(string file, string right, string wrong, string expected)
    {
        string path = Path.Combine(_root, file);
        string text = await File.ReadAllTextAsync(path);
        int line = text[..text.IndexOf(right, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        await File.WriteAllTextAsync(path, text.Replace(right, wrong, StringComparison.Ordinal));

        string output = await RunAsync(_root);
        await File.WriteAllTextAsync(path, text);

        Assert.That(output, Does.Match(Regex.Escape(path) + expected.Replace("{0}", $"{line}", StringComparison.Ordinal)));
    }

    private static Dictionary<string, byte[]> Generated(string folder) =>
        Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);

    // What NSwag.targets prints for each.
    private static int CountGenerated(string output) => output.Split("NSwag: ").Length - 1;

    private static async Task<string> RunAsync(string root, string option = "-v:minimal", string culture = "C", string zone = "UTC")
    {
        string[] arguments = ["msbuild", option, "-t:NSwagCompile", "-p:NuGetAudit=false", "-nologo", "-v:minimal", "-nodeReuse:false"];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Path.Combine(root, "src", "ClientMgmt"),
            RedirectStandardOutput = true,
            Environment = { ["LANG"] = culture, ["LC_ALL"] = culture, ["TZ"] = zone },
        };
        using Process build = Process.Start(start)!;
        string output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return output;
    }

    private string Copy(string name, Func<string, string> change)
    {
        string root = Path.Combine(_folder.Path, name);
        foreach (string file in s_files.Concat(Files("specs", "*.yaml")).Concat(Files(Path.Combine("build", "templates"), "*.liquid")))
        {
            string path = Path.Combine(root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, change(Regex.Replace(Repository.ReadAllText(file), "<NSwagSpec Include=\"authlete[^>]*>", "")));
        }

        return root;
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f));
}
