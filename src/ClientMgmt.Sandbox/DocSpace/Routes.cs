using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>An operation, and whether it insists on a JSON content type.</summary>
internal sealed record Operation(Func<Visit, Reply> Handler, bool Json = false);

/// <summary>The fifteen operations. "tenant", "info" and "consents" are reserved words among the ids.</summary>
internal static class Routes
{
    public static readonly RouteTable<Operation> Table = new(
        ("GET", "scopes", new(ReadEndpoints.Scopes)),
        ("GET", "clients", new(ListEndpoints.Clients)),
        ("GET", "clients/info", new(ListEndpoints.Infos)),
        ("GET", "clients/consents", new(ConsentEndpoints.List)),
        ("POST", "clients", new(ChangeEndpoints.Create, Json: true)),
        ("DELETE", "clients", new(ChangeEndpoints.DeleteOwn)),
        ("DELETE", "clients/tenant", new(ChangeEndpoints.DeleteTenant)),
        ("GET", "clients/{}", new(ReadEndpoints.Get)),
        ("PUT", "clients/{}", new(ChangeEndpoints.Update, Json: true)),
        ("DELETE", "clients/{}", new(ChangeEndpoints.Delete)),
        ("GET", "clients/{}/info", new(ReadEndpoints.Info)),
        ("GET", "clients/{}/public/info", new(ReadEndpoints.PublicInfo)),
        ("PATCH", "clients/{}/regenerate", new(ChangeEndpoints.Regenerate)),
        ("PATCH", "clients/{}/activation", new(ChangeEndpoints.Activate, Json: true)),
        ("DELETE", "clients/{}/revoke", new(ConsentEndpoints.Revoke)));
}
