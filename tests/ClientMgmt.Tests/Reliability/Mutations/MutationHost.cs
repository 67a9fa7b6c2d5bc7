using System.Net;
using System.Net.Http.Headers;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Reliability;

/// <summary>The library over a server that answers one run after the other; each run says how.</summary>
internal sealed class MutationHost : HttpMessageHandler
{
    private readonly ServiceProvider _services;

    public MutationHost(Backend backend, bool exchanges = false)
    {
        ProviderOptions provider = WireHost.Settings(backend);
        if (exchanges && backend == Backend.DocSpace)
        {
            (provider.Signature, provider.ApiKey) = (null, new Secret(WireHost.ApiKey));
        }

        IServiceCollection services = new ServiceCollection().WithoutHandlerTimers();
        services.AddClientManagement(o => o.Providers["test"] = provider)
            .ConfigureHttpClient("test", http => http.ConfigurePrimaryHttpMessageHandler(() => this));
        _services = services.BuildServiceProvider();
        Clients = _services.GetRequiredService<IClientManagement>();
    }

    public IClientManagement Clients { get; }

    /// <summary>Answers the request of this number, counted from 0.</summary>
    public Func<int, (int Status, byte[] Body)> Answer { get; set; } = _ => (500, []);

    public List<(string Method, byte[] Body, string? Signature)> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        request.Headers.TryGetValues("x-signature", out IEnumerable<string>? signature);
        (int status, byte[] answer) = Answer(Sent.Count);
        Sent.Add((request.Method.Method, body, signature?.Single()));
        Assert.That(Sent, Has.Count.LessThan(50));
        return new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new ByteArrayContent(answer) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _services.Dispose();
        }

        base.Dispose(disposing);
    }
}
