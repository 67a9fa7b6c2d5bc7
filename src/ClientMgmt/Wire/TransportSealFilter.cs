using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Logging;

namespace ClientMgmt.Wire;

/// <summary>
/// Has the last word on how a provider's HTTP client is built: what is promised of it holds whatever the application
/// configured before.
/// </summary>
internal sealed class TransportSealFilter : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        if (!HttpClientNames.IsProvider(builder.Name))
        {
            next(builder);
            return;
        }

        try
        {
            next(builder);
        }
        catch (InvalidOperationException e) when (PrimaryHandler.IsOnSocket(builder.PrimaryHandler))
        {
            // The factory itself sets up the primary handler, which cannot be once it is in use.
            throw PrimaryHandler.InUse(builder.Name!, e);
        }

        PrimaryHandler.Secure(builder.PrimaryHandler, builder.Name!);

        // .NET's own loggers would write down whole addresses, with ids and subjects.
        foreach (DelegatingHandler logger in builder.AdditionalHandlers
            .Where(h => h is LoggingHttpMessageHandler or LoggingScopeHttpMessageHandler).ToArray())
        {
            builder.AdditionalHandlers.Remove(logger);
        }

        builder.AdditionalHandlers.Insert(0, new TransportSeal(null));
        builder.AdditionalHandlers.Add(new TransportSeal(builder.PrimaryHandler));
    };
}
