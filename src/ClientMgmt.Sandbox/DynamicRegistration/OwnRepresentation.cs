using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>A client at its second address, in the names of the server's own.</summary>
internal static class OwnRepresentation
{
    private const string ClientId = "clientId";
    private const string Secret = "secret";
    private const string Enabled = "enabled";
    private const int LongestSecret = 255;

    public static Reply Handle(Call call, string id)
    {
        RegistrationOperations operation = ClientEndpoints.OperationOf(call);
        RegisteredClient client = Access.ToClient(call, id);
        if (operation == RegistrationOperations.Delete)
            return ClientEndpoints.Delete(call, client);
        if (operation == RegistrationOperations.Update)
        {
            Change(call, client, RequestBody.Read(call));
            ClientEndpoints.Rotate(call, client, operation);
        }

        return call.Finish(Reply.Json(200, Answer(call, client, operation)));
    }

    // What is left out stays.
    private static void Change(Call call, RegisteredClient client, JsonObject body)
    {
        if (body.Select(member => member.Key).FirstOrDefault(name => name is not (ClientId or Secret or Enabled)) is { } unknown)
            throw call.Refuse(RegistrationMistake.UnknownMember, $"{unknown} is not known here");
        if (body[ClientId].AsText() != client.Id)
            throw call.Refuse(RegistrationMistake.ClientId, "the client id must be that of the address");
        string? secret = body[Secret].AsText();
        if (secret?.Length > LongestSecret)
            throw call.Refuse(RegistrationMistake.Failure, "the secret is too long to be stored");
        client.Secret = secret ?? client.Secret;
        client.Enabled = body[Enabled]?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => client.Enabled,
        };
    }

    private static JsonObject Answer(Call call, RegisteredClient client, RegistrationOperations operation)
    {
        var body = new JsonObject { [ClientId] = client.Id, [Enabled] = client.Enabled };
        if (client.Secret is not null)
            body[Secret] = client.Secret;
        if (ClientAnswer.ShowsToken(call, client, operation))
            body["registrationAccessToken"] = client.Token;
        return body;
    }
}
