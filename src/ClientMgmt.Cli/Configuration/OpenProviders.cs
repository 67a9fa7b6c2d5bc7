using System.Collections.Concurrent;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Cli.Configuration;

/// <summary>The configured providers. Each is set up when it is used, so that a mistake in one does not keep others from work.</summary>
internal sealed class OpenProviders : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ServiceProvider>> _services = new(StringComparer.OrdinalIgnoreCase);
    private readonly ToolEnvironment _environment;
    private readonly View _view;

    private OpenProviders(LoadedConfiguration configuration, string? asked, ToolEnvironment environment, View view)
    {
        (Configuration, _environment, _view) = (configuration, environment, view);
        Default = asked ?? configuration.Section[nameof(ClientManagementOptions.Provider)]
            ?? (configuration.Providers.Count == 1 ? configuration.Providers[0] : null);
    }

    public LoadedConfiguration Configuration { get; }

    /// <summary>Which changes have gone out.</summary>
    public SentChanges Sent { get; } = new();

    /// <summary>The provider that a command uses; null if there are several and none was chosen.</summary>
    public string? Default { get; }

    /// <summary>Their names.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public IReadOnlyList<string> Names => Configuration.Providers.Count > 0 ? Configuration.Providers : throw new UsageException(
        $"{Configuration.File ?? "the environment"} names no provider at {SandboxSettings.Section}:Providers; 'clientmgmt --help' shows how.");

    /// <exception cref="UsageException">It is not clear which one that is.</exception>
    /// <exception cref="OptionsValidationException">Its configuration is wrong.</exception>
    public IClientManagement Current => Default is null
        ? throw new UsageException($"name a provider with --provider: {string.Join(", ", Names)}.")
        : DefaultProblem is { } problem
        ? throw new UsageException(problem)
        : Get(Default);

    /// <summary>What is wrong with the choice of the configuration; null if nothing is.</summary>
    public string? DefaultProblem => Default is null || Names.Contains(Default, StringComparer.OrdinalIgnoreCase) ? null
        : $"{Configuration.Describe($"{SandboxSettings.Section}:{nameof(ClientManagementOptions.Provider)}")} "
            + $"names no entry of Providers; use one of {string.Join(", ", Names)}.";

    public static OpenProviders Open(ToolEnvironment environment, string? file, string? asked, View view)
    {
        LoadedConfiguration configuration = ConfigurationLoader.Load(environment, file);
        if (asked is not null && !configuration.Providers.Contains(asked, StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException(
                $"--provider: there is no provider '{asked}'; {configuration.File ?? "the environment"} has "
                + $"{(configuration.Providers.Count == 0 ? "none" : string.Join(", ", configuration.Providers))}.");
        }

        return new OpenProviders(configuration, asked, environment, view);
    }

    /// <summary>Those of a configuration that is in no file yet.</summary>
    public static OpenProviders Of(LoadedConfiguration configuration, string asked, ToolEnvironment environment, View view) =>
        new(configuration, asked, environment, view);

    /// <exception cref="OptionsValidationException">Its configuration is wrong.</exception>
    public IClientManagement Get(string provider) =>
        Services(provider).GetRequiredService<IClientManagementFactory>().GetProvider(provider);

    /// <summary>What a provider can do, as far as its settings tell, of which some may be missing.</summary>
    /// <exception cref="UsageException">The settings name no backend.</exception>
    public Capabilities Describe(string provider) => Options(provider) is { Backend: not null } options
        ? BackendCapabilities.Of(options)
        : throw new UsageException(
            $"{Configuration.Describe($"{SandboxSettings.Section}:{nameof(ClientManagementOptions.Providers)}:{provider}:{nameof(ProviderOptions.Backend)}")} is missing.");

    /// <exception cref="OptionsValidationException">Its configuration is wrong.</exception>
    public ProviderOptions Options(string provider) =>
        Services(provider).GetRequiredService<IOptions<ClientManagementOptions>>().Value.Providers[provider];

    /// <summary>Where it keeps the keys to its clients; null if they have none of their own.</summary>
    /// <exception cref="OptionsValidationException">Its configuration is wrong.</exception>
    public ClientRegistrations? FindRegistrations(string provider) => Services(provider).FindClientRegistrations(provider);

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<ServiceProvider> services in _services.Values)
        {
            await services.Value.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ServiceProvider Services(string provider) =>
        _services.GetOrAdd(provider, name => new Lazy<ServiceProvider>(() => Create(name))).Value;

    private ServiceProvider Create(string provider)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_environment.Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new ErrorLogger(_view)));
        services.AddClientManagement(Configuration.SectionOf(provider))
            .ConfigureHttpClient(provider, http => http.AddHttpMessageHandler(Sent.Watch));
        services.PostConfigure<ClientManagementOptions>(options =>
        {
            foreach (ProviderOptions own in options.Providers.Values)
            {
                RegistrationFolder.SetDefault(own, _environment);
            }
        });
        return services.BuildServiceProvider();
    }
}
