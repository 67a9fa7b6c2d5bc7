using System.Net;
using ClientMgmt.Http;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A bearer token for a server on this machine went to the proxy that the environment names for all.</summary>
public sealed class LoopbackProxyTests
{
    private static readonly Uri s_proxy = new("http://proxy.example.test:3128/");
    private static readonly Uri s_other = new("http://api.example.test/");

    private static IEnumerable<HttpMessageHandler> Handlers() => [new SocketsHttpHandler(), new HttpClientHandler()];

    [TestCaseSource(nameof(Handlers))]
    public void A_handler_of_the_application_passes_it_by_for_this_machine_alone(HttpMessageHandler handler)
    {
        using (handler)
        {
            PrimaryHandler.Secure(handler, "main", new WebProxy(s_proxy));

            Assert.That(PrimaryHandler.ProxyOf(handler, new Uri("http://127.0.0.1:8080/")), Is.Null);
            Assert.That(PrimaryHandler.ProxyOf(handler, new Uri("http://localhost:8080/")), Is.Null);
            Assert.That(PrimaryHandler.ProxyOf(handler, s_other), Is.EqualTo(s_proxy));
        }
    }
}
