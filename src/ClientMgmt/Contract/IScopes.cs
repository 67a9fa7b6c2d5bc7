namespace ClientMgmt;

/// <summary>The scopes of a backend, and which of them a client may request.</summary>
/// <remarks>Errors and repetition are as <see cref="IClientManagement"/> says.</remarks>
public interface IScopes
{
    /// <summary>Reads the catalogue of scopes.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default);

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
    /// Replaces the scopes that a client may request, and returns what the server stored.
    /// </summary>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="scopes">The new scopes; empty means none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">
    /// The id is empty or would be taken for a part of the path, or a scope is empty or holds a space.
    /// </exception>
    /// <exception cref="ClientNotFoundException">There is no such client.</exception>
    /// <exception cref="MetadataNotStoredException">The server dropped a scope, for example because it does not know it.</exception>
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
}
