using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Tests.Wire;

/// <summary>What the library's own HTTP handler does over a real connection: the other tests here replace it.</summary>
public sealed class ConnectionTests
{
    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task A_redirect_takes_no_request_to_another_server(int status)
    {
        await using Server other = await Server.StartAsync(_ => Task.CompletedTask);
        await using Server server = await Server.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = other.Address + "stolen";
            return Task.CompletedTask;
        });

        Exception? error = await CatchAsync(server, maxResponseBytes: 1000);

        Assert.That((error?.GetType(), server.Seen.Count, other.Seen.Count), Is.EqualTo((typeof(UnexpectedResponseException), 1, 0)));
    }

    [Test]
    public async Task A_cookie_is_not_sent_back()
    {
        await using Server server = await Server.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "session=1; Path=/";
            return context.Response.WriteAsync(AuthleteOperations.Client);
        });
        using ServiceProvider services = Services(server, maxResponseBytes: 100_000);

        await services.GetRequiredService<IClientManagement>().GetAsync("17");
        await services.GetRequiredService<IClientManagement>().GetAsync("17");

        Assert.That(server.Seen.Select(headers => headers.Cookie.Count), Is.EqualTo(new[] { 0, 0 }));
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    public async Task A_small_body_that_decompresses_to_a_large_one_is_refused(string encoding)
    {
        byte[] body = Compress(encoding, new byte[50_000_000]);
        await using Server server = await Server.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.Body.WriteAsync(body).AsTask();
        });

        Exception? error = await CatchAsync(server, maxResponseBytes: 1_000_000);

        Assert.That((body.Length < 1_000_000, error?.GetType()), Is.EqualTo((true, typeof(UnexpectedResponseException))));
        Assert.That(error?.Message, Does.Contain("MaxResponseBytes"));
    }

    private static async Task<Exception?> CatchAsync(Server server, long maxResponseBytes)
    {
        using ServiceProvider services = Services(server, maxResponseBytes);
        try
        {
            await services.GetRequiredService<IClientManagement>().GetAsync("17");
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static ServiceProvider Services(Server server, long maxResponseBytes)
    {
        var services = new ServiceCollection();
        services.AddClientManagement(options =>
        {
            options.MaxResponseBytes = maxResponseBytes;
            options.Providers["test"] = new ProviderOptions
            {
                Backend = Backend.AuthleteV3,
                BaseAddress = new Uri(server.Address),
                ServiceId = WireHost.ServiceId,
                AccessToken = new Secret(WireHost.AccessToken),
            };
        });
        return services.BuildServiceProvider();
    }

    private static byte[] Compress(string encoding, byte[] content)
    {
        using var result = new MemoryStream();
        using (Stream compressor = encoding switch
        {
            "gzip" => new GZipStream(result, CompressionLevel.Fastest),
            "br" => new BrotliStream(result, CompressionLevel.Fastest),
            _ => new ZLibStream(result, CompressionLevel.Fastest),
        })
        {
            compressor.Write(content);
        }

        return result.ToArray();
    }

    private sealed class Server(WebApplication application) : IAsyncDisposable
    {
        public string Address => application.Urls.Single() + "/";

        /// <summary>The headers of each request.</summary>
        public ConcurrentQueue<IHeaderDictionary> Seen { get; } = [];

        public static async Task<Server> StartAsync(Func<HttpContext, Task> answer)
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            WebApplication application = builder.Build();
            var server = new Server(application);
            application.Urls.Add("http://127.0.0.1:0");
            application.Run(context =>
            {
                server.Seen.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value)));
                return answer(context);
            });
            await application.StartAsync();
            return server;
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();
    }
}
