using System.Text.Json;
using System.Xml.Linq;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Packages;

/// <summary>The packages as they would be published, and a folder feed of them and of all that they need.</summary>
[SetUpFixture]
[Parallelizable(ParallelScope.Self | ParallelScope.Fixtures)]
public sealed class PackageFeed
{
    // Made when packing begins: the names of the test cases, which every run asks for, must leave nothing behind.
    private static readonly string s_folder = Path.Combine(Path.GetTempPath(), $"clientmgmt-packages-{Guid.NewGuid():N}");

    /// <summary>Holds what <c>dotnet pack</c> made, and nothing else.</summary>
    public static string Packed { get; } = Path.Combine(s_folder, "packed");

    /// <summary>Holds the same and the packages of others.</summary>
    public static string Feed { get; } = Path.Combine(s_folder, "feed");

    public static string Version { get; } = XDocument.Parse(Repository.ReadAllText("Directory.Build.props"))
        .Descendants("Version").Single().Value;

    /// <summary>The version of a package of this repository, or of another one that it uses.</summary>
    public static string VersionOf(string package) => package.StartsWith("ClientMgmt", StringComparison.Ordinal) ? Version : XDocument.Parse(Repository.ReadAllText("Directory.Packages.props"))
        .Descendants("PackageVersion").Single(p => p.Attribute("Include")!.Value == package).Attribute("Version")!.Value;

    /// <summary>An empty folder outside the repository.</summary>
    public static string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(s_folder, name)).FullName;

    /// <summary>Packs what is built already.</summary>
    public static Task PackAsync(string folder, string what = "ClientMgmt.sln") => Command.RunAsync(
        Command.DotNet, ["pack", what, "-c", Repository.Configuration, "--no-build", "-o", folder], Repository.Root);

    [OneTimeSetUp]
    public async Task Pack()
    {
        Directory.CreateDirectory(Feed);
        try
        {
            await PackAsync(Packed);
        }
        catch
        {
            Delete();
            throw;
        }

        foreach (string package in Directory.EnumerateFiles(Packed, "*.nupkg").Concat(Restored()))
        {
            File.Copy(package, Path.Combine(Feed, Path.GetFileName(package)), overwrite: true);
        }
    }

    [OneTimeTearDown]
    public void Delete()
    {
        if (Directory.Exists(s_folder))
            Directory.Delete(s_folder, recursive: true);
    }

    // Restoring keeps each package beside its files.
    private static IEnumerable<string> Restored() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Repository.Root, folder), "project.assets.json", SearchOption.AllDirectories))
        .SelectMany(Restored);

    private static IEnumerable<string> Restored(string assets)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(assets));
        string[] folders = [.. document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name)];
        return
        [
            .. document.RootElement.GetProperty("libraries").EnumerateObject()
                .Where(library => library.Value.GetProperty("type").GetString() == "package")
                .SelectMany(package => folders.Select(f => Path.Combine(f, package.Value.GetProperty("path").GetString()!)))
                .Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.nupkg")),
        ];
    }
}
