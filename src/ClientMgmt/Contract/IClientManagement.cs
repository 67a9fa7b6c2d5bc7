namespace ClientMgmt;

/// <summary>
/// Manages the OAuth 2.0 and OpenID Connect clients of one provider. Instances are safe for concurrent use.
/// </summary>
/// <remarks>
/// Every method may throw a <see cref="ClientManagementException"/> (its subclasses say what happened), an
/// <see cref="ArgumentException"/> for an id or a subject that could not be sent safely, and an
/// <see cref="OperationCanceledException"/> when its token is cancelled. Operations that a backend lacks throw
/// <see cref="OperationNotSupportedException"/> before any request; <see cref="Capabilities"/> tells beforehand. A
/// configuration that is changed under way can also cause an
/// <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> if it is wrong, or an
/// <see cref="InvalidOperationException"/> if the provider is gone or has another backend; what
/// <see cref="ProviderOptions.CredentialCallback"/> throws comes through as it is.
/// <para>
/// Requests that only read are repeated after failures that may pass; requests that change something only if the server
/// certainly did not act. If no answer tells whether it acted, the client is read back; where that cannot settle it, the
/// method throws an <see cref="OutcomeUnknownException"/>. A cancelled token may leave a change made or not made.
/// </para>
/// </remarks>
public interface IClientManagement
{
    /// <summary>The name of the provider in the configuration.</summary>
    string Provider { get; }

    /// <summary>What the backend of this provider can do and store.</summary>
    Capabilities Capabilities { get; }

    /// <summary>Reads one client, with its secret.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ClientNotFoundException">There is no such client, or the credential may not see it.</exception>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    Task<OAuthClient> GetAsync(string clientId, CancellationToken cancellationToken = default);

    /// <summary>Reads every client, page after page.</summary>
    /// <param name="options">Narrows the list; by default all clients are listed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The developer is empty, or could not be sent safely.</exception>
    /// <exception cref="OperationNotSupportedException">The backend lacks what <paramref name="options"/> ask for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not one that the backend allows.</exception>
    IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Registers a client and returns it as the server stored it, with its secret.</summary>
    /// <param name="metadata">What the client is to be. What is not set is left to the server.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationNotSupportedException">
    /// The backend cannot store a property, or not this value of it; all are named and nothing was sent.
    /// </exception>
    /// <exception cref="InvalidClientMetadataException">A property is missing, or the server refused a value.</exception>
    Task<OAuthClient> CreateAsync(ClientMetadata metadata, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes a client: reads it, applies <paramref name="change"/>, sends what the backend needs and returns what the
    /// server stored. Only the properties that the change altered are altered; a property that it set to
    /// <see langword="null"/> is cleared. If it altered nothing, nothing is sent.
    /// </summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="change">For example <c>c =&gt; c with { ClientName = "x" }</c>. It may be called more than once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">
    /// The backend cannot change a property, or not to this value; all are named and nothing was written. If the error has a status code, the
    /// server took the change and kept the named properties as they were (DocSpace up to 3.8, where
    /// <see cref="ProviderOptions.ServerVersion"/> does not tell); the others are stored.
    /// </exception>
    /// <exception cref="InvalidClientMetadataException">The server refused a value.</exception>
    /// <exception cref="ClientConflictException">
    /// Another change of the client got in between and undid this one. Updates of one client by the same process never do
    /// that to each other; between processes DocSpace lets it be noticed if it happens before this one is read back, Authlete never.
    /// </exception>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    Task<OAuthClient> UpdateAsync(
        string clientId, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken = default);

    /// <summary>Deletes one client. Its tokens go too.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    Task DeleteAsync(string clientId, CancellationToken cancellationToken = default);

    /// <summary>Lets a client be used again.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    Task EnableAsync(string clientId, CancellationToken cancellationToken = default);

    /// <summary>Stops a client from being used, without deleting it. Issued tokens may live on until they expire.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    Task DisableAsync(string clientId, CancellationToken cancellationToken = default);

    /// <summary>Has the server make a new secret and returns it. The old one stops working at once.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default);

    /// <summary>Gives a client the secret that the caller chose. The old one stops working at once.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="secret">Authlete: 1 to 86 characters of A-Z, a-z, 0-9, <c>-</c> and <c>_</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The secret has another length or other characters, or the id is empty or part of a path.</exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default);

    /// <summary>Lists the clients that a subject has granted access to, page after page.</summary>
    /// <param name="subject">
    /// The end user (Authlete), or <see langword="null"/> for the user that the credential belongs to (DocSpace, which
    /// tells no caller about anybody else).
    /// </param>
    /// <param name="options">Narrows the list; by default all clients are listed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The subject is missing where the backend needs one, or the developer is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not one that the backend allows.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Replaces the scopes of the tokens that a client holds for a subject.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="subject">The end user.</param>
    /// <param name="scopes">The new scopes. Authlete drops those that the client may not request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">
    /// The id is empty or part of a path, the subject is missing, or a scope is empty or holds a space.
    /// </exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task UpdateAuthorizationAsync(
        string clientId, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default);

    /// <summary>Revokes the tokens that a client holds for a subject. DocSpace also removes the consent.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="subject">The end user (Authlete), or <see langword="null"/> for the caller (DocSpace).</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty or part of a path, or the subject is missing.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task RevokeAuthorizationAsync(string clientId, string? subject, CancellationToken cancellationToken = default);

    /// <summary>Reads the record of what a subject has granted to a client.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="subject">The end user (Authlete), or <see langword="null"/> for the caller (DocSpace).</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id or the subject is empty, or the id part of a path.</exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default);

    /// <summary>Deletes the record of what a subject has granted to a client; tokens stay as they are.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="subject">The end user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id or the subject is empty, or the id part of a path.</exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task DeleteGrantedScopesAsync(
        string clientId, string subject, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the scopes that a client may request. <see langword="null"/>: any scope; empty: none.
    /// </summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces the scopes that a client may request and returns what the server stored; Authlete drops scopes that the
    /// service does not know.
    /// </summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="scopes">The new scopes; empty means none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">
    /// The id is empty or would be taken for a part of the path, or a scope is empty or holds a space.
    /// </exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default);

    /// <summary>Lifts the restriction, so that a client may request any scope.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default);

    /// <summary>Reads the catalogue of scopes.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads what a consent page shows of a client: no secret, no redirect URIs, no <see cref="OAuthClient.Enabled"/>.
    /// </summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task<OAuthClient> GetInfoAsync(string clientId, CancellationToken cancellationToken = default);

    /// <summary>Reads the same as <see cref="GetInfoAsync"/> of every client, page after page.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    IAsyncEnumerable<OAuthClient> ListInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the same as <see cref="GetInfoAsync"/> without any credential, of any tenant's client.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty or would be taken for a part of the path.</exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task<OAuthClient> GetPublicInfoAsync(string clientId, CancellationToken cancellationToken = default);

    /// <summary>Deletes all clients that the user of the credential has created. There is no way back.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task DeleteAllOwnClientsAsync(CancellationToken cancellationToken = default);

    /// <summary>Deletes all clients of the whole tenant, whoever created them. There is no way back.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task DeleteAllTenantClientsAsync(CancellationToken cancellationToken = default);
}
