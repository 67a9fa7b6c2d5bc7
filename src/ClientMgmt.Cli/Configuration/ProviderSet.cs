using ClientMgmt.Cli.Commands;
using ClientMgmt.Cli.Output;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Cli.Configuration;

/// <summary>The configured providers.</summary>
internal sealed class ProviderSet : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IClientManagementFactory _factory;

    private ProviderSet(LoadedConfiguration configuration, string? asked, ServiceProvider services)
    {
        Configuration = configuration;
        Default = asked ?? configuration.Section[nameof(ClientManagementOptions.Provider)]
            ?? (configuration.Providers.Count == 1 ? configuration.Providers[0] : null);
        _services = services;
        _factory = services.GetRequiredService<IClientManagementFactory>();
    }

    public LoadedConfiguration Configuration { get; }

    /// <summary>The provider that a command uses; null if there are several and none was chosen.</summary>
    public string? Default { get; }

    public ClientManagementOptions Options => _services.GetRequiredService<IOptions<ClientManagementOptions>>().Value;

    public IClientManagement Current => Configuration.Providers.Count == 0
        ? throw new UsageException(
            $"{Configuration.File ?? "the environment"} names no provider at {SandboxSettings.Section}:Providers; 'clientmgmt --help' shows how.")
        : Default is null
        ? throw new UsageException($"name a provider with --provider: {string.Join(", ", Configuration.Providers)}.")
        : Get(Default);

    public static ProviderSet Open(ToolEnvironment environment, string? file, string? asked, View view)
    {
        LoadedConfiguration configuration = ConfigurationLoader.Load(environment, file);
        if (asked is not null && !configuration.Providers.Contains(asked, StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException(
                $"--provider: there is no provider '{asked}'; {configuration.File ?? "the environment"} has "
                + $"{(configuration.Providers.Count == 0 ? "none" : string.Join(", ", configuration.Providers))}.");
        }

        var services = new ServiceCollection();
        services.AddSingleton(environment.Time);
        if (view.Verbose)
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new ErrorLogger(view)));
        }

        services.AddClientManagement(configuration.Section);
        services.PostConfigure<ClientManagementOptions>(
            options => options.Provider = asked ?? options.Provider ?? options.Providers.Keys.FirstOrDefault());
        return new ProviderSet(configuration, asked, services.BuildServiceProvider());
    }

    /// <exception cref="OptionsValidationException">The configuration is wrong.</exception>
    /// <exception cref="UsageException">There is no such provider.</exception>
    public IClientManagement Get(string provider) => _factory.GetProvider(provider);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
