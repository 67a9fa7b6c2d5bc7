using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ClientMgmt;

/// <summary>
/// Encrypts the keys that another store keeps, with ASP.NET Core Data Protection. A key that was encrypted for one client of one
/// server cannot be read as that of another. Data Protection has keys of its own, which the application has to protect, for example
/// with a certificate or a vault: by default they are files in plain text on Linux.
/// </summary>
/// <param name="store">The store that keeps the registrations.</param>
/// <param name="protection">Where protectors come from. All instances must have the same keys, and the same application name.</param>
/// <exception cref="ArgumentNullException">A parameter is null.</exception>
public sealed class ProtectedRegistrationStore(IRegistrationStore store, IDataProtectionProvider protection) : IRegistrationStore
{
    private const string Purpose = "ClientMgmt.ClientRegistration";

    private readonly IRegistrationStore _store = store ?? throw new ArgumentNullException(nameof(store));
    private readonly IDataProtectionProvider _protection = protection ?? throw new ArgumentNullException(nameof(protection));

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">
    /// The key was not protected for this client, or with keys of Data Protection that are not there any more.
    /// </exception>
    public async ValueTask<ClientRegistration?> FindAsync(string server, string clientId, CancellationToken cancellationToken = default) =>
        await _store.FindAsync(server, clientId, cancellationToken).ConfigureAwait(false) is { } found
            ? found with { AccessToken = Unprotect(server, clientId, found.AccessToken) }
            : null;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RegistrationEntry>> ListAsync(string server, CancellationToken cancellationToken = default) =>
        _store.ListAsync(server, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="registration"/> is null.</exception>
    public ValueTask SaveAsync(string server, ClientRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        string hidden = ProtectorOf(server, registration.ClientId).Protect(registration.AccessToken.Reveal());
        return _store.SaveAsync(server, registration with { AccessToken = new Secret(hidden) }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string server, string clientId, CancellationToken cancellationToken = default) =>
        _store.RemoveAsync(server, clientId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> LockAsync(string server, string clientId, CancellationToken cancellationToken = default) =>
        _store.LockAsync(server, clientId, cancellationToken);

    private Secret Unprotect(string server, string clientId, Secret hidden)
    {
        try
        {
            return new Secret(ProtectorOf(server, clientId).Unprotect(hidden.Reveal()));
        }
        catch (CryptographicException e)
        {
            throw new CryptographicException(
                "The key to the client cannot be decrypted: it was not protected for this client of this server, or the keys of Data Protection that it was protected with are not there.", e);
        }
    }

    private IDataProtector ProtectorOf(string server, string clientId) => _protection.CreateProtector(Purpose, server, clientId);
}
