using System.Reflection;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace ClientMgmt.Benchmarks.Calls;

/// <summary>
/// What retries, limits, spans and metrics cost a call while nobody listens: the call as it is, and the same one without
/// them. Nothing switches them off, so the second one is made by taking the library apart.
/// </summary>
internal static class OverheadBenchmark
{
    private const string Handler = "ResilienceHandler";
    private const string Observer = "ObservedClientManagement";

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        using var server = new InMemoryServer("""{"clientId":1}""");
        await using var whole = Create(http => http.ConfigurePrimaryHttpMessageHandler(() => server));
        await using var bare = Create(http => WithoutHandler(http.ConfigurePrimaryHttpMessageHandler(() => server)));
        IClientManagement withAll = whole.Clients, without = WithoutObserver(bare.Clients);
        Sample[][] samples = await Interleaved.CallsAsync([() => withAll.GetAsync("1"), () => without.GetAsync("1")], sizes);
        return new Result(
        [
            Figure.Of("resilience and telemetry: µs a call", samples[0].Zip(samples[1], (a, b) => a.Microseconds - b.Microseconds)),
            Figure.Of("resilience and telemetry: bytes a call", samples[0].Zip(samples[1], (a, b) => a.Bytes - b.Bytes)),
        ]);
    }

    private static Library Create(Action<IHttpClientBuilder> customize) =>
        Library.Create(Backend.AuthleteV3, CallBenchmark.Address, customize);

    private static void WithoutHandler(IHttpClientBuilder http) => http.Services.Configure<HttpClientFactoryOptions>(
        http.Name,
        options => options.HttpMessageHandlerBuilderActions.Add(builder =>
        {
            IList<DelegatingHandler> handlers = builder.AdditionalHandlers;
            handlers[handlers.IndexOf(handlers.Single(h => h.GetType().Name == Handler))] = new CredentialHandler();
        }));

    private static IClientManagement WithoutObserver(IClientManagement clients)
    {
        FieldInfo inner = clients.GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Instance)
            .Single(f => f.FieldType == typeof(IClientManagement));
        return clients.GetType().Name == Observer
            ? (IClientManagement)inner.GetValue(clients)!
            : throw new MissingMemberException($"{clients.GetType().Name} is no {Observer}.");
    }

    // The credential goes onto the request where resilience stands, and is none of its cost.
    private sealed class CredentialHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new("Bearer", Api.Token);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
