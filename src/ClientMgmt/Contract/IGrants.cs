namespace ClientMgmt;

/// <summary>What end users have granted to clients.</summary>
/// <remarks>Errors and repetition are as <see cref="IClientManagement"/> says.</remarks>
public interface IGrants
{
    /// <summary>Lists the clients that a subject has granted access to, page after page.</summary>
    /// <param name="subject">
    /// The end user, or <see langword="null"/> for the user that the credential belongs to. Which of them a backend takes,
    /// its <see cref="Capabilities"/> say.
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
    /// <param name="scopes">The new scopes. A backend may drop those that the client may not request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">
    /// The id is empty or part of a path, the subject is missing, or a scope is empty or holds a space.
    /// </exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task UpdateAuthorizationAsync(
        string clientId, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default);

    /// <summary>
    /// Revokes the tokens that a client holds for a subject. If the backend records the consent of the user, that is removed
    /// too.
    /// </summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="subject">The end user, or <see langword="null"/> for the user of the credential.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is empty or part of a path, or the subject is missing.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task RevokeAuthorizationAsync(string clientId, string? subject, CancellationToken cancellationToken = default);

    /// <summary>Reads the record of what a subject has granted to a client.</summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="subject">The end user, or <see langword="null"/> for the user of the credential.</param>
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
}
