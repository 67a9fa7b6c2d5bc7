using System.Net;
using ClientMgmt.Tests.Incidents;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Wire;

/// <summary>What is told of a failure where requests go through a proxy.</summary>
public sealed class ProxyFailureTests
{
    [Test]
    public async Task A_proxy_that_cannot_be_reached_is_named()
    {
        int port = LoopbackPort.Free();
        await using Application application = Proxied(new Uri($"http://127.0.0.1:{port}/"));

        Assert.That(
            await CatchAsync(application),
            Is.TypeOf<BackendUnavailableException>().With.Message.Contains($"the proxy at 127.0.0.1:{port} could not be reached, or did not connect to backend.example.test"));
    }

    [Test]
    public async Task A_connection_that_breaks_off_behind_a_proxy_is_not_laid_to_the_proxy()
    {
        await using var proxy = new SocketServer((socket, token) => SocketServer.ReadHeadAsync(socket, token));
        await using Application application = Proxied(proxy.Address);

        Assert.That(
            await CatchAsync(application),
            Is.TypeOf<BackendUnavailableException>().With.Message.Contains("the connection to backend.example.test broke off"));
    }

    private static Task<Exception?> CatchAsync(Application application) =>
        WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(application.Clients).InTimeAsync();

    private static Application Proxied(Uri proxy) => new(builder => builder
        .AddProvider("main", p =>
        {
            Application.Fill(p, Backend.AuthleteV3);
            p.Resilience.MaxRetryAttempts = 0;
            (p.BaseAddress, p.AllowHttp) = (new Uri("http://backend.example.test/"), true);
        })
        .ConfigureHttpClient("main", http => http.UseSocketsHttpHandler((handler, _) => handler.Proxy = new WebProxy(proxy))));
}
