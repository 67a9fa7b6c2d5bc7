namespace ClientMgmt.Mapping;

/// <summary>Refuses what a backend cannot store, before any request, with one error that names every property.</summary>
internal static class MetadataGuard
{
    public static void EnsureCreatable(MetadataMap map, string provider, IReadOnlyList<MetadataChange> changes) =>
        Ensure(provider, ClientOperation.Create, CheckCreation(map, changes));

    public static void EnsureUpdatable(
        string provider, ClientOperation operation, IReadOnlyList<MetadataChange> changes) =>
        Ensure(provider, operation, CheckUpdate(changes));

    public static Refusals CheckCreation(MetadataMap map, IReadOnlyList<MetadataChange> changes)
    {
        var missing = new List<FieldError>();
        foreach (MetadataMapping row in map.Required)
        {
            if (!Gives(changes, row))
            {
                missing.Add(new FieldError(row.Name, Join("is required to create a client", row.Substitute)));
            }
        }

        return Check(changes, missing, isCreation: true);
    }

    public static Refusals CheckUpdate(IReadOnlyList<MetadataChange> changes)
    {
        var cleared = new List<FieldError>();
        foreach (MetadataChange change in changes)
        {
            if (IsMissing(change) && change.Mapping.Capability.Updatable)
            {
                cleared.Add(new FieldError(change.Mapping.Name, "is required and cannot be cleared"));
            }
        }

        return Check(changes, cleared, isCreation: false);
    }

    private static void Ensure(string provider, ClientOperation operation, Refusals refusals)
    {
        if (refusals.Unsupported.Count + refusals.Incomplete.Count == 0)
        {
            return;
        }

        var error = new ClientManagementError
        {
            Provider = provider,
            Operation = operation,
            Summary = "nothing was sent, because the backend cannot take the metadata as it is.",
            FieldErrors = refusals.All,
        };
        throw refusals.Unsupported.Count > 0
            ? new OperationNotSupportedException(error)
            : new InvalidClientMetadataException(error);
    }

    private static Refusals Check(IReadOnlyList<MetadataChange> changes, List<FieldError> missing, bool isCreation)
    {
        string refusal = isCreation ? "cannot be set" : "cannot be changed";
        List<FieldError> whole = [], members = [], values = [], broken = [], rivals = [];
        foreach (MetadataChange change in changes)
        {
            MetadataCapability capability = change.Mapping.Capability;
            string? reason = Reject(change);
            if (reason is null && !IsMissing(change) && change is { Value: { } value, Mapping.Rule: { } rule } && rule(value, isCreation) is { } breach)
            {
                broken.Add(new FieldError(capability.Name, breach));
            }

            // An empty text counts as set.
            if (change.Rivals.Count > 0)
            {
                rivals.Add(new FieldError(
                    capability.Name, $"cannot be set beside {string.Join(", ", change.Rivals)}: a client has only one of them"));
            }

            if (!(isCreation ? capability.SettableAtCreation : capability.Updatable))
            {
                whole.Add(new FieldError(capability.Name, Join(refusal, capability.Remark)));
                continue;
            }

            // A server that showed the member has a place for it.
            foreach (MetadataCapability member in capability.UnsupportedMembers)
            {
                if (change.Adds(member.Name))
                {
                    members.Add(new FieldError(capability.Name, Join($"{member.Name} {refusal}", member.Remark)));
                }
            }

            if (reason is not null)
            {
                values.Add(new FieldError(capability.Name, reason));
            }
        }

        return new Refusals([.. whole, .. members, .. values], [.. missing, .. broken, .. rivals]);
    }

    // Why the backend has no place for the value.
    private static string? Reject(MetadataChange change) => change.Value is not { } value ? change.Mapping.WhyNotCleared
        : IsMissing(change) ? null
        : change.Mapping.Codec.Reject(value);

    private static bool Gives(IReadOnlyList<MetadataChange> changes, MetadataMapping row)
    {
        foreach (MetadataChange change in changes)
        {
            if (change.Mapping.Name == row.Name && !IsEmpty(change.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMissing(MetadataChange change) =>
        change.Mapping.Capability.RequiredAtCreation && IsEmpty(change.Value);

    // What must be there must also hold something.
    private static bool IsEmpty(object? value) => value is null or "" or IReadOnlyCollection<string> { Count: 0 };

    private static string Join(string refusal, string? remark) => remark is null ? refusal : $"{refusal}: {remark}";

    /// <summary>What cannot be done at all, and what is missing, not valid, or contradicts itself.</summary>
    public sealed record Refusals(IReadOnlyList<FieldError> Unsupported, IReadOnlyList<FieldError> Incomplete)
    {
        public IReadOnlyList<FieldError> All => [.. Unsupported, .. Incomplete];
    }
}
