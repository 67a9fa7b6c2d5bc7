namespace ClientMgmt.Wire;

/// <summary>What is known of the handler that sends requests, which may be the application's own.</summary>
internal static class PrimaryHandler
{
    /// <summary>The default: connections are pooled, nothing is followed or kept.</summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        Proxy = new DirectLoopback(HttpClient.DefaultProxy),
    };

    /// <summary>
    /// Has a handler follow no redirects, since rotating a secret is a GET on Authlete and a credential must not go to another
    /// host, and keep no cookies, since they may be credentials.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is in use already, and set up otherwise.</exception>
    public static void Secure(HttpMessageHandler? primary, string client)
    {
        try
        {
            switch (Innermost(primary))
            {
                case SocketsHttpHandler { AllowAutoRedirect: false, UseCookies: false } or HttpClientHandler { AllowAutoRedirect: false, UseCookies: false }:
                    break;
                case SocketsHttpHandler handler:
                    (handler.AllowAutoRedirect, handler.UseCookies) = (false, false);
                    break;
                case HttpClientHandler handler:
                    (handler.AllowAutoRedirect, handler.UseCookies) = (false, false);
                    break;
            }
        }
        catch (InvalidOperationException e)
        {
            throw InUse(client, e);
        }
    }

    public static InvalidOperationException InUse(string client, Exception inner) => new(
        $"The primary handler of the HTTP client '{client}' is in use already, so that it cannot be made to follow no redirects and "
        + "keep no cookies; let ConfigurePrimaryHttpMessageHandler make one of its own, with AllowAutoRedirect and UseCookies false.",
        inner);

    /// <summary>Whether it is one of .NET's own, which read the content of a request once the connection is there.</summary>
    public static bool IsOnSocket(HttpMessageHandler? primary) => Innermost(primary) is SocketsHttpHandler or HttpClientHandler;

    /// <summary>The proxy that requests to an address go through; null if there is none.</summary>
    public static Uri? ProxyOf(HttpMessageHandler? primary, Uri address)
    {
        System.Net.IWebProxy? proxy = Innermost(primary) switch
        {
            SocketsHttpHandler { UseProxy: true } handler => handler.Proxy ?? HttpClient.DefaultProxy,
            HttpClientHandler { UseProxy: true } handler => handler.Proxy ?? HttpClient.DefaultProxy,
            _ => null,
        };
        return proxy is null || proxy.IsBypassed(address) ? null : proxy.GetProxy(address);
    }

    private static HttpMessageHandler? Innermost(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }
}
