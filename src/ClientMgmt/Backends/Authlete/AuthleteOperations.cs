using ClientMgmt.Mapping;

namespace ClientMgmt.Authlete;

/// <summary>What Authlete cannot do, and what limits the rest.</summary>
internal static class AuthleteOperations
{
    private const string NeedsSubject = "needs a subject";
    private const string NoConsentView = "the backend has no text about a client for consent pages.";
    private const string OneByOne = "clients are deleted one by one.";

    private static readonly OperationCapability[] s_limited =
    [
        new(ClientOperation.ListAuthorizedClients, Supported: true, NeedsSubject),
        new(ClientOperation.RevokeAuthorization, Supported: true, NeedsSubject),
        new(ClientOperation.GetGrantedScopes, Supported: true, NeedsSubject),
        new(ClientOperation.ListScopes, Supported: false, "the scopes belong to the service's configuration, not to client management."),
        new(ClientOperation.GetInfo, Supported: false, NoConsentView),
        new(ClientOperation.ListInfo, Supported: false, NoConsentView),
        new(ClientOperation.GetPublicInfo, Supported: false, "every request needs a credential."),
        new(ClientOperation.DeleteAllOwnClients, Supported: false, OneByOne),
        new(ClientOperation.DeleteAllTenantClients, Supported: false, OneByOne),
    ];

    private static readonly SecretRule s_secrets = new(MaxLength: 86, Symbols: "-_");

    public static Capabilities Describe(MetadataMap map, ClientIdAlias alias) => new MappedCapabilities(
        Enum.GetValues<ClientOperation>().Select(operation =>
            Array.Find(s_limited, o => o.Operation == operation) ?? new OperationCapability(operation, Supported: true)),
        map)
    {
        ClientIdAlias = alias,
        SecretRule = s_secrets,
    };
}
