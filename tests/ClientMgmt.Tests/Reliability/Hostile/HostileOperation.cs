using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>An operation and the one argument of it that an attacker chooses.</summary>
/// <param name="Argument">What the argument is.</param>
/// <param name="Operation">The operation.</param>
/// <param name="RunAsync">Calls it with the id of a client that is there, and the hostile text.</param>
public sealed record HostileOperation(
    string Argument, ClientOperation Operation, Func<IClientManagement, string, string, Task> RunAsync)
{
    private static readonly ClientMetadata s_metadata = new() { ClientName = "Renamed" };

    /// <summary>Whether the text is used on this side only: DocSpace lists the caller's own consents, whatever is asked of them.</summary>
    public bool IsLocal(Backend backend) => backend == Backend.DocSpace
        && (Argument is "subject" or "developer" || Operation == ClientOperation.GetGrantedScopes);

    public static IEnumerable<HostileOperation> For(IClientManagement clients) =>
        Ids(clients).Concat(clients.Capabilities.Supports(ClientOperation.SetSecret) ? Authlete()
            : DocSpace().Where(o => clients.Capabilities.Supports(o.Operation)));

    public override string ToString() => $"{Operation} by {Argument}";

    private static IEnumerable<HostileOperation> Ids(IClientManagement clients) => Enum.GetValues<ClientOperation>()
        .Where(o => clients.Capabilities.Supports(o) && Calls.TakesClientId(o))
        .Select(o => new HostileOperation("id", o, (c, _, text) => Calls.RunAsync(c, o, text)));

    private static IEnumerable<HostileOperation> Authlete() =>
    [
        new("subject", ClientOperation.ListAuthorizedClients, (c, _, s) => WireOperations.DrainAsync(c.Grants.ListAuthorizedClientsAsync(s))),
        new("subject", ClientOperation.UpdateAuthorization, (c, id, s) => c.Grants.UpdateAuthorizationAsync(id, s, ["openid"])),
        new("subject", ClientOperation.RevokeAuthorization, (c, id, s) => c.Grants.RevokeAuthorizationAsync(id, s)),
        new("subject", ClientOperation.GetGrantedScopes, (c, id, s) => c.Grants.GetGrantedScopesAsync(id, s)),
        new("subject", ClientOperation.DeleteGrantedScopes, (c, id, s) => c.Grants.DeleteGrantedScopesAsync(id, s)),
        new("developer", ClientOperation.List, (c, _, d) => WireOperations.DrainAsync(c.ListAsync(new() { Developer = d }))),
        new("developer", ClientOperation.ListAuthorizedClients, (c, _, d) => WireOperations.DrainAsync(
            c.Grants.ListAuthorizedClientsAsync("ann", new() { Developer = d }))),
        new("scope", ClientOperation.UpdateAuthorization, (c, id, s) => c.Grants.UpdateAuthorizationAsync(id, "ann", [s])),
        new("scope", ClientOperation.SetRequestableScopes, (c, id, s) => c.Scopes.SetRequestableScopesAsync(id, [s])),
        new("scope", ClientOperation.SetRequestableScopes, (c, id, s) => c.Scopes.SetRequestableScopesAsync(id, ["openid", s])),
        new("secret", ClientOperation.SetSecret, (c, id, s) => c.SetSecretAsync(id, new Secret(s))),
        new("client name", ClientOperation.Create, (c, _, s) => c.CreateAsync(s_metadata with { ClientName = s })),
    ];

    private static IEnumerable<HostileOperation> DocSpace() =>
    [
        new("subject", ClientOperation.ListAuthorizedClients, (c, _, s) => WireOperations.DrainAsync(c.Grants.ListAuthorizedClientsAsync(s))),
        new("subject", ClientOperation.RevokeAuthorization, (c, id, s) => c.Grants.RevokeAuthorizationAsync(id, s)),
        new("subject", ClientOperation.GetGrantedScopes, (c, id, s) => c.Grants.GetGrantedScopesAsync(id, s)),
        new("developer", ClientOperation.List, (c, _, d) => WireOperations.DrainAsync(c.ListAsync(new() { Developer = d }))),
        new("scope", ClientOperation.SetRequestableScopes, (c, id, s) => c.Scopes.SetRequestableScopesAsync(id, [s])),
        new("client name", ClientOperation.Create, (c, _, s) => c.CreateAsync(
            SampleMetadata.For(c.Capabilities) with { ClientName = s })),
    ];
}
