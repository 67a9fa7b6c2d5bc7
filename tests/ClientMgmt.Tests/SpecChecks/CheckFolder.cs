using ClientMgmt.Tests.Support;
using Newtonsoft.Json.Linq;
using SpecCheck;

namespace ClientMgmt.Tests.SpecChecks;

/// <summary>A folder with our document, the rules, and the vendor's, where the program is run.</summary>
internal sealed class CheckFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CheckFolder()
    {
        Directory.CreateDirectory(Path.Combine(Root, "specs", "differences"));
        Write("specs/differences/rules.yaml", Repository.ReadAllText("specs", "differences", "rules.yaml"));
        Write("specs/differences/gadgets.yaml", Documents.NoDifferences);
        Write("specs/gadgets.yaml", Documents.Ours);
        Write("vendor.yaml", Documents.Vendor);
    }

    /// <summary>Where it is.</summary>
    public string Root => _folder.Path;

    /// <summary>The document of ours as it is now.</summary>
    public string Ours => File.ReadAllText(Path.Combine(Root, "specs", "gadgets.yaml"));

    public string Vendor => File.ReadAllText(Path.Combine(Root, "vendor.yaml"));

    public void Remove(string file) => File.Delete(Path.Combine(Root, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Root, file), text);

    /// <summary>Changes the vendor's document; what is replaced must be there.</summary>
    public void ChangeVendor(string from, string to) => Write("vendor.yaml", Replace(Documents.Vendor, from, to));

    /// <summary>Changes our document; what is replaced must be there.</summary>
    public void ChangeOurs(string from, string to) => Write("specs/gadgets.yaml", Replace(Documents.Ours, from, to));

    public static string Replace(string text, string from, string to) => text.Contains(from, StringComparison.Ordinal)
        ? text.Replace(from, to, StringComparison.Ordinal)
        : throw new ArgumentException($"'{from}' is not there.", nameof(from));

    public (int Code, string Output, string Error) Run(params string[] options) => RunOn(Path.Combine(Root, "vendor.yaml"), options);

    public (int Code, string Output, string Error) RunOnFolder() => RunOn(Path.Combine(Root, "specs"));

    public (int Code, string Output, string Error) RunOn(string vendor, params string[] options)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = Program.Run(["gadgets", vendor, .. options], output, error, new SpecFolder(Path.Combine(Root, "specs")));
        return (code, output.ToString(), error.ToString().Replace(Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    /// <summary>The report for programs.</summary>
    public JObject Json(params string[] options) => JObject.Parse(Run([.. options, "--output", "json"]).Output);

    /// <summary>All that the vendor says otherwise and nothing explains: "meaning fact at: here -> vendor".</summary>
    public string[] News(params string[] options) =>
    [
        .. Json(options)["differences"]!
            .Where(d => (string?)d["meaning"] != "deliberate")
            .Select(d => $"{d["meaning"]} {d["fact"]} {string.Join(", ", d["at"]!)}: {d["here"]} -> {d["vendor"]}"),
    ];

    /// <summary>The same in other words: "todo at: what users notice".</summary>
    public string[] Tasks() =>
    [
        .. Json()["differences"]!
            .Where(d => (string?)d["toDo"] != "nothing")
            .Select(d => $"{d["toDo"]} {string.Join(", ", d["at"]!)}: {d["users"]}"),
    ];

    public void Dispose() => _folder.Dispose();
}
