using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Http;

/// <summary>
/// How the factory makes the HTTP client of a provider: the defaults come before what the application configures, and the
/// last word after it, so that what is promised of the client holds in any case.
/// </summary>
/// <param name="passages">Which attempt a request belongs to.</param>
internal sealed class ProviderHttpClient(Passages passages) : IConfigureNamedOptions<HttpClientFactoryOptions>, IHttpMessageHandlerBuilderFilter
{
    private const string Prefix = "ClientMgmt:";

    /// <summary>The name under which the factory knows a provider's client.</summary>
    public static string NameOf(string provider) => Prefix + provider.ToLowerInvariant();

    public void Configure(HttpClientFactoryOptions options)
    {
    }

    public void Configure(string? name, HttpClientFactoryOptions options)
    {
        if (IsProvider(name))
        {
            // The time limits are those of the resilience options.
            options.HttpClientActions.Add(client => client.Timeout = Timeout.InfiniteTimeSpan);
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = PrimaryHandler.Create());
        }
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        if (!IsProvider(builder.Name))
        {
            next(builder);
            return;
        }

        try
        {
            next(builder);
        }
        catch (InvalidOperationException e) when (e.Source == typeof(SocketsHttpHandler).Assembly.GetName().Name)
        {
            // The factory itself sets up the primary handler, which refuses that once it is in use.
            throw PrimaryHandler.InUse(builder.Name!, e);
        }

        PrimaryHandler.Secure(builder.PrimaryHandler, builder.Name!, HttpClient.DefaultProxy);

        // .NET's own loggers would write down whole addresses, with ids and subjects.
        foreach (DelegatingHandler logger in builder.AdditionalHandlers
            .Where(h => h is LoggingHttpMessageHandler or LoggingScopeHttpMessageHandler).ToArray())
        {
            builder.AdditionalHandlers.Remove(logger);
        }

        bool isForeign = builder.AdditionalHandlers.Count > 0 || builder.PrimaryHandler is not SocketsHttpHandler;
        builder.AdditionalHandlers.Insert(0, new TransportSeal(passages, null) { IsBounding = isForeign });
        builder.AdditionalHandlers.Add(new TransportSeal(passages, builder.PrimaryHandler));
        PrimaryHandler.Seal(builder.PrimaryHandler, passages, builder.Name!);
    };

    private static bool IsProvider(string? name) => name?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
