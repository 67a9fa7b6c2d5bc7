using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Control;

/// <summary>Clients, grants and consents over HTTP. Stricter than the same by code: nothing unknown is referred to.</summary>
internal sealed class PrepareEndpoints(SandboxServer server)
{
    private const int MaxCount = 100_000;

    public Reply Grant(JsonObject body)
    {
        var members = new Members(body, "serviceId", "clientId", "subject", "scopes");
        string serviceId = Members.Required(members.Text("serviceId"), "serviceId");
        long clientId = Members.Required(members.Id("clientId"), "clientId");
        string subject = Members.Required(members.Text("subject"), "subject");
        string[] scopes = Members.Required(members.Texts("scopes"), "scopes");
        if (server.Authlete.FindClient(serviceId, clientId) is null)
            throw new ArgumentException($"'clientId' has to be a client of the service: {clientId} is none.");
        server.Authlete.AddGrant(serviceId, clientId, subject, scopes);
        return Reply.Empty(Status204NoContent);
    }

    public Reply Consent(JsonObject body)
    {
        var members = new Members(body, "portal", "userId", "clientId", "scopes");
        string portal = Portal(members);
        string userId = User(members, portal);
        string clientId = Members.Required(members.Text("clientId"), "clientId");
        string[] scopes = Members.Required(members.Texts("scopes"), "scopes");
        if (server.DocSpace.FindClient(portal, clientId) is null)
            throw new ArgumentException($"'clientId' has to be a client of the portal: {clientId} is none.");
        server.DocSpace.AddConsent(portal, userId, clientId, scopes);
        return Reply.Empty(Status204NoContent);
    }

    public Reply Clients(JsonObject body) => Created(
        body.ContainsKey("serviceId") ? AuthleteClients(body)
        : body.ContainsKey("issuer") ? RegisteredClients(body)
        : DocSpaceClients(body));

    private IEnumerable<string> AuthleteClients(JsonObject body)
    {
        var members = new Members(body, "serviceId", "count");
        string serviceId = Members.Required(members.Text("serviceId"), "serviceId");
        return server.Authlete.Seed(serviceId, Count(members)).Select(id => id.ToString(CultureInfo.InvariantCulture));
    }

    private IEnumerable<string> DocSpaceClients(JsonObject body)
    {
        var members = new Members(body, "portal", "userId", "count");
        string portal = Portal(members);
        return server.DocSpace.Seed(portal, User(members, portal), Count(members));
    }

    private IEnumerable<string> RegisteredClients(JsonObject body)
    {
        var members = new Members(body, "issuer", "count");
        return members.Text("issuer") == server.DynamicRegistration.Issuer.AbsoluteUri
            ? server.DynamicRegistration.Seed(Count(members))
            : throw new ArgumentException($"'issuer' has to be {server.DynamicRegistration.Issuer}.");
    }

    private static Reply Created(IEnumerable<string> ids) =>
        Reply.Json(Status201Created, new JsonObject { ["clientIds"] = ids.ToJsonArray() });

    private static int Count(Members members) => Members.Required(members.Integer("count"), "count") is >= 0 and <= MaxCount and var count
        ? count
        : throw new ArgumentException($"'count' has to be between 0 and {MaxCount}.");

    private string Portal(Members members)
    {
        string name = members.Text("portal") ?? SandboxDefaults.Portal;
        return server.DocSpace.Portals.Any(p => p.Name == name)
            ? name
            : throw new ArgumentException($"'portal' has to be one of {string.Join(", ", server.DocSpace.Portals.Select(p => p.Name))}.");
    }

    private string User(Members members, string portal)
    {
        string id = Members.Required(members.Text("userId"), "userId");
        return server.DocSpace.Portals.Single(p => p.Name == portal).Users.Any(u => string.Equals(u.Id, id, StringComparison.OrdinalIgnoreCase))
            ? id
            : throw new ArgumentException($"'userId' has to be a user of the portal: {id} is none.");
    }
}
