using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>Writes manifests, always in the same way: the same manifest gives the same text.</summary>
public static class ManifestWriter
{
    /// <summary>
    /// Writes a YAML document that begins with a line <c>---</c>: the keys in a fixed order, the lines ended by a line feed,
    /// texts in quotes where they could be read as something else.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="manifest">What.</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public static void WriteYaml(TextWriter writer, ClientManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(manifest);
        writer.Write("---\n");
        YamlText.Write(writer, ManifestJson.Of(manifest));
    }

    /// <summary>Writes a JSON object with the same keys in the same order.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="manifest">What.</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public static void WriteJson(Utf8JsonWriter writer, ClientManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(manifest);
        ManifestJson.Write(writer, manifest);
    }
}
