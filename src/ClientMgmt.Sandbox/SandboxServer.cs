using System.Runtime.CompilerServices;
using System.Text;
using ClientMgmt.Sandbox.Authlete;
using ClientMgmt.Sandbox.Control;
using ClientMgmt.Sandbox.DocSpace;
using ClientMgmt.Sandbox.DynamicRegistration;
using ClientMgmt.Sandbox.Faults;
using ClientMgmt.Sandbox.Http;
using ClientMgmt.Sandbox.Middleware;
using ClientMgmt.Sandbox.Page;
using ClientMgmt.Sandbox.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;

namespace ClientMgmt.Sandbox;

/// <summary>
/// A local HTTP server that speaks Authlete v2, Authlete v3, DocSpace and dynamic client registration (RFC 7591, RFC 7592) on one
/// loopback port, with its state in memory.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private const int LongestHead = 128 * 1024;
    private static readonly TimeSpan s_idle = TimeSpan.FromMinutes(1);
    private readonly SandboxOptions _options;
    private readonly WebApplication _app;
    private readonly LiveFeed _feed = new();
    private readonly RequestLog _log;
    private readonly ShiftedClock _clock;
    private readonly CancellationTokenSource _stopping = new();

    private SandboxServer(SandboxOptions options)
    {
        OptionsCheck.Throw(options);
        _options = options;
        _log = new RequestLog(options.RequestLogSize, _feed);
        _clock = new ShiftedClock(options.TimeProvider);
        ServiceState[] services = [.. options.AuthleteServices.Select((o, i) => new ServiceState(o, 5000 + i, _clock))];
        PortalState[] portals = PortalState.Of(options.DocSpacePortals, _clock);
        Authlete = new AuthleteSandbox(services);
        DocSpace = new DocSpaceSandbox(portals, () => BaseAddress);
        var registration = new ServerState(options.DynamicRegistration, _clock);
        DynamicRegistration = new DynamicRegistrationSandbox(registration, () => BaseAddress);
        Faults = new SandboxFaults(options.FaultSeed, () => _feed.Publish(LiveEvent.Changed));
        var control = new ControlEndpoints(this, _clock, _feed);
        var authlete = new AuthleteDialect(services, options.AuthleteOrganizationTokens);
        var registrations = new RegistrationDialect(registration, () => BaseAddress);
        var dispatch = new Dispatch(_clock, PageFiles.Handle, control.Handle, new DocSpaceDialect(portals).Handle, authlete.Handle, registrations.Handle);
        var faults = new InjectFaults(Faults, new FaultReply(new OwnErrors(portals), _clock), dispatch, _clock, _stopping.Token);
        _app = Build(options.Port, faults, dispatch);
    }

    /// <summary>The address to reach the server at, with a slash at the end.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1/");

    /// <summary>
    /// The configuration of ClientMgmt for the first service of each Authlete generation, the first portal and the registration server,
    /// as the providers AuthleteV3 (the default one), AuthleteV2, DocSpace and DynamicRegistration: keys below the section
    /// ClientManagement, made-up credentials included. The store of registrations is that in memory. What has no credential is left out.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings => ClientSettings.Of(_options, BaseAddress, DocSpace.BaseAddress);

    /// <summary>The Authlete services: their state, to look at and to prepare.</summary>
    public AuthleteSandbox Authlete { get; }

    /// <summary>The DocSpace portals: their state, to look at and to prepare.</summary>
    public DocSpaceSandbox DocSpace { get; }

    /// <summary>The server of dynamic client registration: its state, to look at, to prepare and to switch.</summary>
    public DynamicRegistrationSandbox DynamicRegistration { get; }

    /// <summary>The requests received so far, oldest first. A snapshot; those to /sandbox are not in it.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _log.Snapshot();

    /// <summary>The faults that wait for requests. None at first.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>
    /// How far the server's clock is ahead of <see cref="SandboxOptions.TimeProvider"/>; negative when it is behind. It
    /// shifts all that the server says about time and judges by it: timestamps, the Date header, signatures and their
    /// verification. What lasts a while (delays, budgets, caches) lasts as long as ever. Zero by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is beyond 3,650 days either way.</exception>
    public TimeSpan ClockOffset
    {
        get => _clock.Offset;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Duration(), TimeSpan.FromDays(3650), nameof(value));
            _clock.Offset = value;
            _feed.Publish(LiveEvent.Changed);
        }
    }

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

    /// <summary>The requests that are answered from the first reading on, as they come, without end; those to /sandbox are not among them.</summary>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    public async IAsyncEnumerable<SandboxRequest> FollowRequestsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (LiveEvent happened in _feed.FollowAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (happened.Request is { } request)
                yield return request;
        }
    }

    /// <summary>Forgets the requests received so far.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>
    /// Forgets everything: clients, grants, consents, rate limits, requests, faults, switches that were changed and the offset of
    /// the clock.
    /// </summary>
    public void Reset()
    {
        Authlete.Clear();
        DocSpace.Clear();
        DynamicRegistration.Clear();
        Faults.Clear();
        ClockOffset = TimeSpan.Zero;
        ClearRequests();
    }

    /// <summary>Stops the server, and with it all that a fault keeps waiting.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private WebApplication Build(int port, InjectFaults faults, Dispatch dispatch)
    {
        // The empty builder reads no configuration and logs nothing.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Wide enough for each dialect to refuse what its server refuses; control characters are seen byte by byte.
            kestrel.Limits.MaxRequestHeadersTotalSize = LongestHead;
            kestrel.Limits.MaxRequestLineSize = LongestHead;
            kestrel.Limits.KeepAliveTimeout = s_idle;
            kestrel.RequestHeaderEncodingSelector = name => name == HeaderNames.UserAgent ? Encoding.Latin1 : null;
            kestrel.Listen(System.Net.IPAddress.Loopback, port);
        });
        WebApplication app = builder.Build();
        var sameOrigin = new SameOrigin([.. _options.AllowedHosts, .. _options.DocSpacePortals.Select(portal => portal.Host).OfType<string>()]);
        app.Use(sameOrigin.InvokeAsync);
        app.Use(new LiveEvents(_feed, _stopping.Token).InvokeAsync);
        app.Use((context, next) => RecordRequests.InvokeAsync(context, next, _log, _options.TimeProvider));
        app.Use((context, next) => faults.InvokeAsync(context, next));
        app.Run(dispatch.InvokeAsync);
        return app;
    }
}
