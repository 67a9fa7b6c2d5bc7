using System.Buffers;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>A manifest as JSON in the one order: the keys as they are listed, members of their values by name.</summary>
internal static class ManifestJson
{
    public static JsonElement Of(ClientManifest manifest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, manifest);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, ClientManifest manifest, string? schema = null)
    {
        writer.WriteStartObject();
        if (schema is not null)
        {
            writer.WriteString(ManifestKeys.Schema, schema);
        }

        if (manifest.ClientId is { } id)
        {
            writer.WriteString(ManifestKeys.ClientId, VariableText.Escape(id));
        }

        if (manifest.Enabled is { } enabled)
        {
            writer.WriteBoolean(ManifestKeys.Enabled, enabled);
        }

        foreach (string name in ManifestKeys.Written.Where(manifest.Values.ContainsKey))
        {
            writer.WritePropertyName(name);
            WriteSorted(writer, manifest.Values[name]);
        }

        if (manifest.Extensions.Count > 0)
        {
            writer.WritePropertyName(ManifestKeys.Extensions);
            WriteSorted(writer, manifest.Extensions.Select(e => (e.Key, e.Value)));
        }

        writer.WriteEndObject();
    }

    private static void WriteSorted(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteSorted(writer, value.EnumerateObject().Select(m => (m.Name, m.Value)));
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    WriteSorted(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when value.GetString() is { } text && VariableText.IsSpecial(text):
                writer.WriteStringValue(VariableText.Escape(text));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteSorted(Utf8JsonWriter writer, IEnumerable<(string Name, JsonElement Value)> members)
    {
        writer.WriteStartObject();
        foreach ((string name, JsonElement value) in members.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            WriteSorted(writer, value);
        }

        writer.WriteEndObject();
    }
}
