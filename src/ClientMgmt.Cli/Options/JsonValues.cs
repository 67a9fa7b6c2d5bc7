using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>JSON on a command line.</summary>
internal static class JsonValues
{
    public static bool TryRead(string text, out JsonElement value)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            value = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>A text as the value of a property: what it says in JSON, unless the property wants the text itself.</summary>
    /// <param name="property">The standard name, or the vendor's.</param>
    /// <param name="text">The text.</param>
    /// <param name="capabilities">Those of the provider, which are asked about what the vendor alone knows.</param>
    public static JsonElement Read(string property, string text, Func<Capabilities> capabilities)
    {
        Type? type = ClientMetadata.StandardNames.Contains(property) ? ClientMetadata.GetValueType(property)
            : TaggedNames.TrySplit(property, out _, out _) ? typeof(string)
            : capabilities().Metadata.GetValueOrDefault(property)?.ValueType;
        bool isJson = TryRead(text, out JsonElement value);
        return type switch
        {
            _ when type == typeof(string) && !(isJson && value.ValueKind == JsonValueKind.String) => Text(text),
            _ when type == typeof(IReadOnlyList<string>) && !(isJson && value.ValueKind is JsonValueKind.Array or JsonValueKind.Null) =>
                JsonSerializer.SerializeToElement(new[] { text }),
            _ => isJson ? value : Text(text),
        };
    }

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text);
}
