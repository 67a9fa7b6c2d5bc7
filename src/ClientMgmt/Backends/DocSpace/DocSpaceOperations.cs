using ClientMgmt.Mapping;

namespace ClientMgmt.DocSpace;

/// <summary>What DocSpace cannot do, and what limits the rest.</summary>
internal static class DocSpaceOperations
{
    private static readonly OperationCapability[] s_limited =
    [
        new(ClientOperation.SetSecret, Supported: false, "the server alone chooses secrets; rotate it instead."),
        new(ClientOperation.ListAuthorizedClients, Supported: true, "the caller's own only"),
        new(ClientOperation.RevokeAuthorization, Supported: true, "the caller's own only"),
        new(ClientOperation.GetGrantedScopes, Supported: true, "the caller's own only, and the last grant only"),
        new(ClientOperation.UpdateAuthorization, Supported: false, "the scopes of issued tokens cannot be changed."),
        new(ClientOperation.DeleteGrantedScopes, Supported: false, "there is no record of grants apart from the consent; revoke it."),
        new(ClientOperation.SetRequestableScopes, Supported: true, "only on servers after 3.8"),
        new(ClientOperation.ClearRequestableScopes, Supported: false, "a client always has at least one scope."),
    ];

    /// <param name="map">The table of the server.</param>
    /// <param name="missing">Operations that this very server has not.</param>
    public static Capabilities Describe(MetadataMap map, params ClientOperation[] missing) => new MappedCapabilities(
        Enum.GetValues<ClientOperation>()
            .Select(operation => Array.Find(s_limited, o => o.Operation == operation) ?? new OperationCapability(operation, Supported: true))
            .Select(o => missing.Contains(o.Operation) ? o with { Supported = false } : o),
        map)
    {
        // They are UUIDs, which the servers read in either case.
        ClientIdComparer = StringComparer.OrdinalIgnoreCase,
    };
}
