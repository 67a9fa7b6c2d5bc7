using System.Collections.Concurrent;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>With a primary handler of the application's own, credentials still go nowhere else.</summary>
public sealed class ForeignHandlerTests
{
    [Test]
    public async Task A_redirect_does_not_carry_a_signature_to_another_host()
    {
        await using var other = new SocketServer((_, _) => Task.CompletedTask);
        string answer = $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {other.Address}\r\nContent-Length: 0\r\n\r\n";
        await using var server = new SocketServer((socket, token) => ServeAsync(socket, answer, null, token));
        await using var application = new Application(builder => Add(builder, "main", server.Address, () => new HttpClientHandler()));

        Assert.That(async () => await application.Clients.GetAsync("17").InTimeAsync(), Throws.InstanceOf<ClientManagementException>());
        Assert.That((server.Connections, other.Connections), Is.EqualTo((1, 0)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_cookie_that_one_provider_was_given_is_sent_by_none(bool isShared)
    {
        var heads = new ConcurrentQueue<string>();
        string answer = $"HTTP/1.1 200 OK\r\nSet-Cookie: session=first; Path=/\r\nContent-Length: {DocSpaceOperations.Client.Length}\r\n\r\n"
            + DocSpaceOperations.Client;
        await using var server = new SocketServer((socket, token) => ServeAsync(socket, answer, heads, token));
        using var shared = new HttpClientHandler();
        HttpMessageHandler Handler() => isShared ? shared : new HttpClientHandler();
        await using var application = new Application(builder =>
        {
            Add(builder, "first", server.Address, Handler);
            Add(builder, "second", server.Address, Handler);
            builder.Services.Configure<ClientManagementOptions>(o => o.Provider = "first");
        });

        foreach (string provider in new[] { "first", "second", "first", "second" })
        {
            await application.Named(provider).GetAsync("17").InTimeAsync();
        }

        Assert.That(heads, Has.Count.EqualTo(4).And.None.Contains("session=first"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_handler_that_is_in_use_already_and_follows_redirects_is_refused(bool byFactory)
    {
        await using var server = new SocketServer((socket, token) =>
            ServeAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", null, token));
        using var handler = new HttpClientHandler();
        await using var application = new Application(builder =>
        {
            builder.Services.AddHttpClient("app").ConfigurePrimaryHttpMessageHandler(() => handler);
            Add(builder, "main", server.Address, () => handler);
        });
        using HttpClient client = byFactory
            ? application.Services.GetRequiredService<IHttpClientFactory>().CreateClient("app")
            : new HttpClient(handler, disposeHandler: false);
        await client.GetAsync(server.Address);

        Assert.That(
            async () => await application.Clients.GetAsync("17").InTimeAsync(),
            Throws.InvalidOperationException.With.Message.Contains("redirects").And.Message.Contains("AllowAutoRedirect"));
    }

    private static void Add(ClientManagementBuilder builder, string name, Uri address, Func<HttpMessageHandler> handler) => builder
        .AddProvider(name, p => Application.Fill(p, Backend.DocSpace, address))
        .ConfigureHttpClient(name, http => http.ConfigurePrimaryHttpMessageHandler(handler));

    private static async Task ServeAsync(
        System.Net.Sockets.Socket socket, string answer, ConcurrentQueue<string>? heads, CancellationToken cancellationToken)
    {
        while (await SocketServer.ReadHeadAsync(socket, cancellationToken) is { } head)
        {
            heads?.Enqueue(head);
            await SocketServer.SendAsync(socket, answer, cancellationToken);
        }
    }
}
