using ClientMgmt.Tests.Incidents;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Registration;

/// <summary>Event 12: settings that a reload brought are not used. What was in force stays so, as a whole.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SettingsRefusedTests : IDisposable
{
    private const string Old = "the-old-token", New = "the-new-token";

    private readonly AnswerHandler _server = new(WireAnswer.Ok(AuthleteOperations.Client));
    private string _token = Old;
    private int _retries;
    private string? _default = "main";
    private string _name = "main";
    private bool _isThere = true;
    private Uri? _address;
    private long _maxResponseBytes = 1_000_000;

    public void Dispose() => _server.Dispose();

    [Test]
    public async Task A_reload_with_a_mistake_is_an_error_that_names_the_provider_and_the_key_and_no_value()
    {
        await using Application application = Start();

        Reload(application, retries: -1, New);

        LogEntry error = Refusals(application).Single();
        Assert.That((error.Id.Name, error.Level), Is.EqualTo(("SettingsRefused", LogLevel.Error)));
        Assert.That(error.Message, Does.StartWith("main: ").And.Contain("main:Resilience:MaxRetryAttempts").And.Not.Contain(New));
    }

    [Test]
    public async Task Nothing_of_settings_with_a_mistake_is_used_until_it_is_mended()
    {
        await using Application application = Start();
        IClientManagement before = application.Clients;

        Reload(application, retries: -1, New);
        await before.GetAsync("17");
        await application.Clients.GetAsync("17");
        Reload(application, retries: 0, New);
        await before.GetAsync("17");

        Assert.That(
            _server.Requests.Select(r => r.Header("Authorization")), Is.EqualTo(new[] { Old, Old, New }.Select(token => $"Bearer {token}")));
        Assert.That(Refusals(application).Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Each_reload_with_a_mistake_is_told()
    {
        await using Application application = Start();

        Reload(application, retries: -1, Old);
        Reload(application, retries: -2, Old);

        Assert.That(Refusals(application).Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_mistake_beside_the_providers_is_told_too_and_the_default_stays()
    {
        await using Application application = Start();

        _default = "nobody";
        application.Reload.Now();

        Assert.That(application.Services.GetRequiredService<IClientManagement>().Provider, Is.EqualTo("main"));
        Assert.That(Refusals(application).Single().Message, Does.StartWith("ClientManagement: ").And.Contain("Provider names no entry"));
    }

    [Test]
    public async Task A_mistake_beside_the_providers_is_told_of_the_section_where_it_is()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(ProviderCases.AuthleteV3
            .Settings(new Uri(WireHost.Address)).Select(s => KeyValuePair.Create("Identity:Providers:main:" + s.Key, s.Value))).Build();
        await using var application = new Application(builder => builder.Services.AddClientManagement(configuration.GetSection("Identity")));
        _ = application.Clients;

        configuration["Identity:Provider"] = "nobody";
        configuration.Reload();

        Assert.That(Refusals(application).Single().Message, Does.StartWith("Identity: ").And.Contain(" Identity:Provider names no entry"));
    }

    [Test]
    public async Task Several_mistakes_are_told_one_after_the_other()
    {
        await using Application application = Start();

        _address = new Uri("ftp://a.example.test/");
        Reload(application, retries: -1, Old);

        Assert.That(Refusals(application).Single().Message, Does.Match(@"\. Providers:main:BaseAddress must begin with https://\.$"));
    }

    [Test]
    public async Task Several_mistakes_beside_the_providers_are_told_one_after_the_other()
    {
        await using Application application = Start();

        (_default, _maxResponseBytes) = ("nobody", 0);
        application.Reload.Now();

        Assert.That(Refusals(application).Single().Message, Does.Contain("use one of main. MaxResponseBytes must be between"));
    }

    [Test]
    public async Task Of_a_reload_without_any_provider_nothing_is_used()
    {
        await using Application application = Start();

        _isThere = false;
        application.Reload.Now();

        Assert.That(application.Services.GetRequiredService<IClientManagement>().Provider, Is.EqualTo("main"));
        Assert.That(async () => await application.Clients.GetAsync("17"), Throws.Nothing);
        Assert.That(Refusals(application).Single().Message, Does.Contain("Providers names no provider"));
    }

    [Test]
    public async Task Whoever_has_no_default_hears_why_there_is_none_now()
    {
        _default = "nobody";
        await using Application application = Start();

        _isThere = false;
        application.Reload.Now();

        Assert.That(
            () => application.Services.GetRequiredService<IClientManagement>(),
            Throws.TypeOf<OptionsValidationException>().With.Message.EqualTo("Providers names no provider; at least one is needed."));
    }

    [Test]
    public async Task A_default_that_is_gone_is_none_any_more()
    {
        await using Application application = Start();

        (_name, _default) = ("other", "main");
        application.Reload.Now();

        Assert.That(
            () => application.Services.GetRequiredService<IClientManagement>(),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("Provider names no entry of Providers; use one of other."));
    }

    [Test]
    public async Task A_bound_of_answers_that_is_mistaken_leaves_the_one_before()
    {
        await using Application application = Start();

        _maxResponseBytes = 0;
        application.Reload.Now();

        Assert.That(async () => await application.Clients.GetAsync("17"), Throws.Nothing);
    }

    [Test]
    public async Task A_bound_of_answers_without_a_mistake_is_used()
    {
        await using Application application = Start();

        _maxResponseBytes = 1;
        application.Reload.Now();

        Assert.That(
            async () => await application.Clients.GetAsync("17"),
            Throws.InstanceOf<ClientManagementException>().With.Message.Contains("MaxResponseBytes"));
    }

    [Test]
    public async Task A_mistake_at_the_start_is_thrown_and_not_logged()
    {
        _retries = -1;
        await using Application application = Start();

        Assert.That(() => application.Clients, Throws.TypeOf<OptionsValidationException>());
        Assert.That(Refusals(application), Is.Empty);
    }

    [Test]
    public async Task A_mistake_beside_the_providers_at_the_start_is_thrown_and_not_logged()
    {
        _default = "nobody";
        await using Application application = Start();

        Assert.That(() => application.Services.GetRequiredService<IClientManagement>(), Throws.TypeOf<OptionsValidationException>());
        Assert.That(Refusals(application), Is.Empty);
    }

    [Test]
    public async Task A_reload_without_a_mistake_is_not_told()
    {
        await using Application application = Start();

        Reload(application, retries: 1, New);

        Assert.That(Refusals(application), Is.Empty);
    }

    private static IEnumerable<LogEntry> Refusals(Application application) => application.Log.Entries.Where(e => e.Id.Id == 12);

    private void Reload(Application application, int retries, string token)
    {
        (_retries, _token) = (retries, token);
        application.Reload.Now();
    }

    // Whoever asks for nothing has no providers that could be reloaded.
    private Application Start()
    {
        var application = new Application(builder =>
        {
            builder.Services.Configure<ClientManagementOptions>(options =>
            {
                options.Provider = _default;
                options.MaxResponseBytes = _maxResponseBytes;
                if (_isThere)
                {
                    options.Providers[_name] = new ProviderOptions();
                    Application.Fill(options.Providers[_name], Backend.AuthleteV3, _address);
                    options.Providers[_name].AccessToken = new Secret(_token);
                    options.Providers[_name].Resilience.MaxRetryAttempts = _retries;
                }
            });
            builder.ConfigureHttpClient("main", http => http.ConfigurePrimaryHttpMessageHandler(() => _server));
        });
        if (_retries >= 0)
        {
            _ = application.Clients;
        }

        return application;
    }
}
