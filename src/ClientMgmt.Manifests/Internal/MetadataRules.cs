using System.Collections.Frozen;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What the values of standard properties mean.</summary>
internal static class MetadataRules
{
    private static readonly JsonElement s_forth = JsonElement.Parse("""["a","b"]""");
    private static readonly JsonElement s_back = JsonElement.Parse("""["b","a"]""");

    // The library knows which lists are sets: those of which the order does not count when they are compared.
    private static readonly FrozenSet<string> s_sets = ClientMetadata.StandardNames
        .Where(name => ClientMetadata.GetValueType(name) == typeof(IReadOnlyList<string>) && AreSame(name, s_forth, s_back))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_words = ClientMetadata.StandardNames
        .Where(name => ClientMetadata.GetValueType(name) == typeof(string)
            && AreSame(name, JsonElement.Parse("\"a b\""), JsonElement.Parse("\"b a\"")))
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool AreSame(string name, JsonElement? left, JsonElement? right) => Only(name, left).Equals(Only(name, right));

    /// <summary>Metadata in which nothing but one property is set.</summary>
    public static ClientMetadata Only(string name, JsonElement? value) =>
        value is { } set ? new ClientMetadata().WithValue(name, set) : new ClientMetadata();

    /// <summary>
    /// Whether a value says that there is none. An empty <c>scope</c> is a value of its own: the client may request no
    /// scope at all, where null means what the backend does by default.
    /// </summary>
    public static bool IsEmpty(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => !s_words.Contains(name) && value.GetRawText().Length == 2,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    /// <summary>Whether a value is what servers show where nothing was ever set.</summary>
    public static bool IsUnset(string name, JsonElement? value) => value is not { } known || IsEmpty(name, known)
        || known.ValueKind switch
        {
            JsonValueKind.False => true,
            JsonValueKind.Number => known.TryGetDecimal(out decimal number) && number == 0,
            JsonValueKind.Object => known.EnumerateObject().All(member => IsUnset("", member.Value)),
            _ => false,
        };

    /// <summary>Whether a property already is what a manifest wants it to be.</summary>
    public static bool Meets(string name, JsonElement? current, JsonElement wanted) =>
        (IsUnset(name, wanted) && IsUnset(name, current)) || (!IsEmpty(name, wanted) && AreSame(name, current, wanted));

    /// <summary>The same value with its parts in a fixed order, where the order means nothing.</summary>
    public static JsonElement Sorted(string name, JsonElement value) => (value.ValueKind, name) switch
    {
        (JsonValueKind.Array, _) when s_sets.Contains(name) =>
            JsonSerializer.SerializeToElement(value.EnumerateArray().Select(e => e.GetString()).Order(StringComparer.Ordinal)),
        (JsonValueKind.String, _) when s_words.Contains(name) => JsonSerializer.SerializeToElement(
            string.Join(' ', value.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal))),
        _ => value,
    };
}
