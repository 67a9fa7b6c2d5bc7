using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>GET on the endpoint: all clients, page by page, for a management token.</summary>
internal static class ListEndpoint
{
    public static Reply Handle(Call call, int pageSize)
    {
        if (call.Token is not { Length: > 0 } token)
            throw call.Refuse(RegistrationMistake.NoToken, "no access token provided");
        call.ByManagement = call.Server.IsManagement(token);
        if (!call.ByManagement)
            throw call.Refuse(RegistrationMistake.WrongToken, "management token not found");
        int size = int.TryParse(call.Incoming.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && asked > 0
            ? Math.Min(asked, pageSize)
            : pageSize;
        string? after = call.Incoming.Query["after"];
        RegisteredClient[] rest = [.. call.Server.Clients.SkipWhile(client => after is not null && client.Id != after).Skip(after is null ? 0 : 1)];
        RegisteredClient[] page = [.. rest.Take(size)];
        Reply reply = call.Finish(Reply.Json(
            Status200OK, new JsonArray([.. page.Select(client => ClientAnswer.Of(call, client, RegistrationOperations.Read))])));
        if (rest.Length > page.Length)
            reply.Headers["Link"] = $"<{call.Addresses.Below(call.Behavior.EndpointPath)}?after={page[^1].Id}&limit={size}>; rel=\"next\"";
        return reply;
    }
}
