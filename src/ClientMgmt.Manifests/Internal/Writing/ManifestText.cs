using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>Manifests as the bytes of a file.</summary>
internal static class ManifestText
{
    private static readonly JsonWriterOptions s_readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One manifest in a file of its own.</summary>
    public static byte[] Of(ClientManifest manifest, ExportOptions options) => Encoding.UTF8.GetBytes(
        options.Format == ManifestFormat.Json ? Json(manifest, options.Schema) + "\n" : Comment(options.Schema) + Yaml(manifest));

    /// <summary>One manifest among others.</summary>
    public static byte[] Part(ClientManifest manifest, ManifestFormat format) => Encoding.UTF8.GetBytes(
        format == ManifestFormat.Json ? "  " + Json(manifest, null).Replace("\n", "\n  ", StringComparison.Ordinal) : Yaml(manifest));

    /// <summary>What stands before, between and after the parts.</summary>
    public static (string Start, string Separator, string End) Around(ExportOptions options, int count) => (options.Format, count) switch
    {
        (ManifestFormat.Json, 0) => ("[]\n", "", ""),
        (ManifestFormat.Json, _) => ("[\n", ",\n", "\n]\n"),
        _ => (Comment(options.Schema), "", ""),
    };

    /// <summary>The format in which a file of this name is read.</summary>
    public static ManifestFormat FormatOf(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ManifestFormat.Json : ManifestFormat.Yaml;

    public static string Ending(ManifestFormat format) => format == ManifestFormat.Json ? ".json" : ".yaml";

    // The language server for YAML, which many editors have, finds the schema so.
    private static string Comment(string? schema) => schema is null ? "" : $"# yaml-language-server: $schema={schema}\n";

    private static string Yaml(ClientManifest manifest)
    {
        using var text = new StringWriter();
        ManifestWriter.WriteYaml(text, manifest);
        return text.ToString();
    }

    private static string Json(ClientManifest manifest, string? schema)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_readable))
        {
            ManifestJson.Write(writer, manifest, schema);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
