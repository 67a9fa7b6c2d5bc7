using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Control;

/// <summary>The requests and the clients of all providers, the latest ones or those that are sought.</summary>
internal sealed class LookEndpoints(SandboxServer server)
{
    /// <summary>Oldest first; <c>last</c> leaves out all but the latest.</summary>
    public JsonArray Requests(Values query)
    {
        Check(query, "last");
        return new JsonArray([.. server.Requests.TakeLast(Number(query, "last") ?? int.MaxValue).Select(Description.Of)]);
    }

    /// <summary>Newest first, exactly as they are stored; <c>search</c> is looked for in all of it, whatever the case.</summary>
    public JsonObject Clients(Values query)
    {
        Check(query, "search", "limit");
        string search = query["search"] ?? "";
        JsonObject[] found = [.. All().Where(client => search.Length == 0 || JsonText.Write(client).Contains(search, StringComparison.OrdinalIgnoreCase))];
        return new JsonObject
        {
            ["total"] = found.Length,
            ["clients"] = new JsonArray([.. found.Take(Number(query, "limit") ?? int.MaxValue)]),
        };
    }

    private IEnumerable<JsonObject> All() =>
    [
        .. server.Authlete.Services.SelectMany(service => server.Authlete.ClientIds(service.ServiceId).Reverse().Select(id => Entry(
            service.Version == AuthleteVersion.V2 ? SandboxBackend.AuthleteV2 : SandboxBackend.AuthleteV3,
            ("serviceId", service.ServiceId),
            id.ToString(CultureInfo.InvariantCulture),
            "clientName",
            server.Authlete.FindClient(service.ServiceId, id)))),
        .. server.DocSpace.Portals.SelectMany(portal => server.DocSpace.ClientIds(portal.Name).Reverse().Select(id => Entry(
            SandboxBackend.DocSpace, ("portal", portal.Name), id, "name", server.DocSpace.FindClient(portal.Name, id)))),
        .. server.DynamicRegistration.ClientIds.Reverse().Select(Registered),
    ];

    private JsonObject Registered(string id)
    {
        DynamicRegistrationSandbox registration = server.DynamicRegistration;
        JsonObject entry = Entry(
            SandboxBackend.DynamicRegistration, ("issuer", registration.Issuer.AbsoluteUri), id, "client_name", registration.FindClient(id));
        entry["clientSecret"] = registration.FindSecret(id);
        entry["registrationAccessToken"] = registration.FindToken(id);
        return entry;
    }

    // Null for a client that another request has just deleted.
    private static JsonObject Entry(SandboxBackend backend, (string Name, string Value) place, string id, string name, JsonObject? client) => new()
    {
        ["backend"] = backend.ToString(),
        [place.Name] = place.Value,
        ["clientId"] = id,
        ["name"] = client?[name].AsText(),
        ["client"] = client,
    };

    private static void Check(Values query, params IReadOnlyList<string> known)
    {
        if (query.Pairs.Select(pair => pair.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new ArgumentException($"'{unknown}' is not known here. Known are {string.Join(", ", known)}.");
    }

    private static int? Number(Values query, string name)
    {
        if (query[name] is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new ArgumentException($"'{name}' has to be a whole number.");
    }
}
