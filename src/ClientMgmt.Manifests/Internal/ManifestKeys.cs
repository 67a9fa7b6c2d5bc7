using System.Collections.Frozen;

namespace ClientMgmt.Manifests;

/// <summary>The keys of a manifest, for the reader and the schema alike.</summary>
internal static class ManifestKeys
{
    public const string ClientId = "client_id";
    public const string ClientName = "client_name";
    public const string Enabled = "enabled";
    public const string Extensions = "extensions";

    /// <summary>Where the schema is, which an editor wants to know and nobody else.</summary>
    public const string Schema = "$schema";

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
    public static string? Nearest(string key) => Spelling.Nearest(key, All);
}
