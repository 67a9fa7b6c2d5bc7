using System.Diagnostics;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Cli.Demo;

/// <summary>Runs every step with every provider. All that changes from one to the next is one configuration value.</summary>
internal static class DemoRunner
{
    /// <summary>The newest server generation is the one that can do everything.</summary>
    public static SandboxOptions Sandbox { get; } = new()
    {
        DocSpacePortals = [new DocSpacePortalOptions { Generation = DocSpaceGeneration.Next }],
    };

    /// <param name="options">The sandbox to run against.</param>
    /// <param name="started">Told the address of the sandbox as soon as it is there.</param>
    /// <param name="cancellationToken">Stops the demo.</param>
    public static async Task<DemoResults> RunAsync(
        SandboxOptions options, Action<Uri> started, CancellationToken cancellationToken)
    {
        SandboxServer sandbox = await SandboxServer.StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using (sandbox.ConfigureAwait(false))
        {
            started(sandbox.BaseAddress);
            return await RunAsync(sandbox, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<DemoResults> RunAsync(SandboxServer sandbox, CancellationToken cancellationToken)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(sandbox.Settings).Build();
        ServiceProvider services = CreateServices(configuration);
        await using (services.ConfigureAwait(false))
        {
            var results = new List<StepResult>();
            var runner = new StepRunner(sandbox);
            IReadOnlyList<DemoProvider> providers = DemoProvider.Of(sandbox);
            long start = Stopwatch.GetTimestamp();
            foreach (DemoProvider provider in providers)
            {
                configuration[$"{SandboxSettings.Section}:{nameof(ClientManagementOptions.Provider)}"] = provider.Name;
                configuration.Reload();
                var run = new DemoRun(services.GetRequiredService<IClientManagement>(), provider);
                foreach (DemoStep step in DemoSteps.All.SelectMany(g => g.Steps))
                {
                    results.Add(await runner.RunAsync(step, run, cancellationToken).ConfigureAwait(false));
                }
            }

            return new DemoResults(
                [.. providers.Select(p => p.Name)], results, sandbox.Requests.Count, Stopwatch.GetElapsedTime(start));
        }
    }

    private static ServiceProvider CreateServices(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddClientManagement(configuration.GetSection(SandboxSettings.Section));
        return services.BuildServiceProvider(validateScopes: true);
    }
}
