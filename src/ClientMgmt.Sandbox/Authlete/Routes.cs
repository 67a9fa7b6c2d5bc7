using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>
/// The sixteen operations and the variants that take the subject in the path or in a posted body. The specs give the
/// variants to v3; the vendor's own libraries use them on v2 too, so both generations serve all of them.
/// </summary>
internal static class Routes
{
    public static readonly RouteTable<Operation> Table = new(
        ("GET", "get/list", Read(ListEndpoints.Clients)),
        ("GET", "get/{}", Read(ClientEndpoints.Get)),
        ("POST", "create", Change(ClientEndpoints.Create, Bodies.Json)),
        ("POST", "update/{}", Change(ClientEndpoints.Update, Bodies.JsonOrForm)),
        ("DELETE", "delete/{}", Change(ClientEndpoints.Delete)),
        ("POST", "lock_flag/update/{}", Change(ClientEndpoints.SetLock, Bodies.JsonOrForm)),
        ("GET", "secret/refresh/{}", Change(SecretEndpoints.Rotate)),
        ("POST", "secret/update/{}", Change(SecretEndpoints.Set, Bodies.JsonOrForm)),
        ("GET", "authorization/get/list", Read(ListEndpoints.Authorized)),
        ("POST", "authorization/get/list", Read(ListEndpoints.Authorized, Bodies.JsonOrForm)),
        ("GET", "authorization/get/list/{}", Read(ListEndpoints.Authorized)),
        ("POST", "authorization/update/{}", Change(AuthorizationEndpoints.Update, Bodies.JsonOrForm)),
        ("DELETE", "authorization/delete/{}", Change(AuthorizationEndpoints.Delete)),
        ("POST", "authorization/delete/{}", Change(AuthorizationEndpoints.Delete, Bodies.JsonOrForm)),
        ("DELETE", "authorization/delete/{}/{}", Change(AuthorizationEndpoints.Delete)),
        ("GET", "granted_scopes/get/{}", Read(GrantedScopeEndpoints.Get)),
        ("POST", "granted_scopes/get/{}", Read(GrantedScopeEndpoints.Get, Bodies.JsonOrForm)),
        ("GET", "granted_scopes/get/{}/{}", Read(GrantedScopeEndpoints.Get)),
        ("DELETE", "granted_scopes/delete/{}", Change(GrantedScopeEndpoints.Delete)),
        ("POST", "granted_scopes/delete/{}", Change(GrantedScopeEndpoints.Delete, Bodies.JsonOrForm)),
        ("DELETE", "granted_scopes/delete/{}/{}", Change(GrantedScopeEndpoints.Delete)),
        ("GET", "extension/requestable_scopes/get/{}", Read(RequestableScopes.Get)),
        ("PUT", "extension/requestable_scopes/update/{}", Change(RequestableScopes.Set, Bodies.Json)),
        ("POST", "extension/requestable_scopes/update/{}", Change(RequestableScopes.Set, Bodies.Json)),
        ("DELETE", "extension/requestable_scopes/delete/{}", Change(RequestableScopes.Clear)));

    /// <summary>What an authorization server asks Authlete, not whoever manages clients.</summary>
    public static readonly RouteTable<Operation> Tokens = new(("POST", "token", Read(TokenEndpoint.Issue, Bodies.JsonOrForm)));

    private static Operation Read(Func<Call, Reply> handler, Bodies bodies = Bodies.None) => new(handler, false, bodies);

    private static Operation Change(Func<Call, Reply> handler, Bodies bodies = Bodies.None) => new(handler, true, bodies);
}
