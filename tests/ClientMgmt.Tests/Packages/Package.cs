using System.IO.Compression;
using System.Xml.Linq;

namespace ClientMgmt.Tests.Packages;

/// <summary>One package that was made: what it says of itself, and what it holds.</summary>
internal sealed class Package
{
    private readonly string _path;
    private readonly XElement _metadata;

    private Package(string path)
    {
        _path = path;
        using ZipArchive archive = ZipFile.OpenRead(path);
        string[] envelope = ["_rels/", "package/", "[Content_Types].xml"];
        Files =
        [
            .. archive.Entries.Select(e => e.FullName)
                .Where(f => !envelope.Any(e => f.StartsWith(e, StringComparison.Ordinal)) && !f.EndsWith(".nuspec", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        using Stream nuspec = archive.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        _metadata = XDocument.Load(nuspec).Root!.Elements().Single();
    }

    /// <summary>The files that it is made for: without the envelope of the format.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Ids and versions of the packages that it brings along.</summary>
    public IEnumerable<string> Dependencies => Descendants("dependency")
        .Select(d => $"{d.Attribute("id")!.Value} {d.Attribute("version")!.Value}");

    public IEnumerable<string> Frameworks => Descendants("frameworkReference").Select(f => f.Attribute("name")!.Value);

    public XElement? Repository => Descendants("repository").SingleOrDefault();

    /// <summary>One value of its metadata; null if it says none.</summary>
    public string? this[string name] => _metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;

    /// <param name="id">The id of a package.</param>
    /// <param name="extension">nupkg, or snupkg for its symbols.</param>
    public static Package Open(string id, string extension = "nupkg") =>
        new(Path.Combine(PackageFeed.Packed, $"{id}.{PackageFeed.Version}.{extension}"));

    public byte[] Read(string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(_path);
        using Stream entry = archive.GetEntry(file)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private IEnumerable<XElement> Descendants(string name) => _metadata.Descendants().Where(e => e.Name.LocalName == name);
}
