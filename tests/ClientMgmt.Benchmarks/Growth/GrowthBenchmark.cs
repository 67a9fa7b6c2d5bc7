using ClientMgmt.Benchmarks.Calls;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Jobs;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Benchmarks.Growth;

/// <summary>What one of many costs, by how many there are. A level line is linear growth.</summary>
internal static class GrowthBenchmark
{
    public static async Task<Result> RunAsync(Sizes sizes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        Series[] series =
        [
            await ListsAsync(server, sizes), await CallsAtOnceAsync(server, sizes), await ProvidersAsync(sizes),
        ];
        string[] names = ["a list: time a client", "calls at once: time a call", "providers: time a call"];
        return new Result(names.Zip(series, (name, s) => Figure.Of(
            $"growth of {name}, last step", s.Points[^1].Microseconds / s.Points[^2].Microseconds)))
        {
            Series = series,
        };
    }

    private static async Task<Series> ListsAsync(LoopbackServer server, Sizes sizes)
    {
        Library[] libraries = [.. sizes.Lists.Select(n => Library.Create(Backend.AuthleteV3, server.Address(n)))];
        await ListBenchmark.ListAsync(libraries[^2], sizes.Lists[^2]);
        Sample[][] samples = await Interleaved.JobsAsync(
            [.. libraries.Zip(sizes.Lists, (library, n) => (Func<Task>)(() => ListBenchmark.ListAsync(library, n)))], sizes.JobRounds);
        await DisposeAsync(libraries);
        return Series("A list of so many clients", "µs a client", sizes.Lists, samples, n => n);
    }

    private static async Task<Series> CallsAtOnceAsync(LoopbackServer server, Sizes sizes)
    {
        await using var library = Library.Create(Backend.AuthleteV3, server.Address());
        for (int i = 0; i < sizes.ShortRounds; i++)
        {
            await GetsBenchmark.GetAsync(library, Vendor.Authlete, sizes.Gets, sizes.AtOnce[^1]);
            await Task.Delay(sizes.Pause);
        }

        Sample[][] samples = await Interleaved.JobsAsync(
            [.. sizes.AtOnce.Select(n => (Func<Task>)(() => GetsBenchmark.GetAsync(library, Vendor.Authlete, sizes.Gets, n)))],
            sizes.ShortRounds);
        return Series($"{sizes.Gets} gets, so many at once", "µs a get", sizes.AtOnce, samples, _ => sizes.Gets);
    }

    private static async Task<Series> ProvidersAsync(Sizes sizes)
    {
        using var memory = new InMemoryServer(Vendor.Authlete.Body().ToJsonString());
        ServiceProvider[] libraries = [.. sizes.Providers.Select(n => Providers(n, memory))];
        Sample[][] samples = await Interleaved.CallsAsync(
            [.. libraries.Zip(sizes.Providers, (services, n) => NextProvider(services, n))], sizes);
        await DisposeAsync(libraries);
        return Series("A get, in turn from so many providers", "µs a get", sizes.Providers, samples, _ => 1);
    }

    private static ServiceProvider Providers(int count, InMemoryServer server)
    {
        var services = new ServiceCollection();
        ClientManagementBuilder clients = services.AddClientManagement(options =>
        {
            options.Provider = "provider 0";
            for (int i = 0; i < count; i++)
            {
                options.Providers[$"provider {i}"] = Library.Options(Backend.AuthleteV3, CallBenchmark.Address);
            }
        });
        for (int i = 0; i < count; i++)
        {
            clients.ConfigureHttpClient($"provider {i}", http => http.ConfigurePrimaryHttpMessageHandler(() => server));
        }

        return services.BuildServiceProvider();
    }

    private static Func<Task> NextProvider(ServiceProvider services, int count)
    {
        IClientManagementFactory factory = services.GetRequiredService<IClientManagementFactory>();
        int next = 0;
        return () => factory.GetProvider($"provider {next++ % count}").GetAsync(Vendor.Authlete.ClientId);
    }

    private static Series Series(string title, string counted, IReadOnlyList<int> counts, Sample[][] samples, Func<int, int> items) =>
        new(title, counted, [.. counts.Zip(samples, (n, s) => (n, Figure.Of("", s.Select(x => x.Microseconds)).Median / items(n)))]);

    private static async Task DisposeAsync(IEnumerable<IAsyncDisposable> all)
    {
        foreach (IAsyncDisposable one in all)
        {
            await one.DisposeAsync();
        }
    }
}
