using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>PUT: a client changes.</summary>
internal static class UpdateEndpoint
{
    public static Reply Handle(Call call, RegisteredClient client)
    {
        JsonObject body = RequestBody.Read(call);
        CheckReserved(call, client, body);
        ReadMetadata read = ReadMetadata.Of(call, body, isUpdate: true);
        JsonObject metadata = CreateEndpoint.Complete(call, Merge(call.Behavior, client.Metadata, read), client.Id);
        string? token = client.Token;
        if (call.Behavior.UpdateDuration <= TimeSpan.Zero)
            return Commit(call, client, metadata, body);
        return new Reply(0)
        {
            Later = new Later(call.Behavior.UpdateDuration, () =>
            {
                lock (call.Server.Gate)
                    return CommitLater(call, client, token, () => Commit(call, client, metadata, body));
            }),
        };
    }

    private static Reply CommitLater(Call call, RegisteredClient client, string? token, Func<Reply> commit)
    {
        if (call.Server.Find(client.Id) != client)
            return call.Refused(RegistrationMistake.GoneClient, "the client is gone");
        return client.Token == token || call.ByManagement || call.Behavior.ConcurrentUpdatesSucceed
            ? commit()
            : call.Refused(RegistrationMistake.WrongToken, "registration access token not found");
    }

    private static Reply Commit(Call call, RegisteredClient client, JsonObject metadata, JsonObject body)
    {
        client.Metadata = metadata;
        if (call.Behavior.SecretInUpdate == RegistrationSent.Honoured && body["client_secret"].AsText() is { } secret)
            client.Secret = secret;
        Secrets.Follow(call, client, body, isUpdate: true);
        ClientEndpoints.Rotate(call, client, RegistrationOperations.Update);
        JsonObject answer = ClientAnswer.Of(call, client, RegistrationOperations.Update);
        foreach (string name in StandardMembers.Forbidden.Where(name => call.Behavior.ForbiddenMembersEchoed && body.ContainsKey(name)))
            answer[name] = body[name]?.DeepClone();
        CreateEndpoint.Forget(call.Behavior, client);
        return call.Finish(Reply.Json(200, answer));
    }

    private static void CheckReserved(Call call, RegisteredClient client, JsonObject body)
    {
        DynamicRegistrationBehavior behavior = call.Behavior;
        if (behavior.ForbiddenMembersRefused && StandardMembers.Forbidden.FirstOrDefault(body.ContainsKey) is { } forbidden)
            throw call.Refuse(RegistrationMistake.ForbiddenMember, $"request MUST NOT include the {forbidden} field");
        if (behavior.ClientIdInUpdate == RegistrationSent.Required && body["client_id"].AsText() != client.Id)
            throw call.Refuse(RegistrationMistake.ClientId, "provided client_id does not match the authenticated client's one");
        bool secretFits = behavior.SecretInUpdate switch
        {
            RegistrationSent.Refused => !body.ContainsKey("client_secret"),
            RegistrationSent.Required => !Secrets.Needs(behavior, client) || IsSecret(),
            RegistrationSent.Checked => !body.ContainsKey("client_secret") || IsSecret(),
            _ => true,
        };
        if (!secretFits)
            throw call.Refuse(RegistrationMistake.Secret, "provided client_secret does not match the authenticated client's one");

        bool IsSecret() => BasicCredentials.Same(client.Secret, body["client_secret"].AsText() ?? "");
    }

    private static JsonObject Merge(DynamicRegistrationBehavior behavior, JsonObject stored, ReadMetadata read)
    {
        var merged = new JsonObject();
        foreach ((string name, JsonNode? value) in stored)
        {
            bool isKept = (behavior.OmittedInUpdate == RegistrationOmitted.Kept) != behavior.OmittedOtherwise.Contains(name);
            if (behavior.CannotBeRemoved.Contains(name) || (isKept && !read.Removed.Contains(name)))
                merged[name] = value?.DeepClone();
        }

        foreach ((string name, JsonNode? value) in read.Stored)
        {
            if (value is not JsonArray { Count: 0 } || !behavior.CannotBeRemoved.Contains(name))
                merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
