using ClientMgmt.Benchmarks.Contestants;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>What the library stands on, without the library: the first contestant with an HTTP client of the factory.</summary>
internal static class Foundation
{
    private const string Client = "foundation";

    public static IReadOnlyList<string> Names { get; } = ["HTTP client factory alone", "HTTP client factory and Polly alone"];

    /// <summary>Reads one client.</summary>
    public static async Task AnswerAsync(Vendor vendor, string name, Uri server)
    {
        var services = new ServiceCollection();
        IHttpClientBuilder http = services
            .AddHttpClient(Client, client => vendor.Prepare(client, server))
            .RemoveAllLoggers();
        if (name == Names[1])
        {
            http.AddHttpMessageHandler(() => new StrategyHandler());
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        await using IContestant contestant = vendor.Plain[0](provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client));
        await contestant.GetAsync(vendor.ClientId);
    }

    /// <summary>The strategies of the library, with Polly's defaults.</summary>
    private sealed class StrategyHandler : DelegatingHandler
    {
        private readonly ResiliencePipeline<HttpResponseMessage> _strategies = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>())
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>())
            .AddTimeout(TimeSpan.FromSeconds(30))
            .Build();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await _strategies.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
    }
}
