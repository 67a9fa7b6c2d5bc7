using System.Collections.Concurrent;
using ClientMgmt.Wire;

namespace ClientMgmt.DynamicRegistration;

/// <summary>The stores of an application: those that settings name are there once, whatever is configured anew.</summary>
internal sealed class RegistrationStores(TimeProvider time)
{
    public const string InMemory = "memory";

    private readonly MemoryRegistrationStore _memory = new();
    private readonly ConcurrentDictionary<string, IRegistrationStore> _folders = new(StringComparer.Ordinal);

    public IRegistrationStore Of(Provider provider) => provider.Options switch
    {
        { RegistrationStoreCallback: { } callback } => callback(provider.Services.Application)
            ?? throw new InvalidOperationException("RegistrationStoreCallback returned null."),
        { RegistrationStore: InMemory } => _memory,
        { RegistrationStore: { } path } => _folders.GetOrAdd(Path.GetFullPath(path), folder => new FolderRegistrationStore(folder, time)),
        _ => throw new InvalidOperationException("No store of registrations is configured."),
    };
}
