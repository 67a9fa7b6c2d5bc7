using System.Net.Http.Headers;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Registration;

public sealed class RegistrationTests
{
    private SandboxServer _sandbox = null!;
    private ServiceProvider _services = null!;
    private IConfigurationRoot _configuration = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await SandboxServer.StartAsync();
        _configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build();
        var services = new ServiceCollection();
        services.AddClientManagement(_configuration.GetSection("ClientManagement"));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public void A_plain_instance_is_the_provider_that_the_configuration_names() =>
        Assert.That(_services.GetRequiredService<IClientManagement>().Provider, Is.EqualTo("v3"));

    [Test]
    public void A_keyed_instance_is_the_provider_of_that_name() =>
        Assert.That(_services.GetRequiredKeyedService<IClientManagement>("office").Provider, Is.EqualTo("office"));

    [Test]
    public void The_factory_reaches_every_provider()
    {
        var factory = _services.GetRequiredService<IClientManagementFactory>();

        Assert.That(
            factory.Providers.Select(p => factory.GetProvider(p).Provider), Is.EquivalentTo(new[] { "v2", "v3", "v3b", "office" }));
    }

    [Test]
    public void An_unknown_name_is_refused_with_the_names_that_there_are() => Assert.That(
        () => _services.GetRequiredService<IClientManagementFactory>().GetProvider("nowhere"),
        Throws.ArgumentException.With.Message.Contains("office"));

    [Test]
    public async Task Two_providers_of_one_backend_live_side_by_side()
    {
        await Keyed("v3").CreateAsync(new ClientMetadata { ClientName = "only here" });

        Assert.That(await Keyed("v3b").ListAsync().CountAsync(), Is.Zero);
    }

    [Test]
    public void Another_default_takes_effect_on_the_next_resolution()
    {
        Change("Provider", "v2");

        Assert.That(_services.GetRequiredService<IClientManagement>().Provider, Is.EqualTo("v2"));
    }

    [Test]
    public async Task Another_credential_takes_effect_on_the_next_call_of_the_same_instance()
    {
        IClientManagement clients = Keyed("v3");
        await clients.ListAsync().CountAsync();

        Change("Providers:v3:AccessToken", "wrong");

        Assert.That(async () => await clients.ListAsync().CountAsync(), Throws.TypeOf<AccessDeniedException>());
    }

    [Test]
    public async Task A_callback_supplies_the_credential_of_all_calls()
    {
        int calls = 0;
        var services = new ServiceCollection();
        services.AddClientManagement(options => options.Providers["main"] = new ProviderOptions
        {
            Backend = Backend.AuthleteV2,
            BaseAddress = _sandbox.BaseAddress,
            CredentialCallback = (_, _) =>
            {
                calls++;
                return ValueTask.FromResult(ProviderCredential.FromServiceKey(
                    SandboxDefaults.ServiceApiKey, new Secret(SandboxDefaults.ServiceApiSecret)));
            },
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IClientManagement>();

        await clients.ListAsync().CountAsync();
        await clients.ListAsync().CountAsync();

        Assert.That(calls, Is.EqualTo(1));
    }

    [Test]
    public async Task The_application_can_add_handlers_of_its_own()
    {
        var services = new ServiceCollection();
        var handler = new CountingHandler();
        services.AddClientManagement(_configuration.GetSection("ClientManagement"))
            .ConfigureHttpClient("v3", http => http.AddHttpMessageHandler(() => handler));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IClientManagement>().ListAsync().CountAsync();

        Assert.That(handler.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task The_application_can_add_default_headers()
    {
        var services = new ServiceCollection();
        var handler = new CountingHandler();
        services.AddClientManagement(_configuration.GetSection("ClientManagement"))
            .ConfigureHttpClient("v3", http => http.AddHttpMessageHandler(() => handler).ConfigureHttpClient(client =>
            {
                client.DefaultRequestHeaders.Add("X-Team", "orders");
                client.DefaultRequestHeaders.Add("Accept", "text/html");
                client.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0");
            }));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IClientManagement>().ListAsync().CountAsync();

        Assert.That(
            new[] { "X-Team", "Accept", "User-Agent" }.Select(name => handler.Headers!.NonValidated[name].ToString()),
            Is.EqualTo(new[] { "orders", "application/json", $"ClientMgmt/{typeof(IClientManagement).Assembly.GetName().Version!.ToString(3)}" }));
    }

    [Test]
    public async Task Many_callers_share_one_exchange_for_a_signature()
    {
        IClientManagement office = Keyed("office");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => office.Scopes.ListScopesAsync()));

        Assert.That(_sandbox.Requests.Count(r => r.Target.Contains("security/oauth2/token")), Is.EqualTo(1));
    }

    private IClientManagement Keyed(string name) => _services.GetRequiredKeyedService<IClientManagement>(name);

    private void Change(string key, string value)
    {
        _configuration["ClientManagement:" + key] = value;
        _configuration.Reload();
    }

    private Dictionary<string, string?> Settings()
    {
        (string Name, ProviderCase Case)[] providers =
            [("v2", ProviderCases.AuthleteV2), ("v3", ProviderCases.AuthleteV3), ("v3b", ProviderCases.AuthleteV3), ("office", ProviderCases.DocSpace)];
        Dictionary<string, string?> settings = providers
            .SelectMany(p => p.Case.Settings(_sandbox.BaseAddress)
                .Select(s => KeyValuePair.Create($"ClientManagement:Providers:{p.Name}:{s.Key}", s.Value)))
            .ToDictionary();
        settings["ClientManagement:Provider"] = "v3";
        settings["ClientManagement:Providers:v3b:ServiceId"] = SandboxDefaults.SecondServiceId;
        settings["ClientManagement:Providers:v3b:AccessToken"] = SandboxDefaults.SecondAccessToken;
        return settings;
    }

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        public HttpRequestHeaders? Headers { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            Headers = request.Headers;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
