using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

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

    private sealed class Same(HttpClient client) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => client;
    }
}
