using System.Diagnostics;
using ClientMgmt.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>
/// A web application in which OpenTelemetry listens. ASP.NET Core makes an activity for every request, and spans of the library are
/// its children. If nothing listens to ASP.NET Core, that activity is not recorded, and OpenTelemetry's default sampler then
/// drops the children too.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[NonParallelizable]
public sealed class WebTelemetryTests : IDisposable
{
    private const string Request = "GET /clients", Operation = "ClientMgmt List", Page = "GET /api/{serviceId}/client/get/list";

    private readonly Exported<Activity> _spans = new();

    private readonly Exported<Metric> _metrics = new();

    // The sandbox is an application of ASP.NET Core in this process too; its spans follow from requests of the library.
    private IEnumerable<Activity> Spans => _spans.Items.Where(s => !s.HasRemoteParent);

    private IEnumerable<string> Metrics => _metrics.Items.Select(m => m.Name).Distinct();

    [Test]
    public async Task The_documented_calls_export_the_operation_below_the_web_request_and_its_duration()
    {
        await AskAsync(builder =>
        {
            builder.Services.AddOpenTelemetry()
                .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource("ClientMgmt"))
                .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("ClientMgmt"));
        });

        Assert.That(
            Spans.Select(s => (s.DisplayName, Parent(s))),
            Is.EquivalentTo(new[] { (Request, null), (Operation, Request), (Page, (string?)Operation) }));
        Assert.That(Metrics, Does.Contain("clientmgmt.operation.duration").And.Contain("http.server.request.duration"));
    }

    [Test]
    public async Task The_source_of_ASP_NET_Core_does_without_the_package()
    {
        await AskAsync(builder =>
        {
            builder.Services.AddOpenTelemetry()
                .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "ClientMgmt"))
                .WithMetrics(metrics => metrics.AddMeter("ClientMgmt"));
        });

        Assert.That(Spans.Select(s => s.Source.Name), Is.EquivalentTo(new[] { "Microsoft.AspNetCore", "ClientMgmt", "ClientMgmt" }));
    }

    [Test]
    public async Task A_sampler_that_does_not_ask_the_parent_exports_the_library_alone()
    {
        await AskAsync(builder =>
        {
            builder.Services.AddOpenTelemetry()
                .WithTracing(traces => traces.AddSource("ClientMgmt").SetSampler<AlwaysOnSampler>());
        });

        Assert.That(Spans.Select(s => s.DisplayName), Is.EquivalentTo(new[] { Operation, Page }));
    }

    [Test]
    public async Task The_source_of_the_library_alone_exports_metrics_and_no_span()
    {
        await AskAsync(builder =>
        {
            builder.Services.AddOpenTelemetry()
                .WithTracing(traces => traces.AddSource("ClientMgmt"))
                .WithMetrics(metrics => metrics.AddMeter("ClientMgmt"));
        });

        Assert.That((Spans.Count(), Metrics), Is.EqualTo((0, new[] { "clientmgmt.operation.duration" })));
    }

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    private string? Parent(Activity span) => Spans.SingleOrDefault(s => s.SpanId == span.ParentSpanId)?.DisplayName;

    /// <summary>A request to an application that lists clients, until everything is exported.</summary>
    private async Task AskAsync(Action<WebApplicationBuilder> watch)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Configuration.AddInMemoryCollection(sandbox.Settings);
        builder.Services.AddClientManagement(builder.Configuration.GetSection("ClientManagement"));
        watch(builder);
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(new SimpleActivityExportProcessor(_spans)));
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddReader(new BaseExportingMetricReader(_metrics)));
        await using WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/clients", (IClientManagement clients) => clients.ListAsync().Select(c => c.ClientId));
        await app.StartAsync();

        using var http = new HttpClient();
        Assert.That(await http.GetStringAsync($"{app.Urls.Single()}/clients"), Is.EqualTo("[]"));

        // The span of the request ends after its answer.
        await app.StopAsync();
    }
}
