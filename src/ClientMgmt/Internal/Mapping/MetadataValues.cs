using System.Collections.Immutable;
using System.Text.Json;

namespace ClientMgmt.Mapping;

/// <summary>The few forms that a metadata value takes in the neutral model, and how they are copied and compared.</summary>
internal static class MetadataValues
{
    /// <summary>OpenID Connect Registration 1.0, section 2: these values are in order of preference.</summary>
    public static bool IsOrdered(string name) => name == "default_acr_values";

    /// <summary>Takes an immutable copy, so that the caller's list may change later without changing the record.</summary>
    public static object? Freeze(object? value) => value switch
    {
        null => null,
        ImmutableArray<string> => value,
        ImmutableSortedDictionary<string, string> => value,
        IEnumerable<string> list => list.ToImmutableArray(),
        IReadOnlyDictionary<string, string> texts => texts.ToImmutableSortedDictionary(StringComparer.Ordinal),
        JsonElement json => json.Clone(),
        _ => value,
    };

    public static bool AreEqual(string name, object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (JsonElement a, JsonElement b) => JsonElement.DeepEquals(a, b),
        (IReadOnlyList<string> a, IReadOnlyList<string> b) when IsOrdered(name) => a.SequenceEqual(b),
        (IReadOnlyList<string> a, IReadOnlyList<string> b) => a.ToHashSet().SetEquals(b),
        (IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
            a.Count == b.Count && a.All(e => b.TryGetValue(e.Key, out string? text) && text == e.Value),
        (string a, string b) when name == "scope" => Words(a).SetEquals(Words(b)),
        _ => left.Equals(right),
    };

    public static string Describe(object value) => value switch
    {
        IReadOnlyList<string> list => $"[{string.Join(", ", list)}]",
        IReadOnlyDictionary<string, string> texts => $"[{string.Join(", ", texts.Select(t => $"{t.Key}: {t.Value}"))}]",
        _ => value.ToString() ?? "",
    };

    /// <summary>RFC 6749 section 3.3: a scope is a set of words separated by spaces.</summary>
    public static HashSet<string> Words(string scope) =>
        scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
