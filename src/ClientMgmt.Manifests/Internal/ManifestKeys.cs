using System.Collections.Frozen;

namespace ClientMgmt.Manifests;

/// <summary>The keys of a manifest, for the reader and the schema alike.</summary>
internal static class ManifestKeys
{
    public const string ClientId = "client_id";
    public const string ClientName = "client_name";
    public const string Enabled = "enabled";
    public const string Extensions = "extensions";

    /// <summary>The keys that are not metadata, in the order in which they are written.</summary>
    public static readonly IReadOnlyList<string> Own = [ClientId, Enabled, Extensions];

    /// <summary>Names of what a manifest never holds.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["client_secret", "clientSecret"];

    /// <summary>All keys of a document.</summary>
    public static IEnumerable<string> All => ClientMetadata.StandardNames.Concat(Own);

    /// <summary>What cannot be the name of a vendor property.</summary>
    public static readonly IReadOnlyList<string> NoExtensions = [.. All.Concat(Secrets).Order(StringComparer.Ordinal)];

    private static readonly FrozenSet<string> s_noExtensions = NoExtensions.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name cannot be that of a vendor property, because it means something else.</summary>
    public static bool IsTaken(string name) => s_noExtensions.Contains(name);

    /// <summary>Whether a manifest can hold a vendor property of this name.</summary>
    public static bool CanBeExtension(string name) => !string.IsNullOrWhiteSpace(name) && !IsTaken(name);

    /// <summary>The order in which the standard properties are written.</summary>
    public static IEnumerable<string> Written =>
        ClientMetadata.StandardNames.Where(n => n != ClientName).Prepend(ClientName);

    /// <summary>A key that was probably meant, or null.</summary>
    public static string? Nearest(string key)
    {
        string? nearest = All.MinBy(known => Distance(key, known));
        return nearest is not null && Distance(key, nearest) <= Math.Max(2, key.Length / 4) ? nearest : null;
    }

    // Levenshtein's distance, with case and the kind of separator not counted.
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8)
        {
            return int.MaxValue;
        }

        (left, right) = (Plain(left), Plain(right));
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(row[j], row[j - 1]));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[right.Length];
    }

    private static string Plain(string key) =>
        key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
