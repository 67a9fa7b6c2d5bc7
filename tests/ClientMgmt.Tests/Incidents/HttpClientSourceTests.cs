using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace ClientMgmt.Tests.Incidents;

/// <summary>Where the HTTP client comes from is the application's choice.</summary>
public sealed class HttpClientSourceTests
{
    [Test]
    public async Task A_primary_handler_for_all_clients_is_used_even_if_it_is_configured_first()
    {
        var server = new AnswerHandler(WireAnswer.Ok(AuthleteOperations.Client));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => server));
        services.AddClientManagement().AddProvider("main", p => Application.Fill(p, Backend.AuthleteV3));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IClientManagement>().GetAsync("17");

        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_filter_that_is_registered_first_does_not_have_the_last_word()
    {
        var server = new AnswerHandler(WireAnswer.Of(503));
        var services = new ServiceCollection();
        services.AddSingleton<IHttpMessageHandlerBuilderFilter, Repeating>();
        services.AddClientManagement().AddProvider("main", p => Application.Fill(p, Backend.AuthleteV3))
            .ConfigureHttpClient("main", http => http.ConfigurePrimaryHttpMessageHandler(() => server));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Create).CatchAsync(provider.GetRequiredService<IClientManagement>());

        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_factory_may_give_the_same_client_again_and_again()
    {
        var server = new AnswerHandler(WireAnswer.Ok(AuthleteOperations.Client));
        var services = new ServiceCollection();
        services.AddClientManagement().AddProvider("main", p => Application.Fill(p, Backend.AuthleteV3));
        using var client = new HttpClient(server);
        services.AddSingleton<IHttpClientFactory>(new Same(client));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IClientManagement>().GetAsync("17");
        await provider.GetRequiredService<IClientManagement>().GetAsync("17");

        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    // Adds its handler after all others.
    private sealed class Repeating : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(new Twice());
        };
    }

    private sealed class Twice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await base.SendAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Same(HttpClient client) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => client;
    }
}
