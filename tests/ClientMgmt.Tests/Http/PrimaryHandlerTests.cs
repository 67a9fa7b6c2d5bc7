using System.Net;
using ClientMgmt.Http;

namespace ClientMgmt.Tests.Http;

/// <summary>How a primary handler is set up, whether it is .NET's newer one or its older one, and however it is wrapped.</summary>
internal sealed class PrimaryHandlerTests
{
    private static readonly Uri s_proxy = new("http://proxy.example.test:3128/");
    private static readonly Uri s_here = new("http://127.0.0.1/");
    private static readonly Uri s_there = new("https://api.example.test/");

    [Test]
    public void It_follows_no_redirects_and_keeps_no_cookies(
        [Values] bool isNewer, [Values] bool isWrapped, [Values] bool follows, [Values] bool keeps)
    {
        using HttpMessageHandler handler = isNewer
            ? new SocketsHttpHandler { AllowAutoRedirect = follows, UseCookies = keeps }
            : new HttpClientHandler { AllowAutoRedirect = follows, UseCookies = keeps };

        Secure(isWrapped ? new Wrapper(new Wrapper(handler)) : handler);

        Assert.That(handler switch
        {
            SocketsHttpHandler h => (h.AllowAutoRedirect, h.UseCookies),
            HttpClientHandler h => (h.AllowAutoRedirect, h.UseCookies),
            _ => (true, true),
        }, Is.EqualTo((false, false)));
    }

    [Test]
    public void The_default_one_needs_nothing_more()
    {
        using SocketsHttpHandler handler = PrimaryHandler.Create();

        Assert.That((handler.AllowAutoRedirect, handler.UseCookies, handler.AutomaticDecompression), Is.EqualTo((false, false, DecompressionMethods.All)));
        Assert.That(handler.Proxy!.IsBypassed(s_here), Is.True);
    }

    [Test]
    public void One_without_a_proxy_of_its_own_gets_the_platforms_but_for_this_machine([Values] bool isNewer)
    {
        using HttpMessageHandler handler = isNewer ? new SocketsHttpHandler() : new HttpClientHandler();

        Secure(handler);

        Assert.That((PrimaryHandler.ProxyOf(handler, s_there), PrimaryHandler.ProxyOf(handler, s_here)), Is.EqualTo((s_proxy, (Uri?)null)));
    }

    [Test]
    public void A_proxy_of_the_application_stays([Values] bool isNewer)
    {
        var own = new WebProxy("http://own.example.test:8888/");
        using HttpMessageHandler handler = isNewer ? new SocketsHttpHandler { Proxy = own } : new HttpClientHandler { Proxy = own };

        Secure(handler);

        Assert.That(ProxyOf(handler), Is.SameAs(own));
        Assert.That(PrimaryHandler.ProxyOf(handler, s_there), Is.EqualTo(own.Address));
    }

    [Test]
    public void A_handler_without_a_proxy_gets_none([Values] bool isNewer)
    {
        using HttpMessageHandler handler = isNewer ? new SocketsHttpHandler { UseProxy = false } : new HttpClientHandler { UseProxy = false };

        Secure(handler);

        Assert.That((ProxyOf(handler), PrimaryHandler.ProxyOf(handler, s_there)), Is.EqualTo(((IWebProxy?)null, (Uri?)null)));
    }

    [Test]
    public void A_platform_that_passes_its_proxy_by_on_this_machine_is_left_as_it_is([Values] bool isNewer)
    {
        using HttpMessageHandler handler = isNewer ? new SocketsHttpHandler() : new HttpClientHandler();

        PrimaryHandler.Secure(handler, "main", new WebProxy(s_proxy, BypassOnLocal: true, [".*127\\.0\\.0\\.1.*"]));

        Assert.That(ProxyOf(handler), Is.Null);
    }

    [Test]
    public void A_proxy_is_passed_by_where_it_says_so([Values] bool isNewer)
    {
        var own = new WebProxy(s_proxy, BypassOnLocal: false, ["api\\.example\\.test"]);
        using HttpMessageHandler handler = isNewer ? new SocketsHttpHandler { Proxy = own } : new HttpClientHandler { Proxy = own };

        Assert.That(PrimaryHandler.ProxyOf(handler, s_there), Is.Null);
        Assert.That(PrimaryHandler.ProxyOf(handler, new Uri("https://other.example.test/")), Is.EqualTo(s_proxy));
    }

    [Test]
    public void On_this_machine_the_platform_is_not_asked()
    {
        var proxy = new DirectLoopback(new WebProxy(s_proxy, BypassOnLocal: false, ["api\\.example\\.test"]));

        Assert.That((proxy.GetProxy(s_here), proxy.IsBypassed(s_here)), Is.EqualTo(((Uri?)null, true)));
        Assert.That((proxy.GetProxy(s_there), proxy.IsBypassed(s_there)), Is.EqualTo(((Uri?)null, true)), "bypassed by the platform");
        Assert.That(proxy.GetProxy(new Uri("https://other.example.test/")), Is.EqualTo(s_proxy));
    }

    [Test]
    public void An_address_that_only_looks_like_this_machine_goes_through_the_proxy()
    {
        var proxy = new DirectLoopback(new WebProxy(s_proxy));

        Assert.That(proxy.GetProxy(new Uri("https://[::127.0.0.1]/")), Is.EqualTo(s_proxy));
    }

    [Test]
    public void One_of_NETs_own_is_known_through_all_wrappers()
    {
        Assert.That(PrimaryHandler.IsOnSocket(new Wrapper(new Wrapper(new SocketsHttpHandler()))), Is.True);
        Assert.That(PrimaryHandler.IsOnSocket(new HttpClientHandler()), Is.True);
        Assert.That(PrimaryHandler.IsOnSocket(new Wrapper(new Foreign())), Is.False);
        Assert.That(PrimaryHandler.IsOnSocket(null), Is.False);
    }

    [Test]
    public void The_innermost_of_wrapped_handlers_is_sealed_once()
    {
        var sends = new Foreign();
        var inner = new Wrapper(sends);
        var outer = new Wrapper(inner);
        var passages = new Passages();

        PrimaryHandler.Seal(outer, passages, "main");
        HttpMessageHandler? seal = inner.InnerHandler;
        PrimaryHandler.Seal(outer, passages, "main");

        Assert.That(outer.InnerHandler, Is.SameAs(inner));
        Assert.That(seal, Is.InstanceOf<TransportSeal>());
        Assert.That((inner.InnerHandler, (seal as DelegatingHandler)?.InnerHandler), Is.EqualTo((seal, sends)));
    }

    [Test]
    public async Task A_wrapped_handler_that_is_in_use_cannot_be_sealed()
    {
        var wrapper = new Wrapper(new Foreign());
        using var client = new HttpClient(wrapper);
        using HttpResponseMessage used = await client.GetAsync(s_there);

        Assert.That(
            () => PrimaryHandler.Seal(wrapper, new Passages(), "orders"),
            Throws.InvalidOperationException.With.Message.Contains("'orders' is already in use"));
    }

    private static void Secure(HttpMessageHandler handler) => PrimaryHandler.Secure(handler, "main", new WebProxy(s_proxy));

    private static IWebProxy? ProxyOf(HttpMessageHandler handler) =>
        handler is SocketsHttpHandler sockets ? sockets.Proxy : ((HttpClientHandler)handler).Proxy;

    private sealed class Wrapper(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class Foreign : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage());
    }
}
