using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Benchmarks.Calls;

/// <summary>
/// What retries, circuit breaker and timeouts cost a call: the call as it is, and the same one without them. What has no
/// switch stays in both: the turn, the quota of retries, and spans and metrics, of which nothing is made while nobody listens.
/// </summary>
internal static class OverheadBenchmark
{
    public static async Task<Result> RunAsync(Sizes sizes)
    {
        using var server = new InMemoryServer("""{"clientId":1}""");
        await using var whole = Create(http => http.ConfigurePrimaryHttpMessageHandler(() => server));
        await using var bare = Create(http => WithoutResilience(http.ConfigurePrimaryHttpMessageHandler(() => server)));
        IClientManagement withAll = whole.Clients, without = bare.Clients;
        Sample[][] samples = await Interleaved.CallsAsync([() => withAll.GetAsync("1"), () => without.GetAsync("1")], sizes);
        return new Result(
        [
            Figure.Of("resilience and telemetry: µs a call", samples[0].Zip(samples[1], (a, b) => a.Microseconds - b.Microseconds)),
            Figure.Of("resilience and telemetry: bytes a call", samples[0].Zip(samples[1], (a, b) => a.Bytes - b.Bytes)),
        ]);
    }

    private static Library Create(Action<IHttpClientBuilder> customize) =>
        Library.Create(Backend.AuthleteV3, CallBenchmark.Address, customize);

    private static void WithoutResilience(IHttpClientBuilder http) => http.Services.Configure<ClientManagementOptions>(options =>
    {
        ResilienceOptions resilience = options.Providers.Values.Single().Resilience;
        resilience.MaxRetryAttempts = 0;
        resilience.MinimumThroughput = 0;
        resilience.AttemptTimeout = resilience.TotalTimeout = Timeout.InfiniteTimeSpan;
    });
}
