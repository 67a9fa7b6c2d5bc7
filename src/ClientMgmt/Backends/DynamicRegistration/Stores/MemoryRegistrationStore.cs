using System.Collections.Concurrent;
using ClientMgmt.Wire;

namespace ClientMgmt.DynamicRegistration;

/// <summary>Keeps registrations until the process ends.</summary>
internal sealed class MemoryRegistrationStore : IRegistrationStore
{
    private readonly ConcurrentDictionary<(string Server, string ClientId), ClientRegistration> _registrations = new();
    private readonly KeyedLock _users = new();

    public ValueTask<ClientRegistration?> FindAsync(string server, string clientId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_registrations.GetValueOrDefault((server, clientId)));

    public ValueTask<IReadOnlyList<RegistrationEntry>> ListAsync(string server, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<RegistrationEntry>>(
        [
            .. _registrations.Where(r => r.Key.Server == server)
                .Select(r => new RegistrationEntry(r.Key.ClientId, r.Value.SavedAt, r.Value.ChangeBegunAt))
                .OrderBy(r => r.ClientId, StringComparer.Ordinal),
        ]);

    public ValueTask SaveAsync(string server, ClientRegistration registration, CancellationToken cancellationToken = default)
    {
        _registrations[(server, registration.ClientId)] = registration;
        return default;
    }

    public ValueTask RemoveAsync(string server, string clientId, CancellationToken cancellationToken = default)
    {
        _registrations.TryRemove((server, clientId), out _);
        return default;
    }

    public async ValueTask<IAsyncDisposable> LockAsync(string server, string clientId, CancellationToken cancellationToken = default) =>
        new Held(await _users.EnterAsync($"{server} {clientId}", cancellationToken).ConfigureAwait(false));
}
