using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>Which clients have a secret.</summary>
internal static class Secrets
{
    private static readonly string[] s_without = ["none", "private_key_jwt", "tls_client_auth", "self_signed_tls_client_auth"];

    public static bool Needs(RegisteredClient client) =>
        client.Metadata["token_endpoint_auth_method"].AsText() is not { } method || !s_without.Contains(method);

    /// <summary>After the metadata have changed.</summary>
    public static void Follow(Call call, RegisteredClient client, bool isUpdate)
    {
        DynamicRegistrationBehavior behavior = call.Behavior;
        if (!Needs(client))
        {
            if (!behavior.SecretOutlivesMethod)
                client.Secret = null;
        }
        else if (client.Secret is null || (isUpdate && behavior.UpdateRenewsSecret))
        {
            call.Server.RenewSecret(client);
        }
    }
}
