using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A mistake in one provider stops that one, and a reload never makes anything worse.</summary>
public sealed class ProviderMistakeTests
{
    private const int SettingsRefused = 12;

    private int _retries = 3;
    private bool _hasOther = true;
    private bool _isEmpty;

    [SetUp]
    public void Reset() => (_retries, _hasOther, _isEmpty) = (3, true, false);

    [Test]
    public async Task A_mistake_in_another_provider_does_not_stop_this_one()
    {
        _retries = -1;
        await using Application application = Start();

        Assert.That((await application.Clients.GetAsync("17")).ClientId, Is.EqualTo("17"));
        Assert.That(
            () => application.Named("other"),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MaxRetryAttempts"));
    }

    [Test]
    public async Task A_provider_that_a_reload_adds_does_not_stop_the_first()
    {
        _hasOther = false;
        await using Application application = Start();
        IClientManagement before = application.Clients;
        _hasOther = true;
        application.Reload.Now();

        Assert.That(
            new[] { await before.GetAsync("17"), await application.Clients.GetAsync("17"), await application.Named("other").GetAsync("17") }
                .Select(c => c.ClientId),
            Is.All.EqualTo("17"));
    }

    [Test]
    public async Task A_mistake_in_a_reload_is_logged_once_and_the_last_good_settings_stay()
    {
        await using Application application = Start();
        IClientManagement other = application.Named("other");
        await other.GetAsync("17");
        _retries = -1;
        application.Reload.Now();

        await other.GetAsync("17");
        await application.Named("other").GetAsync("17");

        LogEntry[] errors = [.. application.Log.Entries.Where(e => e.Id.Id == SettingsRefused)];
        Assert.That(errors, Has.Length.EqualTo(1));
        Assert.That(errors[0].Message, Does.Contain("other").And.Contain("MaxRetryAttempts"));
    }

    [Test]
    public async Task A_reload_that_leaves_no_provider_is_a_mistake_and_all_stay()
    {
        await using Application application = Start();
        IClientManagement other = application.Named("other");
        _isEmpty = true;
        application.Reload.Now();

        Assert.That(
            new[] { await other.GetAsync("17"), await application.Clients.GetAsync("17") }.Select(c => c.ClientId), Is.All.EqualTo("17"));
        Assert.That(application.Log.Entries.Count(e => e.Id.Id == SettingsRefused), Is.EqualTo(1));
    }

    [Test]
    public async Task A_removed_provider_is_forgotten()
    {
        await using Application application = Start();
        IClientManagement other = application.Named("other");
        _hasOther = false;
        application.Reload.Now();

        Assert.That(() => other.GetAsync("17"), Throws.InvalidOperationException.With.Message.Contains("'other'"));
        Assert.That(() => application.Named("other"), Throws.ArgumentException.With.Message.Contains("'other'"));
        Assert.That((await application.Clients.GetAsync("17")).ClientId, Is.EqualTo("17"));
    }

    [Test]
    public async Task A_name_has_the_spelling_of_the_configuration_whoever_asks_first()
    {
        await using Application application = Start("Main");

        Assert.That((application.Named("MAIN").Provider, application.Named("main").Provider), Is.EqualTo(("Main", "Main")));
    }

    [Test]
    public void At_the_start_all_mistakes_of_all_providers_are_told_together()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddClientManagement()
            .AddProvider("first", p =>
            {
                Application.Fill(p, Backend.AuthleteV3);
                (p.Resilience.MaxRetryAttempts, p.ServiceId) = (-1, null);
            })
            .AddProvider("second", p => p.Backend = Backend.DocSpace)
            .AddProvider("third", p => Application.Fill(p, Backend.AuthleteV2));
        builder.Services.Configure<ClientManagementOptions>(o => o.Provider = "third");
        using IHost host = builder.Build();

        Assert.That(
            () => host.StartAsync(),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("first:Resilience:MaxRetryAttempts")
                .And.Message.Contains("first:ServiceId").And.Message.Contains("second:BaseAddress").And.Not.Message.Contains("third"));
    }

    private Application Start(string name = "main")
    {
        var server = new AnswerHandler(WireAnswer.Ok(AuthleteOperations.Client));
        return new Application(builder =>
        {
            builder.AddProvider(name, p => Application.Fill(p, Backend.AuthleteV3));
            builder.Services.Configure<ClientManagementOptions>(options =>
            {
                if (_isEmpty)
                {
                    options.Providers.Clear();
                }
                else if (_hasOther)
                {
                    options.Providers["other"] = new ProviderOptions();
                    Application.Fill(options.Providers["other"], Backend.AuthleteV3);
                    options.Providers["other"].Resilience.MaxRetryAttempts = _retries;
                    options.Provider = name;
                }
            });
            builder.ConfigureHttpClient(name, http => http.ConfigurePrimaryHttpMessageHandler(() => server));
            builder.ConfigureHttpClient("other", http => http.ConfigurePrimaryHttpMessageHandler(() => server));
        });
    }
}
