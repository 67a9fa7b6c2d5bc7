namespace ClientMgmt.Manifests;

/// <summary>What somebody else has changed since a plan was made.</summary>
internal static class Drift
{
    /// <summary>The planned properties that have neither the value that the plan found nor the one that it sets.</summary>
    public static IReadOnlyList<string> Find(Capabilities capabilities, ClientChange change, ClientMetadata now) =>
    [
        .. change.ChangedMetadata.Where(name => !AreSame(capabilities, name, now, change.Before)
            && !AreSame(capabilities, name, now, change.After)),
    ];

    /// <summary>Makes the planned changes, and no others.</summary>
    public static ClientMetadata Apply(ClientChange change, ClientMetadata now) => Set(now, change.After, change.ChangedMetadata);

    public static ClientMetadata Set(ClientMetadata now, ClientMetadata wanted, IEnumerable<string> names) => names.Aggregate(
        now, (result, name) => wanted.GetValue(name) is { } value ? result.WithValue(name, value) : result.WithoutValue(name));

    private static bool AreSame(Capabilities capabilities, string name, ClientMetadata left, ClientMetadata right) =>
        capabilities.FindChanges(MetadataRules.Only(name, left.GetValue(name)), MetadataRules.Only(name, right.GetValue(name))).Count == 0;
}
