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
        new YamlText(writer).WriteDocument(Members(manifest));
    }

    /// <summary>Writes a JSON object with the same keys in the same order.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="manifest">What.</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public static void WriteJson(Utf8JsonWriter writer, ClientManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(manifest);
        writer.WriteStartObject();
        foreach ((string name, JsonElement value) in Members(manifest))
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static IEnumerable<(string Name, JsonElement Value)> Members(ClientManifest manifest)
    {
        if (manifest.ClientId is { } id)
        {
            yield return (ManifestKeys.ClientId, JsonSerializer.SerializeToElement(id));
        }

        if (manifest.Enabled is { } enabled)
        {
            yield return (ManifestKeys.Enabled, JsonSerializer.SerializeToElement(enabled));
        }

        foreach (string name in ManifestKeys.Written.Where(manifest.Values.ContainsKey))
        {
            yield return (name, manifest.Values[name]);
        }

        if (manifest.Extensions.Count > 0)
        {
            yield return (ManifestKeys.Extensions, JsonSerializer.SerializeToElement(manifest.Extensions
                .OrderBy(e => e.Key, StringComparer.Ordinal).ToDictionary(e => e.Key, e => e.Value)));
        }
    }
}
