namespace ClientMgmt.Authlete;

/// <summary>
/// What the generated clients of API v2 and v3 have in common: everything but the service's id, which v3 has in its
/// paths. The types are v3's, of which v2's are a part.
/// </summary>
internal interface IAuthleteApi
{
    Task<ClientGetListResponse> ListClientsAsync(
        string? developer, int? start, int? end, CancellationToken cancellationToken);

    Task<Client> GetClientAsync(string clientId, CancellationToken cancellationToken);

    Task<Client> CreateClientAsync(Client body, CancellationToken cancellationToken);

    Task<Client> UpdateClientAsync(string clientId, Client body, CancellationToken cancellationToken);

    Task DeleteClientAsync(string clientId, CancellationToken cancellationToken);

    Task<ClientFlagUpdateResponse> SetClientLockAsync(
        string clientIdentifier, ClientFlagUpdateRequest body, CancellationToken cancellationToken);

    Task<ClientSecretRefreshResponse> RotateSecretAsync(string clientIdentifier, CancellationToken cancellationToken);

    Task<ClientSecretUpdateResponse> SetSecretAsync(
        string clientIdentifier, ClientSecretUpdateRequest body, CancellationToken cancellationToken);

    Task<ClientAuthorizationGetListResponse> ListAuthorizedClientsAsync(
        string subject, string? developer, int? start, int? end, CancellationToken cancellationToken);

    Task<ClientAuthorizationUpdateResponse> UpdateAuthorizationAsync(
        string clientId, ClientAuthorizationUpdateRequest body, CancellationToken cancellationToken);

    Task<ClientAuthorizationDeleteResponse> RevokeAuthorizationAsync(
        string clientId, string subject, CancellationToken cancellationToken);

    Task<ClientGrantedScopesGetResponse> GetGrantedScopesAsync(
        string clientId, string subject, CancellationToken cancellationToken);

    Task<ClientGrantedScopesDeleteResponse> DeleteGrantedScopesAsync(
        string clientId, string subject, CancellationToken cancellationToken);

    Task<ClientExtensionRequestableScopesGetResponse> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken);

    Task<ClientExtensionRequestableScopesUpdateResponse> SetRequestableScopesAsync(
        string clientId, ClientExtensionRequestableScopesUpdateRequest body, CancellationToken cancellationToken);

    Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken);
}
