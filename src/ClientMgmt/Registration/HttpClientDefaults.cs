using ClientMgmt.Wire;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>How the HTTP clients of providers are made, before the application configures them.</summary>
internal sealed class HttpClientDefaults : IConfigureNamedOptions<HttpClientFactoryOptions>
{
    public void Configure(HttpClientFactoryOptions options)
    {
    }

    public void Configure(string? name, HttpClientFactoryOptions options)
    {
        if (HttpClientNames.IsProvider(name))
        {
            // The time limits are those of the resilience options.
            options.HttpClientActions.Add(client => client.Timeout = Timeout.InfiniteTimeSpan);
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = PrimaryHandler.Create());
        }
    }
}
