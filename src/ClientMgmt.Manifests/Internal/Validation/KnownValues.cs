using System.Collections.Frozen;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>Values that specifications define. The schema has them; others are data all the same, and sometimes slips of the pen.</summary>
internal static class KnownValues
{
    // What specifications define beside the values in the schema: where the first one is known, so is the second one.
    private static readonly (string Beside, string Value)[] s_others =
    [
        ("EdDSA", "Ed25519"), ("EdDSA", "Ed448"),
        ("RSA-OAEP-256", "RSA-OAEP-384"), ("RSA-OAEP-256", "RSA-OAEP-512"),
        ("urn:ietf:params:oauth:grant-type:jwt-bearer", "urn:ietf:params:oauth:grant-type:saml2-bearer"),
    ];

    private static readonly FrozenDictionary<string, string[]> s_known = Read();

    public static IEnumerable<ManifestProblem> Check(ClientManifest manifest) =>
        from property in manifest.Values.OrderBy(v => v.Key, StringComparer.Ordinal)
        where s_known.ContainsKey(property.Key)
        from value in Texts(property.Value)
        let fault = Find(value, s_known[property.Key])
        where fault is not null
        select ManifestRules.Problem(manifest, property.Key, fault);

    private static string? Find(string value, string[] known)
    {
        if (known.Any(k => k == value || (k.Contains(' ', StringComparison.Ordinal) && k.Split(' ').ToHashSet().SetEquals(value.Split(' ')))))
        {
            return null;
        }

        // An absolute URI is how a vendor names what is its own (RFC 6749 section 4.5), unless it is nearly one of these.
        bool isUri = value.Contains(':', StringComparison.Ordinal);
        return (isUri ? Spelling.Closest(value, known) : Spelling.Nearest(value, known)) is { } nearest
            ? $"no specification knows '{value}'; did you mean '{nearest}'?"
            : isUri ? null
            : $"no specification knows '{value}'; known are {string.Join(", ", known)}.";
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.GetString()!),
        _ => [],
    };

    // A single value is an example and no list.
    private static FrozenDictionary<string, string[]> Read() => JsonElement.Parse(ManifestSchema.Json).GetProperty("properties").EnumerateObject()
        .Select(p => (p.Name, Values: Examples(p.Value).Concat(p.Value.TryGetProperty("items", out JsonElement items) ? Examples(items) : []).ToHashSet()))
        .Where(p => p.Values.Count > 1)
        .ToFrozenDictionary(p => p.Name, p => (string[])[.. p.Values, .. s_others.Where(o => p.Values.Contains(o.Beside)).Select(o => o.Value)]);

    private static IEnumerable<string> Examples(JsonElement schema) =>
        schema.TryGetProperty("examples", out JsonElement examples) ? examples.EnumerateArray().Select(e => e.GetString()!) : [];
}
