using ClientMgmt.Sandbox.Authlete;
using ClientMgmt.Sandbox.Control;
using ClientMgmt.Sandbox.DocSpace;
using ClientMgmt.Sandbox.Http;
using ClientMgmt.Sandbox.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClientMgmt.Sandbox;

/// <summary>
/// A local HTTP server that speaks Authlete v2, Authlete v3 and DocSpace on one loopback port, with its state in memory.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestLog _log;

    private SandboxServer(SandboxOptions options)
    {
        OptionsCheck.Throw(options);
        _log = new RequestLog(options.RequestLogSize);
        ServiceState[] services = [.. options.AuthleteServices.Select((o, i) => new ServiceState(o, 5000 + i, options.TimeProvider))];
        PortalState[] portals = [.. options.DocSpacePortals.Select(o => new PortalState(o, options.TimeProvider))];
        Authlete = new AuthleteSandbox(services);
        DocSpace = new DocSpaceSandbox(portals, () => BaseAddress);
        _app = Build(options, new AuthleteDialect(services, options.AuthleteOrganizationTokens), new DocSpaceDialect(portals));
    }

    /// <summary>The address to reach the server at, with a slash at the end.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The Authlete services: their state, to look at and to prepare.</summary>
    public AuthleteSandbox Authlete { get; }

    /// <summary>The DocSpace portals: their state, to look at and to prepare.</summary>
    public DocSpaceSandbox DocSpace { get; }

    /// <summary>The requests received so far, oldest first. A snapshot; those to /sandbox are not in it.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _log.Snapshot();

    /// <summary>Starts a server.</summary>
    /// <param name="options">What to serve; two services of each Authlete generation and one portal by default.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">The options name a service, tenant or portal twice, or a service id is no number.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new SandboxServer(options ?? new SandboxOptions());
        try
        {
            await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        IServerAddressesFeature addresses = server._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        server.BaseAddress = new Uri(addresses.Addresses.First().TrimEnd('/') + "/");
        return server;
    }

    /// <summary>Forgets the requests received so far.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Forgets everything: clients, grants, consents, rate limits and requests.</summary>
    public void Reset()
    {
        Authlete.Clear();
        DocSpace.Clear();
        ClearRequests();
    }

    /// <summary>Stops the server.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private WebApplication Build(SandboxOptions options, AuthleteDialect authlete, DocSpaceDialect docSpace)
    {
        // The empty builder reads no configuration and logs nothing.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, options.Port);
        });
        WebApplication app = builder.Build();
        var control = new ControlEndpoints(this);
        app.Use((context, next) => RecordRequests.InvokeAsync(context, next, _log));
        app.Run(context => Dispatch.InvokeAsync(context, [control.Handle, docSpace.Handle, authlete.Handle]));
        return app;
    }
}
