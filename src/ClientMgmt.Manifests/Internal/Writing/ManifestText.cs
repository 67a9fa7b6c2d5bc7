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
    public static byte[] Of(ClientManifest manifest, ManifestFormat format) =>
        Encoding.UTF8.GetBytes(format == ManifestFormat.Json ? Json(manifest) + "\n" : Yaml(manifest));

    /// <summary>One manifest among others.</summary>
    public static byte[] Part(ClientManifest manifest, ManifestFormat format) => Encoding.UTF8.GetBytes(
        format == ManifestFormat.Json ? "  " + Json(manifest).Replace("\n", "\n  ", StringComparison.Ordinal) : Yaml(manifest));

    /// <summary>What stands before, between and after the parts.</summary>
    public static (string Start, string Separator, string End) Around(ManifestFormat format, int count) => (format, count) switch
    {
        (ManifestFormat.Json, 0) => ("[]\n", "", ""),
        (ManifestFormat.Json, _) => ("[\n", ",\n", "\n]\n"),
        _ => ("", "", ""),
    };

    /// <summary>The format in which a file of this name is read.</summary>
    public static ManifestFormat FormatOf(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ManifestFormat.Json : ManifestFormat.Yaml;

    public static string Ending(ManifestFormat format) => format == ManifestFormat.Json ? ".json" : ".yaml";

    private static string Yaml(ClientManifest manifest)
    {
        using var text = new StringWriter();
        ManifestWriter.WriteYaml(text, manifest);
        return text.ToString();
    }

    private static string Json(ClientManifest manifest)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_readable))
        {
            ManifestJson.Write(writer, manifest);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
