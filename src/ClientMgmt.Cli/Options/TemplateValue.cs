using System.Text.Json;

namespace ClientMgmt.Cli.Options;

/// <summary>A property of a template.</summary>
/// <param name="Property">The standard name, or a vendor's.</param>
/// <param name="Value">What it is.</param>
/// <param name="Source">Which standard asks for it.</param>
internal sealed record TemplateValue(string Property, JsonElement Value, string Source)
{
    public TemplateValue(string property, object value, string source)
        : this(property, JsonSerializer.SerializeToElement(value), source)
    {
    }

    /// <summary>Whether a client that lacks it is not of the kind. Default: false; then it is left out where the provider has no place for it.</summary>
    public bool IsEssential { get; init; }

    /// <summary>The value as people write it.</summary>
    public string Text => Value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', Value.EnumerateArray().Select(v => v.GetString())),
        JsonValueKind.String => Value.GetString()!,
        _ => Value.GetRawText(),
    };
}
