using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>An operation: whether it insists on a JSON content type, and how its 404 speaks of the client.</summary>
internal sealed record Operation(Func<Visit, Reply> Handler)
{
    public static readonly Operation None = new(_ => throw new InvalidOperationException("There is no operation."));

    public bool Json { get; init; }

    /// <summary>A single client is changed: the answer that there is none may take its time, and races can be lost.</summary>
    public bool Writes { get; init; }

    /// <summary>What is answered when another write to the same client was faster.</summary>
    public Func<Visit, Reply>? Loses { get; init; }

    public bool IsPublic { get; init; }

    public string IdWord => Writes || IsPublic ? "id" : "ID";
}

/// <summary>The fifteen operations. "tenant", "info" and "consents" are reserved words among the ids.</summary>
internal static class Routes
{
    public static readonly RouteTable<Operation> Table = new(
        ("GET", "scopes", new(ReadEndpoints.Scopes)),
        ("GET", "clients", new(ListEndpoints.Clients)),
        ("GET", "clients/info", new(ListEndpoints.Infos)),
        ("GET", "clients/consents", new(ConsentEndpoints.List)),
        ("POST", "clients", new(ChangeEndpoints.Create) { Json = true }),
        ("DELETE", "clients", new(DeleteEndpoints.Own)),
        ("DELETE", "clients/tenant", new(DeleteEndpoints.Tenant)),
        ("GET", "clients/{}", new(ReadEndpoints.Get)),
        ("PUT", "clients/{}", new(ChangeEndpoints.Update) { Json = true, Writes = true, Loses = Race.Refused }),
        ("DELETE", "clients/{}", new(DeleteEndpoints.One) { Writes = true, Loses = _ => Reply.Empty(400, "Another request changed the client meanwhile.") }),
        ("GET", "clients/{}/info", new(ReadEndpoints.Info)),
        ("GET", "clients/{}/public/info", new(ReadEndpoints.PublicInfo) { IsPublic = true }),
        ("PATCH", "clients/{}/regenerate", new(ChangeEndpoints.Regenerate) { Writes = true, Loses = Race.Refused }),
        ("PATCH", "clients/{}/activation", new(ChangeEndpoints.Activate) { Json = true, Writes = true }),
        ("DELETE", "clients/{}/revoke", new(ConsentEndpoints.Revoke)));
}
