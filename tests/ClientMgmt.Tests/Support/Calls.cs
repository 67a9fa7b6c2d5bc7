namespace ClientMgmt.Tests.Support;

/// <summary>Calls any operation by its name, with harmless arguments.</summary>
public static class Calls
{
    private static readonly Type[] s_contract =
        [typeof(IClientManagement), typeof(IGrants), typeof(IScopes), typeof(IConsentViews), typeof(IBulkDeletion)];

    public static bool TakesClientId(ClientOperation operation) => s_contract
        .Select(facet => facet.GetMethod($"{operation}Async")).Single(method => method is not null)!
        .GetParameters()[0].Name == "clientId";

    public static async Task<Exception?> CatchAsync(
        IClientManagement clients, ClientOperation operation, string clientId, CancellationToken cancellationToken = default)
    {
        try
        {
            await RunAsync(clients, operation, clientId, cancellationToken);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    public static async Task RunAsync(
        IClientManagement clients, ClientOperation operation, string clientId, CancellationToken cancellationToken = default)
    {
        string? subject = clients.Capabilities.Supports(ClientOperation.DeleteGrantedScopes) ? ProviderCase.Subject : null;
        Task call = operation switch
        {
            ClientOperation.Get => clients.GetAsync(clientId, cancellationToken),
            ClientOperation.List => DrainAsync(clients.ListAsync(cancellationToken: cancellationToken)),
            ClientOperation.Create => clients.CreateAsync(SampleMetadata.For(clients.Capabilities), cancellationToken),
            ClientOperation.Update =>
                clients.UpdateAsync(clientId, c => c with { ClientName = "Renamed" }, cancellationToken),
            ClientOperation.Delete => clients.DeleteAsync(clientId, cancellationToken),
            ClientOperation.Enable => clients.EnableAsync(clientId, cancellationToken),
            ClientOperation.Disable => clients.DisableAsync(clientId, cancellationToken),
            ClientOperation.RotateSecret => clients.RotateSecretAsync(clientId, cancellationToken),
            ClientOperation.SetSecret => clients.SetSecretAsync(clientId, new Secret("chosen"), cancellationToken),
            ClientOperation.ListAuthorizedClients =>
                DrainAsync(clients.Grants.ListAuthorizedClientsAsync(subject, cancellationToken: cancellationToken)),
            ClientOperation.UpdateAuthorization =>
                clients.Grants.UpdateAuthorizationAsync(clientId, ProviderCase.Subject, ["openid"], cancellationToken),
            ClientOperation.RevokeAuthorization => clients.Grants.RevokeAuthorizationAsync(clientId, subject, cancellationToken),
            ClientOperation.GetGrantedScopes => clients.Grants.GetGrantedScopesAsync(clientId, subject, cancellationToken),
            ClientOperation.DeleteGrantedScopes => clients.Grants.DeleteGrantedScopesAsync(clientId, ProviderCase.Subject, cancellationToken),
            ClientOperation.GetRequestableScopes => clients.Scopes.GetRequestableScopesAsync(clientId, cancellationToken),
            ClientOperation.SetRequestableScopes =>
                clients.Scopes.SetRequestableScopesAsync(clientId, ["openid"], cancellationToken),
            ClientOperation.ClearRequestableScopes => clients.Scopes.ClearRequestableScopesAsync(clientId, cancellationToken),
            ClientOperation.ListScopes => clients.Scopes.ListScopesAsync(cancellationToken),
            ClientOperation.GetInfo => clients.ConsentViews.GetInfoAsync(clientId, cancellationToken),
            ClientOperation.ListInfo => DrainAsync(clients.ConsentViews.ListInfoAsync(cancellationToken)),
            ClientOperation.GetPublicInfo => clients.ConsentViews.GetPublicInfoAsync(clientId, cancellationToken),
            ClientOperation.DeleteAllOwnClients => clients.BulkDeletion.DeleteAllOwnClientsAsync(cancellationToken),
            ClientOperation.DeleteAllTenantClients => clients.BulkDeletion.DeleteAllTenantClientsAsync(cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Unknown operation."),
        };
        await call;
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T _ in items)
        {
        }
    }
}
