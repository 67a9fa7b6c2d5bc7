using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Registration;

/// <summary>Configurations that are put together from parts, or change while the application runs.</summary>
public sealed class ReconfigurationTests
{
    private const string MistakenKey = "ClientManagement:Providers:main:Resilience:TotalTimeout";

    private SandboxServer _sandbox = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _sandbox = await SandboxServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _sandbox.DisposeAsync();

    [Test]
    public async Task A_section_and_code_can_describe_one_provider_together()
    {
        var services = new ServiceCollection();
        services.AddClientManagement(options => options.Providers["main"] = new ProviderOptions
        {
            CredentialCallback = (_, _) => ValueTask.FromResult(
                ProviderCredential.FromAccessToken(new Secret(SandboxDefaults.AccessToken))),
        });
        services.AddClientManagement(Configuration(s => s.Remove("AccessToken")).GetSection("ClientManagement"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That(async () => await provider.GetRequiredService<IClientManagement>().ListAsync().CountAsync(), Throws.Nothing);
    }

    [Test]
    public async Task An_instance_whose_provider_got_another_backend_says_so()
    {
        IConfigurationRoot configuration = Configuration();
        await using ServiceProvider provider = Build(configuration);
        var clients = provider.GetRequiredService<IClientManagement>();

        foreach ((string key, string? value) in ProviderCases.AuthleteV2.Settings(_sandbox.BaseAddress))
        {
            configuration["ClientManagement:Providers:main:" + key] = value;
        }

        configuration["ClientManagement:Providers:main:ServiceId"] = null;
        configuration["ClientManagement:Providers:main:AccessToken"] = null;
        configuration.Reload();

        Assert.That(
            () => clients.GetAsync("1"), Throws.InvalidOperationException.With.Message.Contains("resolve IClientManagement again"));
    }

    [Test]
    public async Task A_mistake_that_is_made_while_a_write_is_under_way_does_not_hide_its_result()
    {
        IConfigurationRoot configuration = Configuration();
        var services = new ServiceCollection();
        services.AddClientManagement(configuration.GetSection("ClientManagement"))
            .ConfigureHttpClient("main", http => http.AddHttpMessageHandler(() => new MistakeHandler(() => MakeMistake(configuration))));
        await using ServiceProvider provider = services.BuildServiceProvider();

        OAuthClient created = await provider.GetRequiredService<IClientManagement>().CreateAsync(new ClientMetadata());

        Assert.That(created.ClientSecret, Is.Not.Null);
    }

    [Test]
    public async Task After_a_reload_with_a_mistake_the_last_good_settings_stay_in_force_until_it_is_mended()
    {
        IConfigurationRoot configuration = Configuration();
        await using ServiceProvider provider = Build(configuration);
        var clients = provider.GetRequiredService<IClientManagement>();

        MakeMistake(configuration);
        configuration["ClientManagement:Providers:main:AccessToken"] = "another";
        configuration.Reload();

        Assert.That(await CatchAsync(clients), Is.TypeOf<ClientNotFoundException>());
        Assert.That(await CatchAsync(provider.GetRequiredService<IClientManagement>()), Is.TypeOf<ClientNotFoundException>());

        configuration[MistakenKey] = null;
        configuration.Reload();

        Assert.That(await CatchAsync(clients), Is.TypeOf<AccessDeniedException>());
    }

    [Test]
    public async Task A_mistake_in_one_provider_leaves_the_others_as_they_are_configured()
    {
        IConfigurationRoot configuration = Configuration();
        foreach ((string key, string? value) in ProviderCases.AuthleteV2.Settings(_sandbox.BaseAddress))
        {
            configuration["ClientManagement:Providers:other:" + key] = value;
        }

        configuration["ClientManagement:Provider"] = "main";
        configuration[MistakenKey] = "never";
        await using ServiceProvider provider = Build(configuration);

        Assert.That(
            await CatchAsync(provider.GetRequiredKeyedService<IClientManagement>("other")), Is.TypeOf<ClientNotFoundException>());
        Assert.That(
            () => provider.GetRequiredKeyedService<IClientManagement>("main"),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains(MistakenKey));
    }

    [Test]
    public async Task A_reload_cannot_send_credentials_over_plain_http_to_another_machine()
    {
        IConfigurationRoot configuration = Configuration();
        await using ServiceProvider provider = Build(configuration);
        var clients = provider.GetRequiredService<IClientManagement>();

        configuration["ClientManagement:Providers:main:BaseAddress"] = "http://api.example.test/";
        configuration.Reload();

        Assert.That(await CatchAsync(clients), Is.TypeOf<ClientNotFoundException>());
    }

    [Test]
    public void A_key_that_is_no_name_is_refused()
    {
        using ServiceProvider provider = Build(Configuration());

        Assert.That(() => provider.GetRequiredKeyedService<IClientManagement>(42), Throws.ArgumentException);
    }

    [Test]
    public void A_callback_that_supplies_nothing_is_named()
    {
        var services = new ServiceCollection();
        services.AddClientManagement(options => options.Providers["main"] = new ProviderOptions
        {
            Backend = Backend.AuthleteV2,
            BaseAddress = _sandbox.BaseAddress,
            CredentialCallback = (_, _) => ValueTask.FromResult<ProviderCredential>(null!),
        });
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That(
            () => provider.GetRequiredService<IClientManagement>().GetAsync("1"),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "CredentialCallback returned null; AuthleteV2 takes ServiceApiKey."));
    }

    [Test]
    public void A_cookie_cannot_carry_another_one() => Assert.That(
        () => ProviderCredential.FromAscAuthKey(new Secret("a;x-signature=")), Throws.ArgumentException);

    private static void MakeMistake(IConfigurationRoot configuration)
    {
        configuration[MistakenKey] = "never";
        configuration.Reload();
    }

    private static Task<Exception?> CatchAsync(IClientManagement clients) =>
        Calls.CatchAsync(clients, ClientOperation.Get, "1", CancellationToken.None);

    private static ServiceProvider Build(IConfigurationRoot configuration)
    {
        var services = new ServiceCollection();
        services.AddClientManagement(configuration.GetSection("ClientManagement"));
        return services.BuildServiceProvider();
    }

    private IConfigurationRoot Configuration(Action<Dictionary<string, string?>>? change = null)
    {
        Dictionary<string, string?> settings = ProviderCases.AuthleteV3.Settings(_sandbox.BaseAddress);
        change?.Invoke(settings);
        return new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s =>
            KeyValuePair.Create("ClientManagement:Providers:main:" + s.Key, s.Value))).Build();
    }

    private sealed class MistakeHandler(Action makeMistake) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            makeMistake();
            return response;
        }
    }
}
