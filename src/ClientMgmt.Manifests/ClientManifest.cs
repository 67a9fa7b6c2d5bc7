using System.Collections.Immutable;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>
/// What a file says about one client. What it does not say is left alone; what it says is null or empty is cleared.
/// </summary>
public sealed partial record ClientManifest
{
    /// <summary><c>client_id</c>: the client that is meant; without it, it is the one of the same <see cref="ClientName"/>.</summary>
    public string? ClientId { get; init; }

    /// <summary><c>client_name</c>, as it stands in <see cref="Values"/>.</summary>
    public string? ClientName => Values.TryGetValue("client_name", out JsonElement name) && name.ValueKind == JsonValueKind.String
        ? name.GetString()
        : null;

    /// <summary><c>enabled</c>: whether the client may be used; <see langword="null"/> leaves it as it is.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The standard properties, by the names in <see cref="ClientMetadata.StandardNames"/>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary><c>extensions</c>: the vendor's properties, by their own JSON names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>The keys that were skipped because <see cref="ReaderOptions.IgnoredKeys"/> names them, in their order.</summary>
    public IReadOnlyList<string> IgnoredKeys { get; init; } = [];

    /// <summary>Where the manifest begins; <see langword="null"/> if it was not read from a file.</summary>
    public ManifestLocation? Location { get; init; }

    internal ImmutableDictionary<string, ManifestLocation> Places { get; init; } = ImmutableDictionary<string, ManifestLocation>.Empty;

    /// <summary>How to call the client in a message: its name or else its id.</summary>
    public string DisplayName => ClientName ?? ClientId ?? "(no name)";

    /// <summary>Where a property stands, or else where the manifest begins.</summary>
    /// <param name="name">The name of the property.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public ManifestLocation? LocationOf(string name) => Places.GetValueOrDefault(name) ?? Location;
}
