using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Conventions;

/// <summary>What is installed is what is written down: in SECURITY.md, Directory.Packages.props and the lock files.</summary>
public sealed partial class DependencyTests
{
    // They work while the library is built, and no user of it gets them.
    private static readonly string[] s_tools =
    [
        .. new[] { Repository.ReadAllText("src", "ClientMgmt", "ClientMgmt.csproj"), Repository.ReadAllText("src", "Directory.Build.props") }
            .SelectMany(project => XDocument.Parse(project).Descendants("PackageReference"))
            .Where(p => p.Attribute("PrivateAssets")?.Value == "all").Select(p => p.Attribute("Include")!.Value),
    ];

    private static readonly PackageLock[] s_library =
    [
        .. PackageLock.ReadAll(Repository.ReadAllText("src", "ClientMgmt", "packages.lock.json")).Where(p => !s_tools.Contains(p.Id)),
    ];

    private static readonly (string Facts, string Reason)[] s_documented =
    [
        .. Rows().Matches(Section().Match(Repository.ReadAllText("SECURITY.md")).Groups[1].Value)
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value.Trim())),
    ];

    private static IEnumerable<string> Locks => Repository.Files("packages.lock.json");

    [Test]
    public void The_whole_tree_of_the_library_is_listed_in_SECURITY()
    {
        string[] tree = [.. s_library.Select(p => $"| {p.Id} | {p.Version} | {By(p)} |")];

        Assert.That(s_documented.Select(d => d.Facts), Is.EqualTo(tree), string.Join('\n', tree));
    }

    [Test]
    public void Every_package_of_the_library_has_a_reason() => Assert.That(
        s_documented.Where(d => d.Reason.Length == 0).Select(d => d.Facts), Is.Empty);

    [Test]
    public void The_generator_and_the_analyzers_are_tools_of_the_build_alone() =>
        Assert.That(s_tools, Is.EqualTo(new[]
        {
            "NSwag.MSBuild", "Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.CodeAnalysis.PublicApiAnalyzers",
        }));

    [Test]
    public void The_library_depends_on_nothing_but_these() => Assert.That(
        s_library.Select(p => p.Id),
        Is.All.StartsWith("Microsoft.Extensions.")
            .Or.EqualTo("Newtonsoft.Json").Or.EqualTo("Polly.Core").Or.EqualTo("Microsoft.AspNetCore.DataProtection.Abstractions"));

    [Test]
    public void Every_project_has_a_lock_file() => Assert.That(
        Repository.Files("*.csproj").Select(Path.GetDirectoryName), Is.EquivalentTo(Locks.Select(Path.GetDirectoryName)));

    [TestCaseSource(nameof(Locks))]
    public void A_lock_file_holds_no_address(string path) => Assert.That(
        Repository.ReadAllText(path), Does.Not.Contain("://").And.Not.Match("\"resolved\": *\"(?![0-9]+[.][0-9.a-z-]+\")"));

    [TestCaseSource(nameof(Locks))]
    public void A_lock_file_has_a_checksum_of_every_package(string path) => Assert.That(
        PackageLock.ReadAll(Repository.ReadAllText(path)).Where(p => p.ContentHash is not { Length: 88 }), Is.Empty);

    [Test]
    public void The_lock_files_hold_the_versions_of_the_central_list()
    {
        IEnumerable<string> listed = XDocument.Parse(Repository.ReadAllText("Directory.Packages.props"))
            .Descendants("PackageVersion").Select(p => $"{p.Attribute("Include")!.Value} {p.Attribute("Version")!.Value}");
        IEnumerable<string> locked = Locks.SelectMany(path => PackageLock.ReadAll(Repository.ReadAllText(path)))
            .Where(p => p.Type != "Transitive").Select(p => $"{p.Id} {p.Version}").Distinct();

        Assert.That(locked, Is.EquivalentTo(listed));
    }

    private static string By(PackageLock package) => package.Type == "Direct"
        ? "direct"
        : string.Join(", ", s_library.Where(p => p.DependsOn.Contains(package.Id))
            .Select(p => p.Id.Replace("Microsoft.Extensions.", "", StringComparison.Ordinal)));

    [GeneratedRegex("<!-- dependencies -->(.*)<!-- /dependencies -->", RegexOptions.Singleline)]
    private static partial Regex Section();

    // The first two rows of a table are its head.
    [GeneratedRegex(@"(?<=\|---\|\n(?:\|.*\n)*)(\|[^|\n]*\|[^|\n]*\|[^|\n]*\|)([^|\n]*)\|")]
    private static partial Regex Rows();

    /// <summary>One package in a lock file; projects of the solution are left out.</summary>
    private sealed record PackageLock(string Id, string Type, string Version, string? ContentHash, string[] DependsOn)
    {
        public static IEnumerable<PackageLock> ReadAll(string json)
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return
            [
                .. document.RootElement.GetProperty("dependencies").EnumerateObject()
                    .SelectMany(framework => framework.Value.EnumerateObject())
                    .Where(p => p.Value.GetProperty("type").GetString() != "Project").Select(Read),
            ];
        }

        private static PackageLock Read(JsonProperty package) => new(
            package.Name,
            package.Value.GetProperty("type").GetString()!,
            package.Value.GetProperty("resolved").GetString()!,
            package.Value.TryGetProperty("contentHash", out JsonElement hash) ? hash.GetString() : null,
            package.Value.TryGetProperty("dependencies", out JsonElement ids) ? [.. ids.EnumerateObject().Select(p => p.Name)] : []);
    }
}
