namespace ClientMgmt;

/// <summary>
/// Manages the OAuth 2.0 and OpenID Connect clients of one provider. Instances are safe for concurrent use.
/// </summary>
/// <remarks>
/// Every method may throw these exceptions:
/// <list type="bullet">
/// <item>a <see cref="ClientManagementException"/>, whose subclasses say what happened;</item>
/// <item>an <see cref="ArgumentException"/> for an id or a subject that could not be sent safely;</item>
/// <item>an <see cref="OperationCanceledException"/> when its token is cancelled; the change may be made or not made then;</item>
/// <item>
/// an <see cref="InvalidOperationException"/> if the configuration was changed, and the provider is gone or has another backend;
/// </item>
/// <item>
/// what <see cref="ProviderOptions.CredentialCallback"/> or a handler of the application's own throws, as it is; while a change
/// that was sent is read back, as the inner exception of an <see cref="OutcomeUnknownException"/>.
/// </item>
/// </list>
/// <para>
/// An operation that the backend lacks throws an <see cref="OperationNotSupportedException"/> before any request.
/// <see cref="Capabilities"/> tells that beforehand. The facets, such as <see cref="Grants"/>, are there on every backend.
/// </para>
/// <para>
/// Requests that only read are repeated after failures that may pass. Requests that change something are repeated only if the
/// server certainly did not act. If no answer tells whether it acted, the client is read back. If that does not settle it
/// either, the method throws an <see cref="OutcomeUnknownException"/>.
/// </para>
/// </remarks>
public interface IClientManagement
{
    /// <summary>The name of the provider in the configuration.</summary>
    string Provider { get; }

    /// <summary>What the backend of this provider can do and store, with its limits.</summary>
    Capabilities Capabilities { get; }

    /// <summary>What end users have granted to clients.</summary>
    IGrants Grants { get; }

    /// <summary>The catalogue of scopes, and the scopes that a client may request.</summary>
    IScopes Scopes { get; }

    /// <summary>What a consent page shows of clients.</summary>
    IConsentViews ConsentViews { get; }

    /// <summary>The deletion of many clients with one request.</summary>
    IBulkDeletion BulkDeletion { get; }

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
    /// <exception cref="ArgumentOutOfRangeException">
    /// The page size is not one that the backend allows, or the number of pages to read ahead is less than 1.
    /// </exception>
    IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one page of the list, for a user interface that shows page after page.</summary>
    /// <param name="options">
    /// Narrows the list, and says where the page begins: <see cref="ClientListOptions.Cursor"/> of the first page is
    /// <see langword="null"/>, of any other the <see cref="ClientPage.NextCursor"/> of the page before.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The developer or the cursor is not one that could be sent.</exception>
    /// <exception cref="OperationNotSupportedException">The backend lacks what <paramref name="options"/> ask for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not one that the backend allows.</exception>
    Task<ClientPage> ListPageAsync(ClientListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Registers a client and returns it as the server stored it, with its secret.</summary>
    /// <param name="metadata">What the client is to be. What is not set is left to the server.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationNotSupportedException">
    /// The backend cannot store a property, or not this value of it; all are named and nothing was sent.
    /// </exception>
    /// <exception cref="MetadataNotStoredException">
    /// The server has created the client, which the exception holds, without the named properties.
    /// </exception>
    /// <exception cref="InvalidClientMetadataException">
    /// A property is missing or excludes another, or the server refused a value.
    /// </exception>
    /// <exception cref="RegistrationNotStoredException">
    /// Dynamic registration: the client was created, and the store did not keep the key to it, which the exception carries.
    /// </exception>
    Task<OAuthClient> CreateAsync(ClientMetadata metadata, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes a client: reads it, applies <paramref name="change"/>, sends what the backend needs and returns what the
    /// server stored. Only the properties that the change altered are altered; a property that it set to
    /// <see langword="null"/> is cleared. If it altered nothing, the client is only read.
    /// </summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="change">For example <c>c =&gt; c with { ClientName = "x" }</c>. It may be called more than once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">
    /// The backend cannot change a property, or not to this value; all are named and nothing was written.
    /// </exception>
    /// <exception cref="MetadataNotStoredException">
    /// The server took the change and kept the named properties as they were; the others are stored.
    /// </exception>
    /// <exception cref="InvalidClientMetadataException">The server refused a value.</exception>
    /// <exception cref="ClientConflictException">
    /// Another change of the client got in between and undid this one. Changes of one client by the same process follow
    /// one another and never do that; between processes, not every backend lets it be noticed.
    /// </exception>
    /// <exception cref="RegistrationNotStoredException">
    /// Dynamic registration: the client was changed, and the store did not keep the new key to it, which the exception carries.
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
    /// <param name="secret">The new secret.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The secret is not one that the backend takes, or the id is empty or part of a path.</exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default);
}
