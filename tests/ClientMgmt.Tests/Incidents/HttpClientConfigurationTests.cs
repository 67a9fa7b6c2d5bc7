using System.Net;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>What is expected of <see cref="IHttpClientFactory"/> works.</summary>
public sealed class HttpClientConfigurationTests
{
    [Test]
    public async Task A_factory_of_the_applications_own()
    {
        var server = new AnswerHandler(WireAnswer.Ok(AuthleteOperations.Client));
        await using Application application = Start(http => http.Services.AddSingleton<IHttpClientFactory>(new Factory(server)));

        Assert.That((await application.Clients.GetAsync("17")).ClientId, Is.EqualTo("17"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_version_and_headers_of_the_client()
    {
        Version? version = null;
        var server = new AnswerHandler((request, _) =>
        {
            version = request.Version;
            return Task.FromResult(WireAnswer.Ok(AuthleteOperations.Client).ToResponse());
        });
        await using Application application = Start(http => http.ConfigurePrimaryHttpMessageHandler(() => server).ConfigureHttpClient(client =>
        {
            client.DefaultRequestVersion = HttpVersion.Version20;
            client.DefaultRequestHeaders.Add("X-Tenant", "blue");
        }));

        await application.Clients.GetAsync("17");

        Assert.That((version, server.Requests[0].Header("X-Tenant")), Is.EqualTo((HttpVersion.Version20, "blue")));
    }

    [Test]
    public async Task An_exception_while_the_client_is_made_comes_through_as_it_is()
    {
        var failure = new InvalidOperationException("The application's own.");
        await using Application application = Start(http => http
            .ConfigurePrimaryHttpMessageHandler(() => new AnswerHandler(WireAnswer.Ok())).AddHttpMessageHandler(() => throw failure));

        Assert.That(async () => await application.Clients.GetAsync("17"), Throws.Exception.SameAs(failure));
    }

    [Test]
    public async Task An_exception_while_its_primary_handler_is_made_comes_through_as_it_is()
    {
        var failure = new InvalidOperationException("The application's own.");
        await using Application application = Start(http => http.ConfigurePrimaryHttpMessageHandler(() => throw failure));

        Assert.That(async () => await application.Clients.GetAsync("17"), Throws.Exception.SameAs(failure));
    }

    [Test]
    public async Task The_time_limit_of_the_client()
    {
        var server = new AnswerHandler((_, token) => new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(token));
        await using Application application = Start(http => http.ConfigurePrimaryHttpMessageHandler(() => server)
            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromMilliseconds(20)));

        Assert.That(async () => await application.Clients.GetAsync("17").InTimeAsync(), Throws.TypeOf<BackendUnavailableException>());
    }

    [Test]
    public async Task A_sockets_handler_of_the_applications_own()
    {
        int connections = 0;
        await using var server = new SocketServer(async (socket, token) =>
        {
            await SocketServer.ReadHeadAsync(socket, token);
            string body = AuthleteOperations.Client;
            await SocketServer.SendAsync(socket, $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}", token);
        });
        await using Application application = Start(
            http => http.UseSocketsHttpHandler((handler, _) => handler.ConnectCallback = async (context, token) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            }),
            server.Address);

        await application.Clients.GetAsync("17").InTimeAsync();

        Assert.That(connections, Is.EqualTo(1));
    }

    private static Application Start(Action<IHttpClientBuilder> configure, Uri? address = null) => new(builder => builder
        .AddProvider("main", p => Application.Fill(p, Backend.AuthleteV3, address))
        .ConfigureHttpClient("main", configure));

    private sealed class Factory(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }
}
