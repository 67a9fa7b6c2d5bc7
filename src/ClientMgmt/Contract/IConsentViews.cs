namespace ClientMgmt;

/// <summary>What a consent page shows of clients: no secret, no redirect URIs, no <see cref="OAuthClient.Enabled"/>.</summary>
/// <remarks>Errors and repetition are as <see cref="IClientManagement"/> says.</remarks>
public interface IConsentViews
{
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
}
