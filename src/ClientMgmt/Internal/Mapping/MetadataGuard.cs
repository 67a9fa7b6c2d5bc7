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
        IEnumerable<FieldError> missing = map.Rows
            .Where(r => r.Capability.RequiredAtCreation && !changes.Any(c => c.Mapping.Name == r.Name && !IsEmpty(c.Value)))
            .Select(r => new FieldError(r.Name, "is required to create a client"));
        return new Refusals(Unsupported(changes, c => c.SettableAtCreation, "cannot be set"), [.. missing]);
    }

    public static Refusals CheckUpdate(IReadOnlyList<MetadataChange> changes)
    {
        IEnumerable<FieldError> cleared = changes
            .Where(c => IsMissing(c) && c.Mapping.Capability.Updatable)
            .Select(c => new FieldError(c.Mapping.Name, "is required and cannot be cleared"));
        return new Refusals(Unsupported(changes, c => c.Updatable, "cannot be changed"), [.. cleared]);
    }

    private static void Ensure(string provider, ClientOperation operation, Refusals refusals)
    {
        if (refusals.All.Count == 0)
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

    private static FieldError[] Unsupported(
        IReadOnlyList<MetadataChange> changes, Func<MetadataCapability, bool> isAllowed, string refusal) =>
    [
        .. changes.Where(c => !isAllowed(c.Mapping.Capability))
            .Select(c => new FieldError(c.Mapping.Name, Join(refusal, c.Mapping.Capability.Remark))),
        // A server that showed the member has a place for it.
        .. from change in changes
           where isAllowed(change.Mapping.Capability)
           from member in change.Mapping.Capability.UnsupportedMembers
           where change.Adds(member.Name)
           select new FieldError(change.Mapping.Name, Join($"{member.Name} {refusal}", member.Remark)),
        .. changes.Where(c => isAllowed(c.Mapping.Capability) && c.Value is not null && !IsMissing(c))
            .Select(c => (c.Mapping.Name, Reason: c.Mapping.Codec.Reject(c.Value!)))
            .Where(r => r.Reason is not null)
            .Select(r => new FieldError(r.Name, r.Reason!)),
    ];

    private static bool IsMissing(MetadataChange change) =>
        change.Mapping.Capability.RequiredAtCreation && IsEmpty(change.Value);

    // What must be there must also hold something.
    private static bool IsEmpty(object? value) => value is null or "" or IReadOnlyCollection<string> { Count: 0 };

    private static string Join(string refusal, string? remark) => remark is null ? refusal : $"{refusal}: {remark}";

    /// <summary>What cannot be done at all, and what is missing.</summary>
    public sealed record Refusals(IReadOnlyList<FieldError> Unsupported, IReadOnlyList<FieldError> Incomplete)
    {
        public IReadOnlyList<FieldError> All { get; } = [.. Unsupported, .. Incomplete];
    }
}
