using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Mapping;

/// <summary>One property that a caller altered, and its new value; null clears it.</summary>
internal sealed record MetadataChange(MetadataMapping Mapping, object? Value)
{
    /// <summary>The value before.</summary>
    public object? Before { get; init; }

    /// <summary>What is set as well, though a client has only one of these properties.</summary>
    public IReadOnlyList<string> Rivals { get; init; } = [];

    /// <summary>Whether a vendor property is to hold a member that it did not have before, and that says something.</summary>
    public bool Adds(string member) =>
        Value is JsonElement after && WireValues.SaysSomething(after.Member(member))
        && (Before is not JsonElement before || before.Member(member).ValueKind == JsonValueKind.Undefined);

    /// <summary>The JSON text that is sent in the place of another; null leaves the property out.</summary>
    public string? Write(string? current) =>
        Value is null ? Mapping.Cleared ?? Mapping.Codec.Clear(current) : Mapping.Codec.Write(Value, current);
}
