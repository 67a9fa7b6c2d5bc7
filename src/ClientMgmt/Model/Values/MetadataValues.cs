using System.Collections.Immutable;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Values;

/// <summary>The few forms that a metadata value takes in the neutral model, and how they are copied and compared.</summary>
internal static class MetadataValues
{
    /// <summary>OpenID Connect Registration 1.0, section 2: these values are in order of preference.</summary>
    public static bool IsOrdered(string name) => name == "default_acr_values";

    /// <summary>Takes an immutable copy, so that the caller's list may change later without changing the record.</summary>
    public static object? Freeze(object? value) => value switch
    {
        null => null,
        JsonElement { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        ImmutableArray<string> { IsDefault: true } => null,
        IEnumerable<string> list when list.Contains(null!) =>
            throw new ArgumentException("A list of metadata values must not hold null.", nameof(value)),
        _ when !Texts(value).All(text => UnicodeText.IsValid(text)) =>
            throw new ArgumentException("A metadata value must not hold half of a surrogate pair.", nameof(value)),
        ImmutableArray<string> => value,
        IEnumerable<string> list => list.ToImmutableArray(),
        IReadOnlyDictionary<string, string> texts => texts.ToImmutableSortedDictionary(StringComparer.Ordinal),
        JsonElement json => json.Clone(),
        _ => value,
    };

    public static bool AreEqual(string name, object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (JsonElement a, JsonElement b) => AreEqual(a, b),
        (IReadOnlyList<string> a, IReadOnlyList<string> b) => AreInOrder(a, b) || (!IsOrdered(name) && a.ToHashSet().SetEquals(b)),
        (IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
            a.Count == b.Count && a.All(e => b.TryGetValue(e.Key, out string? text) && text == e.Value),
        (string a, string b) when name == "scope" => a == b || Words(a).SetEquals(Words(b)),
        _ => left.Equals(right),
    };

    private static bool AreInOrder(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }

    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        try
        {
            return left.GetRawText() == right.GetRawText() || JsonElement.DeepEquals(left, right);
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair is JSON, but cannot be read; then only the same letters are equal.
            return false;
        }
    }

    public static string Describe(object value) => value switch
    {
        IReadOnlyList<string> list => $"[{string.Join(", ", list.Select(Shorten))}]",
        IReadOnlyDictionary<string, string> texts =>
            $"[{string.Join(", ", texts.Select(t => $"{t.Key}: {Shorten(t.Value)}"))}]",

        // Where keys are, a private one may stand by mistake.
        JsonElement json => json.ValueKind.ToString(),
        _ => Shorten(value.ToString() ?? ""),
    };

    /// <summary>What a list or a scope holds, or null for any other value.</summary>
    public static HashSet<string>? EntriesOrNull(string name, object? value) => value switch
    {
        IReadOnlyList<string> list => list.ToHashSet(StringComparer.Ordinal),
        string scope when name == "scope" => Words(scope),
        _ => null,
    };

    public static string[]? WordsOrNull(string? scope) => scope is null ? null : [.. Words(scope)];

    /// <summary>RFC 6749 section 3.3: a scope is a set of words separated by spaces.</summary>
    public static HashSet<string> Words(string scope) =>
        scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(object value) => value switch
    {
        string text => [text],
        IEnumerable<string> list => list,
        IReadOnlyDictionary<string, string> texts => texts.Keys.Concat(texts.Values),
        _ => [],
    };

    // A logo may be a third of a megabyte.
    private static string Shorten(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
