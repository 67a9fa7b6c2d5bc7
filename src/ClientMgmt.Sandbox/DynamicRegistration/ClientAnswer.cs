using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static ClientMgmt.Sandbox.RegistrationOperations;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>What an answer shows of a client.</summary>
internal static class ClientAnswer
{
    public static JsonObject Of(Call call, RegisteredClient client, RegistrationOperations operation)
    {
        DynamicRegistrationBehavior behavior = call.Behavior;
        var body = new JsonObject { ["client_id"] = client.Id };
        AddSecret(behavior, client, operation, body);
        if (behavior.IssuedAtIn.HasFlag(operation))
            body["client_id_issued_at"] = client.IssuedAt;
        if (client.Token is not null)
            AddRegistration(call, client, operation, body);
        foreach ((string name, JsonNode? value) in client.Metadata.Where(member => ReadMetadata.Treatment(behavior, member.Key) != RegistrationMember.Hidden))
            body[name] = Shown(behavior, name, value, operation);
        if (behavior.GrantsAndResponsesInOneList && operation == Read)
            OneList.Show(body);
        AddOthers(behavior, client, operation, body);
        return body;
    }

    private static void AddSecret(DynamicRegistrationBehavior behavior, RegisteredClient client, RegistrationOperations operation, JsonObject body)
    {
        bool isShown = client.Secret is not null && behavior.SecretIn.HasFlag(operation);
        if (isShown)
            body["client_secret"] = behavior.HashInRead && operation == Read ? Generated.Hash(client.Secret!) : client.Secret;
        bool hasExpiry = behavior.SecretExpiry == RegistrationSecretExpiry.Always
            || (isShown && behavior.SecretExpiry == RegistrationSecretExpiry.WithSecret);
        if (hasExpiry && behavior.SecretExpiryIn.HasFlag(operation))
            body["client_secret_expires_at"] = client.Secret is null ? 0 : client.SecretExpiresAt;
    }

    public static bool ShowsToken(Call call, RegisteredClient client, RegistrationOperations operation) => client.Token is not null
        && (call.ByManagement ? call.Behavior.TokenIn & call.Behavior.TokenForManagementIn : call.Behavior.TokenIn).HasFlag(operation);

    private static void AddRegistration(Call call, RegisteredClient client, RegistrationOperations operation, JsonObject body)
    {
        if (ShowsToken(call, client, operation))
            body["registration_access_token"] = client.Token;
        if (call.Behavior.ClientUriIn.HasFlag(operation))
            body["registration_client_uri"] = call.Addresses.ClientUri(client.Id);
    }

    private static JsonNode? Shown(DynamicRegistrationBehavior behavior, string name, JsonNode? value, RegistrationOperations operation) => value switch
    {
        JsonValue flag when behavior.FlagsAsTexts.GetValueOrDefault(name).HasFlag(operation) && flag.TryGetValue(out bool isOn) => isOn ? "1" : "0",
        JsonArray { Count: 1 } single when behavior.TextsForLists.Contains(name) => single[0]?.DeepClone(),
        JsonArray items when behavior.ReordersLists && operation == Read => new JsonArray([.. items.Reverse().Select(item => item?.DeepClone())]),
        JsonValue text when operation == Read && behavior.ListsInRead.Contains(name) => new JsonArray(text.DeepClone()),
        _ => value?.DeepClone(),
    };

    private static void AddOthers(DynamicRegistrationBehavior behavior, RegisteredClient client, RegistrationOperations operation, JsonObject body)
    {
        if (behavior.UnsetLists != RegistrationUnset.Absent && behavior.UnsetListsIn.HasFlag(operation))
        {
            foreach (string name in StandardMembers.Lists.Where(name => ReadMetadata.Treatment(behavior, name) == RegistrationMember.Kept))
                body.TryAdd(name, behavior.UnsetLists == RegistrationUnset.Null ? null : new JsonArray());
        }

        foreach ((string name, string json) in behavior.MoreMembers.Where(_ => behavior.MoreMembersIn.HasFlag(operation)))
            body.TryAdd(name, JsonText.Parse(json));
        foreach ((string name, string source) in behavior.ShownFrom)
            body[name] = client.Metadata[source]?.DeepClone();
    }
}
