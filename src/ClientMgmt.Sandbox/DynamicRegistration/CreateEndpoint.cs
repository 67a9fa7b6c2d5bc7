using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>POST: a client registers.</summary>
internal static class CreateEndpoint
{
    public static Reply Handle(Call call, bool isPlain)
    {
        Action use = Access.ToRegister(call);
        JsonObject body = RequestBody.Read(call);
        string id = Chosen(call, body, "client_id", call.Behavior.ClientIdInCreate, RegistrationMistake.ClientId) ?? Generated.Id();
        string? secret = Chosen(call, body, "client_secret", call.Behavior.SecretInCreate, RegistrationMistake.Secret);
        JsonObject metadata = Complete(call, ReadMetadata.Of(call, body, isUpdate: false).Stored);
        if (call.Server.Find(id) is not null)
            throw call.Refuse(RegistrationMistake.ClientId, "Client Identifier in use");
        if (!call.Server.Registers())
            throw call.Refuse(RegistrationMistake.TooMany, "You have exceeded the rate limit for client registration requests");
        use();
        RegisteredClient client = Add(call.Server, id, metadata, isPlain);
        client.Secret = secret;
        Secrets.Follow(call, client, body, isUpdate: false);
        Reply reply = call.Finish(Reply.Json(
            call.Behavior.CreateStatus, ClientAnswer.Of(call, client, RegistrationOperations.Create)));
        Forget(call.Behavior, client);
        if (call.Behavior.Location != RegistrationLocation.None)
            reply.Headers["Location"] = call.Behavior.Location == RegistrationLocation.ClientUri ? call.Addresses.ClientUri(id) : $"admin/clients/{id}";
        return reply;
    }

    /// <summary>What is stored of what was read, when it is allowed.</summary>
    public static JsonObject Complete(Call call, JsonObject metadata, string? except = null)
    {
        Defaults.Fill(call, metadata);
        ValueRules.Check(call, metadata);
        string? name = metadata["client_name"].AsText();
        if (call.Behavior.UniqueNames && name is not null
            && call.Server.Clients.Any(other => other.Id != except && other.Metadata["client_name"].AsText() == name))
        {
            throw call.Refuse(RegistrationMistake.NameTaken, "client_name: an application with this name already exists");
        }

        return metadata;
    }

    public static RegisteredClient Add(ServerState server, string id, JsonObject metadata, bool isPlain)
    {
        RegisteredClient client = server.Add(id, metadata);
        if (server.Behavior.IssuesTokens && !isPlain)
            server.RenewToken(client);
        return client;
    }

    /// <summary>What the answer has shown, and nobody keeps.</summary>
    public static void Forget(DynamicRegistrationBehavior behavior, RegisteredClient client)
    {
        foreach (string name in client.Metadata.Select(member => member.Key).ToArray())
        {
            if (ReadMetadata.Treatment(behavior, name) == RegistrationMember.Echoed)
                client.Metadata.Remove(name);
        }
    }

    private static string? Chosen(Call call, JsonObject body, string name, RegistrationSent sent, RegistrationMistake mistake)
    {
        if (body[name] is not { } value || sent == RegistrationSent.Ignored)
            return null;
        return sent == RegistrationSent.Honoured && value.AsText() is { Length: > 0 } text
            ? text
            : throw call.Refuse(mistake, $"it is not allowed to choose the {name}");
    }
}
