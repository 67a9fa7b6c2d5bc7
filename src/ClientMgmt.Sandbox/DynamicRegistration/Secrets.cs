using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>Which clients have a secret.</summary>
internal static class Secrets
{
    public static bool Needs(DynamicRegistrationBehavior behavior, RegisteredClient client) =>
        client.Metadata["token_endpoint_auth_method"].AsText() is not { } method || !behavior.MethodsWithoutSecret.Contains(method);

    /// <summary>After the metadata have changed.</summary>
    public static void Follow(Call call, RegisteredClient client, JsonObject body, bool isUpdate)
    {
        DynamicRegistrationBehavior behavior = call.Behavior;
        if (!IsDue(behavior, client, body))
        {
            if (!behavior.SecretOutlivesMethod)
                client.Secret = null;
        }
        else if (client.Secret is null || (isUpdate && behavior.UpdateRenewsSecret))
        {
            call.Server.RenewSecret(client);
        }
    }

    private static bool IsDue(DynamicRegistrationBehavior behavior, RegisteredClient client, JsonObject body) => Needs(behavior, client)
        && (!behavior.SecretNeedsMethod || client.Metadata.ContainsKey("token_endpoint_auth_method") || body.ContainsKey("client_secret"));
}
