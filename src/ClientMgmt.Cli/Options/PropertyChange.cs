using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>A property that was named.</summary>
/// <param name="Property">The standard name, or the vendor's.</param>
/// <param name="Value">What it is to be; null if it is to be cleared.</param>
/// <param name="Source">Where it was named: the flag, or the file.</param>
internal sealed record PropertyChange(string Property, JsonElement? Value, string Source)
{
    /// <exception cref="UsageException">The value is of the wrong type.</exception>
    public ClientMetadata ApplyTo(ClientMetadata metadata)
    {
        try
        {
            return TaggedNames.TrySplit(Property, out string property, out string tag) ? Translated(metadata, property, tag)
                : Value is { } value ? metadata.WithValue(Property, value) : metadata.WithoutValue(Property);
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"{Source}: {e.Message.Split(" (Parameter", 2)[0]}", e);
        }
    }

    // The texts in other languages stay as they are.
    private ClientMetadata Translated(ClientMetadata metadata, string property, string tag)
    {
        JsonObject texts = metadata.GetValue(property) is { ValueKind: JsonValueKind.Object } known ? JsonObject.Create(known)! : [];
        if (Value is { } text)
        {
            texts[tag] = JsonNode.Parse(text.GetRawText());
        }
        else
        {
            texts.Remove(tag);
        }

        return texts.Count == 0 ? metadata.WithoutValue(property) : metadata.WithValue(property, JsonSerializer.SerializeToElement(texts));
    }
}
