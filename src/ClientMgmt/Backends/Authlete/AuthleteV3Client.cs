namespace ClientMgmt.Authlete;

/// <summary>The generated client of API v3, with the service's id filled in.</summary>
internal partial class AuthleteV3Client : IAuthleteApi
{
    public required string ServiceId { get; init; }

    Task<ClientGetListResponse> IAuthleteApi.ListClientsAsync(
        string? developer, int? start, int? end, CancellationToken cancellationToken) =>
        ListClientsAsync(ServiceId, developer, start, end, cancellationToken);

    Task<Client> IAuthleteApi.GetClientAsync(string clientId, CancellationToken cancellationToken) =>
        GetClientAsync(ServiceId, clientId, cancellationToken);

    Task<Client> IAuthleteApi.CreateClientAsync(Client body, CancellationToken cancellationToken) =>
        CreateClientAsync(ServiceId, body, cancellationToken);

    Task<Client> IAuthleteApi.UpdateClientAsync(string clientId, Client body, CancellationToken cancellationToken) =>
        UpdateClientAsync(ServiceId, clientId, body, cancellationToken);

    Task IAuthleteApi.DeleteClientAsync(string clientId, CancellationToken cancellationToken) =>
        DeleteClientAsync(ServiceId, clientId, cancellationToken);

    Task<ClientFlagUpdateResponse> IAuthleteApi.SetClientLockAsync(
        string clientIdentifier, ClientFlagUpdateRequest body, CancellationToken cancellationToken) =>
        SetClientLockAsync(ServiceId, clientIdentifier, body, cancellationToken);

    Task<ClientSecretRefreshResponse> IAuthleteApi.RotateSecretAsync(
        string clientIdentifier, CancellationToken cancellationToken) =>
        RotateSecretAsync(ServiceId, clientIdentifier, cancellationToken);

    Task<ClientSecretUpdateResponse> IAuthleteApi.SetSecretAsync(
        string clientIdentifier, ClientSecretUpdateRequest body, CancellationToken cancellationToken) =>
        SetSecretAsync(ServiceId, clientIdentifier, body, cancellationToken);

    Task<ClientAuthorizationGetListResponse> IAuthleteApi.ListAuthorizedClientsAsync(
        string subject, string? developer, int? start, int? end, CancellationToken cancellationToken) =>
        ListAuthorizedClientsAsync(ServiceId, subject, developer, start, end, cancellationToken);

    Task<ClientAuthorizationUpdateResponse> IAuthleteApi.UpdateAuthorizationAsync(
        string clientId, ClientAuthorizationUpdateRequest body, CancellationToken cancellationToken) =>
        UpdateAuthorizationAsync(ServiceId, clientId, body, cancellationToken);

    Task<ClientAuthorizationDeleteResponse> IAuthleteApi.RevokeAuthorizationAsync(
        string clientId, string subject, CancellationToken cancellationToken) =>
        RevokeAuthorizationAsync(ServiceId, clientId, subject, cancellationToken);

    Task<ClientGrantedScopesGetResponse> IAuthleteApi.GetGrantedScopesAsync(
        string clientId, string subject, CancellationToken cancellationToken) =>
        GetGrantedScopesAsync(ServiceId, clientId, subject, cancellationToken);

    Task<ClientGrantedScopesDeleteResponse> IAuthleteApi.DeleteGrantedScopesAsync(
        string clientId, string subject, CancellationToken cancellationToken) =>
        DeleteGrantedScopesAsync(ServiceId, clientId, subject, cancellationToken);

    Task<ClientExtensionRequestableScopesGetResponse> IAuthleteApi.GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken) =>
        GetRequestableScopesAsync(ServiceId, clientId, cancellationToken);

    Task<ClientExtensionRequestableScopesUpdateResponse> IAuthleteApi.SetRequestableScopesAsync(
        string clientId, ClientExtensionRequestableScopesUpdateRequest body, CancellationToken cancellationToken) =>
        SetRequestableScopesAsync(ServiceId, clientId, body, cancellationToken);

    Task IAuthleteApi.ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken) =>
        ClearRequestableScopesAsync(ServiceId, clientId, cancellationToken);
}
