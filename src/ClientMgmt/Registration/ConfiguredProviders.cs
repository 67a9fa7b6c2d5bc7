using ClientMgmt.Backends;
using ClientMgmt.Management;
using ClientMgmt.Telemetry;
using ClientMgmt.Wire;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>
/// The providers as the options describe them now. A mistake in one of them stops that one. After a change that brings a
/// mistake, the last good settings stay in force; what is removed is forgotten.
/// </summary>
internal sealed class ConfiguredProviders : IDisposable
{
    private readonly WireServices _services;
    private readonly IDisposable? _subscription;
    private readonly Lock _gate = new();
    private volatile Snapshot _now;

    public ConfiguredProviders(IOptionsMonitor<ClientManagementOptions> options, WireServices services)
    {
        _services = services;
        lock (_gate)
        {
            // Before the first reading, so that no change in between is missed.
            _subscription = options.OnChange(Change);
            _now = Read(options.CurrentValue, null);
        }
    }

    public IReadOnlyCollection<string> Names => _now.Providers.Values.Select(p => p.Name).ToArray();

    /// <summary>All that is wrong, of every provider and beside them.</summary>
    public IEnumerable<string> Problems
    {
        get
        {
            Snapshot now = _now;
            return [.. now.Problems, .. now.Providers.Values.SelectMany(p => p.Problems)];
        }
    }

    /// <exception cref="OptionsValidationException">None is the default, by mistake.</exception>
    public string Default
    {
        get
        {
            Snapshot now = _now;
            return now.Default ?? throw Invalid(now.Problems);
        }
    }

    /// <exception cref="ArgumentException">There is no such provider.</exception>
    /// <exception cref="OptionsValidationException">There is a mistake in its options.</exception>
    public Provider Get(string provider) => Find(provider).Provider!;

    /// <summary>A provider, and its adapter for all who ask for one while the options stay as they are.</summary>
    /// <exception cref="ArgumentException">There is no such provider.</exception>
    /// <exception cref="OptionsValidationException">There is a mistake in its options.</exception>
    public (Provider Provider, BackendAdapter Adapter) Open(string provider)
    {
        Entry entry = Find(provider);
        return (entry.Provider!, entry.Adapter.Value);
    }

    /// <summary>A provider as it is now, for an adapter that was made for it.</summary>
    /// <exception cref="InvalidOperationException">It is gone, or has another backend.</exception>
    public Provider Get(string provider, Backend backend) =>
        !_now.Providers.TryGetValue(provider, out Entry? entry) || entry.Provider is not { } known
            ? throw new InvalidOperationException($"The provider '{provider}' is no longer configured.")
        : known.Options.Backend == backend ? known
        : throw new InvalidOperationException(
            $"The provider '{provider}' was configured anew with another backend; resolve IClientManagement again.");

    public void Dispose() => _subscription?.Dispose();

    private Entry Find(string provider) => !_now.Providers.TryGetValue(provider, out Entry? entry)
        ? throw new ArgumentException(
            $"There is no provider '{Disclosure.Clean(provider, [])}'; configured are {string.Join(", ", Names)}.", nameof(provider))
        : entry.Provider is not null ? entry : throw Invalid(entry.Problems);

    private void Change(ClientManagementOptions options)
    {
        lock (_gate)
        {
            _now = Read(options, _now);
        }
    }

    private static OptionsValidationException Invalid(IEnumerable<string> problems) =>
        new(Microsoft.Extensions.Options.Options.DefaultName, typeof(ClientManagementOptions), problems);

    private Snapshot Read(ClientManagementOptions options, Snapshot? before)
    {
        IReadOnlyList<string> problems = OptionsValidator.Check(options);
        if (problems.Count > 0 && before is not null)
        {
            _services.Telemetry.SettingsRefused(options.Key() is { Length: > 0 } key ? key : "ClientManagement", string.Join(' ', problems));
        }

        // Without any provider, all that was stays in force.
        if (options.Providers.Count == 0 && before is not null)
        {
            return before with { Problems = problems };
        }

        // What stands beside the providers is used as it was before the mistake, as long as it means something.
        string? standard = problems.Count == 0 ? options.DefaultProvider
            : before?.Default is { } known && options.Providers.ContainsKey(known) ? known
            : null;
        long maxResponseBytes = problems.Count > 0 && before is not null ? before.MaxResponseBytes : options.MaxResponseBytes;
        return new Snapshot(
            standard,
            maxResponseBytes,
            problems,
            options.Providers.Keys.ToDictionary(
                name => name,
                name => Read(name, options, maxResponseBytes, before?.Providers.GetValueOrDefault(name)?.Provider),
                StringComparer.OrdinalIgnoreCase));
    }

    private Entry Read(string name, ClientManagementOptions options, long maxResponseBytes, Provider? before)
    {
        List<string> problems = OptionsValidator.Check(options, name);
        if (problems.Count > 0)
        {
            if (before is not null)
            {
                _services.Telemetry.SettingsRefused(name, string.Join(' ', problems));
            }

            return new Entry(name, before, problems);
        }

        ProviderOptions provider = options.Providers[name];
        BackendDefinition definition = BackendRegistry.Find(provider.Backend!.Value)!;
        var state = new ProviderState(
            name, provider, definition.ReadCredential(provider), definition.RequestsPerMinute, before?.State, _services);
        return new Entry(name, new Provider(name, provider, maxResponseBytes, state, _services), problems);
    }

    /// <summary>A provider, or why there is none.</summary>
    private sealed record Entry(string Name, Provider? Provider, IReadOnlyList<string> Problems)
    {
        // What fails once may not fail again.
        public Lazy<BackendAdapter> Adapter { get; } =
            new(() => BackendRegistry.Find(Provider!.Options.Backend!.Value)!.Create(Provider), LazyThreadSafetyMode.PublicationOnly);
    }

    private sealed record Snapshot(
        string? Default, long MaxResponseBytes, IReadOnlyList<string> Problems, Dictionary<string, Entry> Providers);
}
