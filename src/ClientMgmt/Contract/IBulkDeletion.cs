namespace ClientMgmt;

/// <summary>Deletes many clients with one request. There is no way back.</summary>
/// <remarks>Errors and repetition are as <see cref="IClientManagement"/> says.</remarks>
public interface IBulkDeletion
{
    /// <summary>
    /// Deletes all clients that the user of the credential has created. This cannot be undone. A server may go on showing
    /// them by their ids for some minutes; see the page of the backend.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task DeleteAllOwnClientsAsync(CancellationToken cancellationToken = default);

    /// <summary>Deletes all clients of the whole tenant, whoever created them. There is no way back.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do this.</exception>
    Task DeleteAllTenantClientsAsync(CancellationToken cancellationToken = default);
}
