using System.Text.Json;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Canaries;

/// <summary>Every operation, with a secret in each of its arguments that can be one.</summary>
internal static class CanaryOperations
{
    private static readonly JsonElement s_keys =
        JsonSerializer.Deserialize<JsonElement>($$"""{"keys":[{"kty":"RSA","n":"1","e":"AQAB","d":"{{Canary.PrivateKey}}"}]}""");

    public static async Task<object?> RunAsync(IClientManagement clients, ClientOperation operation, string id)
    {
        // A portal has no subjects but the caller.
        string? subject = clients.Capabilities.Supports(ClientOperation.DeleteGrantedScopes) ? Canary.Subject : null;
        return operation switch
        {
            ClientOperation.Get => await clients.GetAsync(id),
            ClientOperation.List => await clients.ListAsync().ToArrayAsync(),
            ClientOperation.Create => await clients.CreateAsync(Metadata(clients.Capabilities)),
            ClientOperation.Update => await clients.UpdateAsync(id, c => c with { ClientName = "Renamed" }),
            ClientOperation.Delete => await Nothing(clients.DeleteAsync(id)),
            ClientOperation.Enable => await Nothing(clients.EnableAsync(id)),
            ClientOperation.Disable => await Nothing(clients.DisableAsync(id)),
            ClientOperation.RotateSecret => await clients.RotateSecretAsync(id),
            ClientOperation.SetSecret => await Nothing(clients.SetSecretAsync(id, new Secret(Canary.ChosenSecret))),
            ClientOperation.ListAuthorizedClients => await clients.Grants.ListAuthorizedClientsAsync(subject).ToArrayAsync(),
            ClientOperation.UpdateAuthorization => await Nothing(clients.Grants.UpdateAuthorizationAsync(id, Canary.Subject, ["openid"])),
            ClientOperation.RevokeAuthorization => await Nothing(clients.Grants.RevokeAuthorizationAsync(id, subject)),
            ClientOperation.GetGrantedScopes => await clients.Grants.GetGrantedScopesAsync(id, subject),
            ClientOperation.DeleteGrantedScopes => await Nothing(clients.Grants.DeleteGrantedScopesAsync(id, Canary.Subject)),
            ClientOperation.GetRequestableScopes => await clients.Scopes.GetRequestableScopesAsync(id),
            ClientOperation.SetRequestableScopes => await clients.Scopes.SetRequestableScopesAsync(id, ["openid"]),
            ClientOperation.ClearRequestableScopes => await Nothing(clients.Scopes.ClearRequestableScopesAsync(id)),
            ClientOperation.ListScopes => await clients.Scopes.ListScopesAsync(),
            ClientOperation.GetInfo => await clients.ConsentViews.GetInfoAsync(id),
            ClientOperation.ListInfo => await clients.ConsentViews.ListInfoAsync().ToArrayAsync(),
            ClientOperation.GetPublicInfo => await clients.ConsentViews.GetPublicInfoAsync(id),
            ClientOperation.DeleteAllOwnClients => await Nothing(clients.BulkDeletion.DeleteAllOwnClientsAsync()),
            ClientOperation.DeleteAllTenantClients => await Nothing(clients.BulkDeletion.DeleteAllTenantClientsAsync()),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Unknown operation."),
        };
    }

    private static ClientMetadata Metadata(Capabilities capabilities)
    {
        ClientMetadata metadata = SampleMetadata.For(capabilities);
        return capabilities.CanSetAtCreation("jwks")
            ? (metadata with { Jwks = s_keys }).WithExtension("registrationAccessToken", Canary.RegistrationToken)
            : metadata;
    }

    private static async Task<object?> Nothing(Task call)
    {
        await call;
        return null;
    }
}
