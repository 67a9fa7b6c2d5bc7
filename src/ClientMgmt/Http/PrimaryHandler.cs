namespace ClientMgmt.Http;

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
    /// Sets a handler up in three points. It follows no redirects: on Authlete, rotating a secret is a GET, and no credential may go to
    /// another host. It keeps no cookies, because they may be credentials. It reaches this machine itself without the platform's proxy.
    /// </summary>
    /// <param name="primary">The handler.</param>
    /// <param name="client">The name of the HTTP client, for the error.</param>
    /// <param name="platform">The proxy that .NET takes where a handler names none.</param>
    /// <exception cref="InvalidOperationException">It is in use already, and set up otherwise.</exception>
    public static void Secure(HttpMessageHandler? primary, string client, System.Net.IWebProxy platform)
    {
        try
        {
            // .NET's two handlers have no type in common.
            switch (Innermost(primary))
            {
                case SocketsHttpHandler handler:
                    Secure(
                        handler.AllowAutoRedirect || handler.UseCookies,
                        () => (handler.AllowAutoRedirect, handler.UseCookies) = (false, false),
                        handler is { UseProxy: true, Proxy: null },
                        proxy => handler.Proxy = proxy,
                        platform);
                    break;
                case HttpClientHandler handler:
                    Secure(
                        handler.AllowAutoRedirect || handler.UseCookies,
                        () => (handler.AllowAutoRedirect, handler.UseCookies) = (false, false),
                        handler is { UseProxy: true, Proxy: null },
                        proxy => handler.Proxy = proxy,
                        platform);
                    break;
            }
        }
        catch (InvalidOperationException e)
        {
            throw InUse(client, e);
        }
    }

    /// <summary>
    /// Has a change go out once, whatever handlers of the application the primary one is made of.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is in use already.</exception>
    public static void Seal(HttpMessageHandler? primary, Passages passages, string client)
    {
        if (primary is not DelegatingHandler last)
        {
            return;
        }

        while (last.InnerHandler is DelegatingHandler next)
        {
            last = next;
        }

        if (last is TransportSeal || last.InnerHandler is not { } sends)
        {
            return;
        }

        try
        {
            last.InnerHandler = new TransportSeal(passages, sends) { InnerHandler = sends };
        }
        catch (InvalidOperationException e)
        {
            throw InUse(client, e);
        }
    }

    public static InvalidOperationException InUse(string client, Exception inner) => new(
        $"The primary handler of the HTTP client '{client}' is already in use, so it cannot be set up to follow no redirects, "
        + "keep no cookies and send each change once. Let ConfigurePrimaryHttpMessageHandler make a new one, with AllowAutoRedirect and UseCookies false.",
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

    // Only what is otherwise is set: once a handler is in use, it refuses any setting.
    private static void Secure(
        bool followsOrKeeps, Action stop, bool usesPlatformProxy, Action<System.Net.IWebProxy> setProxy, System.Net.IWebProxy platform)
    {
        if (followsOrKeeps)
        {
            stop();
        }

        if (usesPlatformProxy && !platform.IsBypassed(new Uri("http://127.0.0.1/")))
        {
            setProxy(new DirectLoopback(platform));
        }
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
