using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>The handlers of an application see each attempt anew.</summary>
public sealed class HandlerTests
{
    [Test]
    public async Task What_a_handler_adds_to_the_query_is_there_once_on_a_retry()
    {
        var server = new AnswerHandler(WireAnswer.Of(503), WireAnswer.Ok(AuthleteOperations.Client));
        await using Application application = Start(server, new Change(r => r.RequestUri = new Uri(r.RequestUri + "?v=1")));

        await application.Clients.GetAsync("17");

        Assert.That(server.Addresses.Select(a => a.Query), Is.EqualTo(["?v=1", "?v=1"]));
    }

    [Test]
    public async Task What_a_handler_adds_to_the_headers_is_there_once_on_a_retry()
    {
        var server = new AnswerHandler(WireAnswer.Of(503), WireAnswer.Ok(AuthleteOperations.Client));
        await using Application application = Start(server, new Change(r => r.Headers.Add("X-Tag", "a")));

        await application.Clients.GetAsync("17");

        Assert.That(server.Requests.Select(r => r.Header("X-Tag")), Is.EqualTo(["a", "a"]));
    }

    [Test]
    public async Task The_zone_of_an_address_is_kept()
    {
        var server = new AnswerHandler(WireAnswer.Ok(AuthleteOperations.Client));
        await using Application application = Start(server, new Change(_ => { }), new Uri("https://[fe80::1%3]:8443/base"));

        await application.Clients.GetAsync("17");

        Assert.That(
            (server.Addresses[0].DnsSafeHost, server.Addresses[0].Port, server.Addresses[0].AbsolutePath),
            Is.EqualTo(("fe80::1%3", 8443, $"/base/api/{WireHost.ServiceId}/client/get/17")));
    }

    private static Application Start(AnswerHandler server, Change change, Uri? address = null) => new(builder => builder
        .AddProvider("main", p => Application.Fill(p, Backend.AuthleteV3, address))
        .ConfigureHttpClient("main", http => http.AddHttpMessageHandler(() => change).ConfigurePrimaryHttpMessageHandler(() => server)));

    private sealed class Change(Action<HttpRequestMessage> change) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            change(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
