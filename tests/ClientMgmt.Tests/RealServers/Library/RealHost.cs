using ClientMgmt.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.RealServers.Library;

/// <summary>A running server of other authors, and the library with keys in a folder.</summary>
internal sealed class RealHost : IAsyncDisposable
{
    public const string Provider = "real";

    private readonly IAsyncDisposable _process;
    private readonly ServiceProvider _services;
    private readonly TemporaryFolder _folder = new();

    private RealHost(IAsyncDisposable process, Dictionary<string, string?> settings)
    {
        Settings = new Dictionary<string, string?>(settings)
        {
            ["Backend"] = nameof(Backend.DynamicRegistration),
            ["RegistrationStore"] = Folder,
            ["Resilience:RequestsPerMinute:*"] = "0",
        };
        (_process, _services) = (process, Library());
    }

    /// <summary>Where the keys to clients are.</summary>
    public string Folder => _folder.Path;

    public IReadOnlyDictionary<string, string?> Settings { get; }

    public IClientManagement Clients => _services.GetRequiredService<IClientManagement>();

    public static async Task<RealHost> StartAsync(RealServer server)
    {
        (IAsyncDisposable process, Dictionary<string, string?> settings) = await server.StartAsync();
        return new RealHost(process, settings);
    }

    /// <summary>The library in another process, with the same keys.</summary>
    public ServiceProvider Library()
    {
        var services = new ServiceCollection();
        services.AddClientManagement(new ConfigurationBuilder().AddInMemoryCollection(
            Settings.Select(s => KeyValuePair.Create($"Providers:{Provider}:{s.Key}", s.Value))).Build());
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public async ValueTask<IReadOnlyList<string>> KnownAsync()
    {
        ClientRegistrations known = _services.FindClientRegistrations(Provider)!;
        return [.. (await known.Store.ListAsync(known.Server, default)).Select(e => e.ClientId)];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
