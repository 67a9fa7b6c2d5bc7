namespace ClientMgmt.Mapping;

/// <summary>Refuses what a backend cannot store, before any request, with one error that names every property.</summary>
internal static class MetadataGuard
{
    public static void EnsureCreatable(MetadataMap map, string provider, IReadOnlyList<MetadataChange> changes)
    {
        HashSet<string> given = changes.Where(c => !IsEmpty(c.Value)).Select(c => c.Mapping.Name).ToHashSet();
        IEnumerable<FieldError> missing = map.Rows
            .Where(r => r.Capability.RequiredAtCreation && !given.Contains(r.Name))
            .Select(r => new FieldError(r.Name, "is required to create a client"));
        Ensure(provider, ClientOperation.Create, changes, c => c.SettableAtCreation, "cannot be set", missing);
    }

    public static void EnsureUpdatable(
        string provider, ClientOperation operation, IReadOnlyList<MetadataChange> changes)
    {
        IEnumerable<FieldError> cleared = changes
            .Where(c => IsMissing(c) && c.Mapping.Capability.Updatable)
            .Select(c => new FieldError(c.Mapping.Name, "is required and cannot be cleared"));
        Ensure(provider, operation, changes, c => c.Updatable, "cannot be changed", cleared);
    }

    private static void Ensure(
        string provider,
        ClientOperation operation,
        IReadOnlyList<MetadataChange> changes,
        Func<MetadataCapability, bool> isAllowed,
        string refusal,
        IEnumerable<FieldError> incomplete)
    {
        FieldError[] unsupported =
        [
            .. changes.Where(c => !isAllowed(c.Mapping.Capability))
                .Select(c => new FieldError(c.Mapping.Name, Join(refusal, c.Mapping.Capability.Remark))),
            .. changes.Where(c => isAllowed(c.Mapping.Capability) && c.Value is not null && !IsMissing(c))
                .Select(c => (c.Mapping.Name, Reason: c.Mapping.Codec.Reject(c.Value!)))
                .Where(r => r.Reason is not null)
                .Select(r => new FieldError(r.Name, r.Reason!)),
        ];
        FieldError[] all = [.. unsupported, .. incomplete];
        if (all.Length == 0)
        {
            return;
        }

        var error = new ClientManagementError
        {
            Provider = provider,
            Operation = operation,
            Summary = "nothing was sent, because the backend cannot take the metadata as it is.",
            FieldErrors = all,
        };
        throw unsupported.Length > 0 ? new OperationNotSupportedException(error) : new InvalidClientMetadataException(error);
    }

    private static bool IsMissing(MetadataChange change) =>
        change.Mapping.Capability.RequiredAtCreation && IsEmpty(change.Value);

    // What must be there must also hold something.
    private static bool IsEmpty(object? value) => value is null or "" or IReadOnlyCollection<string> { Count: 0 };

    private static string Join(string refusal, string? remark) => remark is null ? refusal : $"{refusal}: {remark}";
}
