namespace ClientMgmt;

/// <summary>
/// Keeps the keys to dynamically registered clients (RFC 7592). A server tells each key once, and may replace it with every
/// change. A client whose key is lost can no longer be managed. Instances are safe for concurrent use.
/// </summary>
/// <remarks>
/// What a store throws reaches the caller as the cause of a <see cref="RegistrationStoreException"/>. Where the server has issued a
/// key that is then not stored, that is a <see cref="RegistrationNotStoredException"/>, which carries it.
/// </remarks>
public interface IRegistrationStore
{
    /// <summary>Finds a registration.</summary>
    /// <param name="server">The issuer of the server or, without one, its registration endpoint.</param>
    /// <param name="clientId">The id of the client; upper and lower case differ.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns><see langword="null"/> if there is none.</returns>
    ValueTask<ClientRegistration?> FindAsync(string server, string clientId, CancellationToken cancellationToken = default);

    /// <summary>Lists the registrations of a server, in the order of their ids, without their keys.</summary>
    /// <param name="server">The issuer of the server or, without one, its registration endpoint.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    ValueTask<IReadOnlyList<RegistrationEntry>> ListAsync(string server, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores a registration in place of the one that is there. When the method returns, the registration outlives the
    /// process. The caller has locked the client (<see cref="LockAsync"/>), or has just registered it.
    /// </summary>
    /// <param name="server">The issuer of the server or, without one, its registration endpoint.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Ends the attempt. The library gives none that can be cancelled.</param>
    ValueTask SaveAsync(string server, ClientRegistration registration, CancellationToken cancellationToken = default);

    /// <summary>Forgets a registration, if there is one.</summary>
    /// <param name="server">The issuer of the server or, without one, its registration endpoint.</param>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Ends the attempt. The library gives none that can be cancelled.</param>
    ValueTask RemoveAsync(string server, string clientId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until nobody else uses the client: no other caller in this process and, if the store is shared, none in another
    /// process. If two callers used a key at once, the server could give a new one to the first, and refuse the second.
    /// </summary>
    /// <param name="server">The issuer of the server or, without one, its registration endpoint.</param>
    /// <param name="clientId">The id of the client.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock. Dispose of it to let the next caller in; the end of the process does so too.</returns>
    ValueTask<IAsyncDisposable> LockAsync(string server, string clientId, CancellationToken cancellationToken = default);
}
