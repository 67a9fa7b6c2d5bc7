namespace ClientMgmt.Manifests;

/// <summary>What somebody else has changed since a plan was made.</summary>
internal static class Drift
{
    // DocSpace's lists tell another time than its answers about one client, by some milliseconds.
    private static readonly TimeSpan s_inexactness = TimeSpan.FromSeconds(1);

    /// <summary>The planned properties that have neither the value that the plan found nor the one that it sets.</summary>
    public static IReadOnlyList<string> Find(Capabilities capabilities, ClientChange change, ClientMetadata now) =>
    [
        .. change.ChangedMetadata.Where(name => !AreSame(capabilities, name, Comparable(change, now), change.Before)
            && !AreSame(capabilities, name, now, change.After)),
    ];

    /// <summary>What a client is, as far as the plan knows what it was.</summary>
    public static ClientMetadata Comparable(ClientChange change, ClientMetadata now) => change.IsSaved ? SavedMetadata.Of(now) : now;

    /// <summary>What else a client was when the plan was made, and is not now.</summary>
    public static IEnumerable<string> OfClient(ClientChange change, OAuthClient now)
    {
        OAuthClient? before = change.Client;
        if (before?.Enabled is { } enabled && now.Enabled is { } isEnabled && enabled != isEnabled)
        {
            yield return ManifestKeys.Enabled;
        }

        if (now.ClientSecret is { } isSecret && ((before?.ClientSecret is { } secret && secret != isSecret)
            || (change.SecretDigest is { } digest && !SecretDigest.Matches(digest, isSecret))))
        {
            yield return ManifestKeys.Secrets[0];
        }
        else if (before?.ModifiedAt is { } modified && now.ModifiedAt is { } isModified && (isModified - modified).Duration() > s_inexactness)
        {
            // Where neither tells what it was.
            yield return "modified_at";
        }
    }

    /// <summary>Makes the planned changes, and no others.</summary>
    public static ClientMetadata Apply(ClientChange change, ClientMetadata now) => Set(now, change.After, change.ChangedMetadata);

    public static ClientMetadata Set(ClientMetadata now, ClientMetadata wanted, IEnumerable<string> names) => names.Aggregate(
        now, (result, name) => wanted.GetValue(name) is { } value ? result.WithValue(name, value) : result.WithoutValue(name));

    private static bool AreSame(Capabilities capabilities, string name, ClientMetadata left, ClientMetadata right) =>
        capabilities.FindChanges(MetadataRules.Only(name, left.GetValue(name)), MetadataRules.Only(name, right.GetValue(name))).Count == 0;
}
