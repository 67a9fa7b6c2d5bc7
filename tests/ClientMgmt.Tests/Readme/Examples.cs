using System.Diagnostics;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Telemetry;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ClientMgmt.Tests.Readme;

/// <summary>The examples of the first page, of the library's and of HOWTO, as they stand there, run against the sandbox.</summary>
[NonParallelizable]
public sealed class Examples
{
    [Test]
    public async Task The_examples_of_use_run()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        string[] args = Arguments(ProviderCases.AuthleteV3, sandbox);
        var vault = new Vault();
        ILogger logger = NullLogger.Instance;

        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddClientManagement(builder.Configuration.GetSection("ClientManagement"));
        using IHost host = builder.Build();

        IClientManagement clients = host.Services.GetRequiredService<IClientManagement>();
        OAuthClient client = await clients.CreateAsync(new ClientMetadata
        {
            ClientName = "Orders",
            RedirectUris = ["https://orders.example.com/cb"],
        });
        client = await clients.UpdateAsync(client.ClientId, c => c with { ClientName = "Orders (production)" });

        Secret secret = await clients.RotateSecretAsync(client.ClientId);
        await vault.StoreAsync(client.ClientId, secret.Reveal());

        if (clients.Capabilities.CanUpdate("redirect_uris"))
        {
            await clients.UpdateAsync(client.ClientId, c => c with { RedirectUris = ["https://orders.example.com/signin"] });
        }

        await clients.UpdateAsync(client.ClientId, c => c.WithExtension("pkceRequired", true));

        OAuthClient stored = await clients.GetAsync(client.ClientId);

        try
        {
            await clients.DeleteAsync(client.ClientId);
        }
        catch (ClientNotFoundException e)
        {
            logger.LogInformation("Already gone from {Provider}", e.Error.Provider);
        }

        Assert.That(
            (stored.Metadata.ClientName, stored.Metadata.RedirectUris, stored.Metadata.Extensions["pkceRequired"].GetBoolean()),
            Is.EqualTo(("Orders (production)", new[] { "https://orders.example.com/signin" }, true)));
    }

    [Test]
    public async Task The_example_of_the_first_page_runs()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        IClientManagement clients = host.Clients;

        OAuthClient client = await clients.CreateAsync(new ClientMetadata
        {
            ClientName = "Orders",
            RedirectUris = ["https://orders.example.com/cb"],
        });
        client = await clients.UpdateAsync(client.ClientId, c => c with { ClientName = "Orders (production)" });
        if (clients.Capabilities.Supports(ClientOperation.RotateSecret))
        {
            Secret secret = await clients.RotateSecretAsync(client.ClientId);
        }

        await foreach (OAuthClient each in clients.ListAsync())
        {
            Console.WriteLine($"{each.ClientId} {each.Metadata.ClientName}");
        }

        Assert.That((client.Metadata.ClientName, host.Writes.Count()), Is.EqualTo(("Orders (production)", 3)));
    }

    [Test]
    public async Task The_example_of_code_first_configuration_runs()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Vault>();

        services.AddTransient<AuditHandler>();
        services.AddClientManagement()
            .AddProvider("main", options =>
            {
                options.Backend = Backend.AuthleteV3;
                options.BaseAddress = new Uri("https://us.authlete.com/");
                options.ServiceId = "1234567890";
                options.CredentialCallback = async (application, token) =>
                    ProviderCredential.FromAccessToken(await application.GetRequiredService<Vault>().ReadAsync("authlete", token));
            })
            .ConfigureHttpClient("main", http => http.AddHttpMessageHandler<AuditHandler>());

        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.That(
            () => provider.GetRequiredService<IClientManagement>().GetAsync("1"), Throws.TypeOf<ClientNotFoundException>());
    }

    [Test]
    public async Task The_example_of_a_health_check_runs()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(Arguments(ProviderCases.AuthleteV3, sandbox));
        builder.Services.AddClientManagement(builder.Configuration.GetSection("ClientManagement"));

        builder.Services.AddHealthChecks().AddClientManagement("main");

        using IHost host = builder.Build();
        HealthReport report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.That(
            report.Entries.Select(e => (e.Key, e.Value.Status)), Is.EqualTo(new[] { ("main", HealthStatus.Healthy) }));
    }

    [Test]
    public async Task The_example_of_telemetry_runs()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        var traced = new Exported<Activity>();
        var numbers = new Exported<Metric>();
        var spans = new SimpleActivityExportProcessor(traced);
        var measurements = new BaseExportingMetricReader(numbers);

        using OpenTelemetrySdk telemetry = OpenTelemetrySdk.Create(sdk => sdk
            .WithTracing(traces => traces.AddSource("ClientMgmt").AddProcessor(spans))
            .WithMetrics(metrics => metrics.AddMeter("ClientMgmt").AddReader(measurements)));

        await host.Clients.ListAsync().CountAsync();
        measurements.Collect();

        Assert.That(
            (traced.Items.Select(a => a.DisplayName), numbers.Items.Select(m => m.Name)),
            Is.EqualTo((new[] { "GET /api/{serviceId}/client/get/list", "ClientMgmt List" }, new[] { "clientmgmt.operation.duration" })));
    }

    private static string[] Arguments(ProviderCase provider, SandboxServer sandbox) =>
    [
        .. provider.Settings(sandbox.BaseAddress)
            .Where(s => s.Value is not null).Select(s => $"--ClientManagement:Providers:main:{s.Key}={s.Value}"),
    ];

    private sealed class Vault
    {
        public Task StoreAsync(string name, string value) => Task.FromResult((name, value));

        public Task<Secret> ReadAsync(string name, CancellationToken cancellationToken) =>
            Task.FromResult(new Secret($"token of {name}".Replace(' ', '-')));
    }

    // It answers by itself, so that no request leaves the machine.
    private sealed class AuditHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(WireAnswer.Of(404, UnknownClientTests.NoSuchClient).ToResponse());
    }
}
