using System.Diagnostics;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>
/// Bulk work at a portal that limits each method. The documented budget of 10 creations a minute would take hours, so
/// portal and library are told a larger one; what matters is how much of it is used.
/// </summary>
internal static class BulkBenchmark
{
    private const int AtOnce = 64;

    // An update reads before and after it writes.
    private const int ReadsForAWrite = 10;

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(Limited(sizes.BulkPerMinute));
        await using ServiceProvider services = Services(sandbox, sizes.BulkPerMinute);
        IClientManagement clients = services.GetRequiredService<IClientManagement>();
        IReadOnlyList<string> changed = Seed(sandbox, sizes), deleted = Seed(sandbox, sizes);
        ClientMetadata metadata = Library.Metadata(Backend.DocSpace);

        // What the limit lets through at once is free; the rest comes in at its pace.
        double seconds = (sizes.BulkClients - sizes.BulkPerMinute) * 60.0 / sizes.BulkPerMinute;
        Task<double>[] jobs =
        [
            TimeAsync(sizes.BulkClients, _ => clients.CreateAsync(metadata)),
            TimeAsync(sizes.BulkClients, i => clients.UpdateAsync(changed[i], c => c with { ClientName = $"Renamed {i}" })),
            TimeAsync(sizes.BulkClients, i => clients.DeleteAsync(deleted[i])),
        ];
        double[] taken = await Task.WhenAll(jobs);
        return new Result(new[] { "create", "update", "delete" }.Zip(
            taken, (name, time) => Figure.Of($"bulk {name}: share of the limit", seconds / time)));
    }

    private static async Task<double> TimeAsync(int count, Func<int, Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            (i, _) => new ValueTask(work(i)));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static IReadOnlyList<string> Seed(SandboxServer sandbox, Sizes sizes) =>
        sandbox.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, sizes.BulkClients);

    private static SandboxOptions Limited(int perMinute) => new()
    {
        DocSpacePortals =
        [
            new DocSpacePortalOptions
            {
                Generation = DocSpaceGeneration.Next,
                Limits = DocSpaceLimits.None with
                {
                    Get = perMinute * ReadsForAWrite,
                    Post = perMinute,
                    Put = perMinute,
                    Delete = perMinute,
                },
            },
        ],
    };

    private static ServiceProvider Services(SandboxServer sandbox, int perMinute)
    {
        var services = new ServiceCollection();
        services.AddClientManagement(options => options.Providers["portal"] = new ProviderOptions
        {
            Backend = Backend.DocSpace,
            BaseAddress = sandbox.DocSpace.BaseAddress(SandboxDefaults.Portal),
            ApiKey = new Secret(SandboxDefaults.DocSpaceApiKey),
            Resilience =
            {
                RequestsPerMinute =
                {
                    ["GET"] = perMinute * ReadsForAWrite,
                    ["POST"] = perMinute,
                    ["PUT"] = perMinute,
                    ["DELETE"] = perMinute,
                },
            },
        });
        return services.BuildServiceProvider();
    }
}
