using System.Collections.Concurrent;
using ClientMgmt.DynamicRegistration;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>A store in memory that writes down what is saved, and fails if a test says so.</summary>
public sealed class RecordingStore : IRegistrationStore
{
    public const string Server = Wire.WireHost.Issuer;

    private readonly MemoryRegistrationStore _store = new();

    public ConcurrentQueue<ClientRegistration> Saved { get; } = [];

    /// <summary>How often the clients were asked for.</summary>
    public int Lists { get; private set; }

    /// <summary>Runs before a registration is saved.</summary>
    public Action<ClientRegistration> BeforeSave { get; set; } = _ => { };

    /// <summary>Runs before a registration is looked for.</summary>
    public Action<string> BeforeFind { get; set; } = _ => { };

    public ClientRegistration? this[string clientId] => _store.FindAsync(Server, clientId).AsTask().Result;

    public ValueTask<ClientRegistration?> FindAsync(string server, string clientId, CancellationToken cancellationToken = default)
    {
        BeforeFind(clientId);
        return _store.FindAsync(server, clientId, cancellationToken);
    }

    public ValueTask<IReadOnlyList<RegistrationEntry>> ListAsync(string server, CancellationToken cancellationToken = default)
    {
        Lists++;
        return _store.ListAsync(server, cancellationToken);
    }

    public ValueTask SaveAsync(string server, ClientRegistration registration, CancellationToken cancellationToken = default)
    {
        BeforeSave(registration);
        Saved.Enqueue(registration);
        return _store.SaveAsync(server, registration, cancellationToken);
    }

    public ValueTask RemoveAsync(string server, string clientId, CancellationToken cancellationToken = default) =>
        _store.RemoveAsync(server, clientId, cancellationToken);

    public ValueTask<IAsyncDisposable> LockAsync(string server, string clientId, CancellationToken cancellationToken = default) =>
        _store.LockAsync(server, clientId, cancellationToken);
}
