using System.Reflection.Metadata;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Packages;

/// <summary>Each package holds what belongs into it, says what it must, and brings nothing else to its users.</summary>
public sealed class PackageContentTests
{
    private static readonly string[] s_ids = ["ClientMgmt", "ClientMgmt.Cli", "ClientMgmt.EntityFrameworkCore", "ClientMgmt.Manifests", "ClientMgmt.Sandbox"];

    private static readonly string[] s_tool =
    [
        "DotnetToolSettings.xml", "ClientMgmt.Cli.deps.json", "ClientMgmt.Cli.runtimeconfig.json",
        "Newtonsoft.Json.dll", "Polly.Core.dll", "Spectre.Console.dll", "System.CommandLine.dll", "YamlDotNet.dll",
        .. s_ids.Except(["ClientMgmt.EntityFrameworkCore"]).SelectMany(id => new[] { $"{id}.dll", $"{id}.pdb" }),
    ];

    // Portable PDB: https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private static IEnumerable<TestCaseData> Contents =>
    [
        Case("ClientMgmt", Library("ClientMgmt")),
        Case("ClientMgmt.EntityFrameworkCore", Library("ClientMgmt.EntityFrameworkCore")),
        Case("ClientMgmt.Manifests", Library("ClientMgmt.Manifests").Append("manifest.schema.json")),
        Case("ClientMgmt.Sandbox", Library("ClientMgmt.Sandbox")),
        Case("ClientMgmt.Cli", s_tool.Select(file => $"tools/net10.0/any/{file}").Concat(["README.md", "icon.png"])),
    ];

    private static IEnumerable<TestCaseData> Dependencies =>
    [
        Case("ClientMgmt", ReferencesOf("ClientMgmt")),
        Case("ClientMgmt.EntityFrameworkCore", ReferencesOf("ClientMgmt.EntityFrameworkCore").Prepend($"ClientMgmt {PackageFeed.Version}")),
        Case("ClientMgmt.Manifests", ReferencesOf("ClientMgmt.Manifests").Prepend($"ClientMgmt {PackageFeed.Version}")),
        Case("ClientMgmt.Sandbox", [$"ClientMgmt {PackageFeed.Version}"]),
        Case("ClientMgmt.Cli", []),
    ];

    [Test]
    public void Packing_makes_a_package_of_each_with_its_symbols() => Assert.That(
        Directory.EnumerateFiles(PackageFeed.Packed).Select(Path.GetFileName),
        Is.EquivalentTo(s_ids.SelectMany(id => new[] { $"{id}.{PackageFeed.Version}.nupkg", $"{id}.{PackageFeed.Version}.snupkg" })));

    [TestCaseSource(nameof(Contents))]
    public void Holds_these_files_and_no_others(string id, IEnumerable<string> files) =>
        Assert.That(Package.Open(id).Files, Is.EquivalentTo(files));

    [TestCaseSource(nameof(Dependencies))]
    public void Depends_on_what_its_project_names_and_nothing_else(string id, IEnumerable<string> dependencies) =>
        Assert.That(Package.Open(id).Dependencies, Is.EquivalentTo(dependencies));

    [Test]
    public void The_library_depends_on_few_packages() => Assert.That(
        Package.Open("ClientMgmt").Dependencies.Select(d => d.Split(' ')[0]), Is.All.StartsWith("Microsoft.Extensions.")
            .Or.EqualTo("Newtonsoft.Json").Or.EqualTo("Polly.Core").Or.EqualTo("Microsoft.AspNetCore.DataProtection.Abstractions"));

    [TestCase("ClientMgmt", ExpectedResult = "")]
    [TestCase("ClientMgmt.EntityFrameworkCore", ExpectedResult = "")]
    [TestCase("ClientMgmt.Manifests", ExpectedResult = "")]
    [TestCase("ClientMgmt.Sandbox", ExpectedResult = "Microsoft.AspNetCore.App")]
    public string Needs_this_framework(string id) => string.Join(' ', Package.Open(id).Frameworks);

    [TestCaseSource(nameof(s_ids))]
    public void Says_what_it_is(string id)
    {
        Package package = Package.Open(id);

        Assert.Multiple(() =>
        {
            Assert.That(package["version"], Is.EqualTo(PackageFeed.Version));
            Assert.That(package["license"], Is.EqualTo("MIT"));
            Assert.That(package["readme"], Is.EqualTo("README.md"));
            Assert.That(package["icon"], Is.EqualTo("icon.png"));
            Assert.That(package["description"], Has.Length.InRange(50, 400));
            Assert.That(package["tags"], Does.Contain("oauth2"));
        });
    }

    [TestCaseSource(nameof(s_ids))]
    public void Holds_its_own_README(string id) => Assert.That(
        WithoutLinks(Encoding.UTF8.GetString(Package.Open(id).Read("README.md"))),
        Is.EqualTo(WithoutLinks(Repository.ReadAllText("src", id, "README.md"))));

    // A gallery shows the README alone.
    [TestCaseSource(nameof(s_ids))]
    public void No_link_of_its_README_leads_to_a_file(string id) => Assert.That(
        Regex.Matches(Encoding.UTF8.GetString(Package.Open(id).Read("README.md")), @"\]\(([^)]+)\)").Select(m => m.Groups[1].Value),
        Is.All.StartsWith("https://").Or.StartsWith("#"));

    [Test]
    public async Task Packing_a_build_again_makes_the_same_bytes()
    {
        string again = PackageFeed.NewFolder("again");

        await PackageFeed.PackAsync(again, "src/ClientMgmt");

        Assert.That(Checksums(again), Has.Length.EqualTo(2));
        Assert.That(Checksums(again), Is.SubsetOf(Checksums(PackageFeed.Packed)));
    }

    [TestCaseSource(nameof(s_ids))]
    public void Tells_what_is_new_in_this_version(string id)
    {
        string[] changelog = Repository.ReadAllText("CHANGELOG.md").Split("\n## ");

        Assert.That(changelog[1].Split(' ')[0], Is.EqualTo(PackageFeed.Version), "the newest heading of CHANGELOG.md");
        Assert.That(changelog[1].Split('\n', 2)[1].Trim(), Is.EqualTo(Package.Open(id)["releaseNotes"]));
    }

    [TestCaseSource(nameof(s_ids))]
    public void Names_its_commit_and_no_folder_of_the_machine_that_made_it(string id) => Assert.That(
        Package.Open(id).Repository?.Attribute("url")?.Value, Is.Null.Or.StartsWith("https://"));

    [Test]
    public void The_documentation_leaves_out_the_generated_clients() => Assert.That(
        XDocument.Load(new MemoryStream(Package.Open("ClientMgmt").Read("lib/net10.0/ClientMgmt.xml"))).Descendants("member")
            .Select(m => m.Attribute("name")!.Value[2..]),
        Is.Not.Empty.And.None.StartsWith("ClientMgmt.Authlete.").And.None.StartsWith("ClientMgmt.DocSpace."));

    [Test]
    public void The_symbols_hold_the_source_of_the_generated_clients()
    {
        byte[] symbols = Package.Open("ClientMgmt", "snupkg").Read("lib/net10.0/ClientMgmt.pdb");
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        MetadataReader reader = provider.GetMetadataReader();
        IEnumerable<string> embedded = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Where(i => reader.GetGuid(i.Kind) == s_embeddedSource)
            .Select(i => reader.GetString(reader.GetDocument((DocumentHandle)i.Parent).Name));

        Assert.That(
            embedded.Select(Path.GetFileName),
            Is.SupersetOf(new[] { "AuthleteV2Client.g.cs", "AuthleteV3Client.g.cs", "DocSpaceClient.g.cs" }));
    }

    private static string WithoutLinks(string markdown) => Regex.Replace(markdown, @"\[([^\]]+)\]\([^)]+\)", "$1");

    private static string[] Checksums(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];

    private static TestCaseData Case(string id, IEnumerable<string> expected) => new TestCaseData(id, expected).SetArgDisplayNames(id);

    private static string[] Library(string id) => ["README.md", "icon.png", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"];

    // What only the build needs is no dependency of who uses the package.
    private static IEnumerable<string> ReferencesOf(string project) => XDocument
        .Parse(Repository.ReadAllText("src", project, $"{project}.csproj")).Descendants("PackageReference")
        .Where(p => p.Attribute("PrivateAssets")?.Value != "all")
        .Select(p => p.Attribute("Include")!.Value).Select(id => $"{id} {PackageFeed.VersionOf(id)}");
}
