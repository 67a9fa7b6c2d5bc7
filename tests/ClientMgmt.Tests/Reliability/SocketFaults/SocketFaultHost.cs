using System.Diagnostics;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Sandbox;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Reliability;

/// <summary>
/// Runs operations, each by a library of its own, against a server that misbehaves. The clock is not the real one:
/// where a request hangs, its time is up at once.
/// </summary>
internal sealed class SocketFaultHost : IAsyncDisposable
{
    private static readonly TimeSpan s_attemptTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _keys;
    private readonly ManualTime _clock;
    private readonly TestHost _host;

    private SocketFaultHost(TemporaryFolder keys, ManualTime clock, TestHost host) => (_keys, _clock, _host) = (keys, clock, host);

    public Capabilities Capabilities => _host.Clients.Capabilities;

    public static async Task<SocketFaultHost> StartAsync(ProviderCase provider)
    {
        (var keys, var clock) = (new TemporaryFolder(), new ManualTime());
        return new SocketFaultHost(keys, clock, await TestHost.StartAsync(provider with { KeyFolder = keys.Path }, time: clock));
    }

    /// <param name="operation">The operation.</param>
    /// <param name="renews">Whether its credential is one that the server does not take any more.</param>
    /// <param name="fault">What happens to its requests.</param>
    /// <param name="retries">How often the library may send a request again.</param>
    public async Task<SocketFaultResult> RunAsync(
        ClientOperation operation, bool renews = false, SandboxFault? fault = null, int retries = 0)
    {
        await _host.ResetAsync();
        string id = await _host.PrepareAsync(operation);
        await SocketFaultPages.AddAsync(_host, operation);
        string before = await _host.StateAsync(id);
        await using ServiceProvider library = TestHost.Library(_host.Case, _host.Sandbox, s => Configure(s, retries), _clock);
        IClientManagement clients = library.GetRequiredService<IClientManagement>();
        if (renews)
        {
            await clients.GetAsync(id);
            _host.Sandbox.DocSpace.InvalidateSignatures(SandboxDefaults.Portal);
        }

        _host.Sandbox.ClearRequests();
        using var arrived = new SemaphoreSlim(0);
        fault = (fault ?? new SandboxFault()) with { When = _ => arrived.Release() >= 0 };
        _host.Sandbox.Faults.Add(fault);
        long started = Stopwatch.GetTimestamp();
        Exception? error = await EndAsync(Calls.CatchAsync(clients, operation, id), fault, arrived);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        IReadOnlyList<SandboxRequest> requests = _host.Sandbox.Requests;
        _host.Sandbox.Faults.Clear();
        return new SocketFaultResult(error, requests, await _host.StateAsync(id) != before, elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _keys.Dispose();
    }

    private static void Configure(Dictionary<string, string?> settings, int retries)
    {
        settings["Resilience:MaxRetryAttempts"] = $"{retries}";
        settings["Resilience:RetryDelay"] = "00:00:00";
        settings["Resilience:AttemptTimeout"] = $"{s_attemptTimeout}";
        settings["Resilience:MinimumThroughput"] = "0";
    }

    private async Task<Exception?> EndAsync(Task<Exception?> call, SandboxFault fault, SemaphoreSlim arrived)
    {
        try
        {
            await LetTimeRunOutAsync(call, fault, arrived).WaitAsync(s_hang);
            return await call.WaitAsync(s_hang);
        }
        catch (TimeoutException e)
        {
            return e;
        }
    }

    /// <summary>Lets the time of each request run out that hangs, and no other's.</summary>
    private async Task LetTimeRunOutAsync(Task call, SandboxFault fault, SemaphoreSlim arrived)
    {
        int hung = 0;
        for (int met = 1; fault.Then == SandboxEnding.Hang && (fault.Times is null || hung == 0); met++)
        {
            if (await Task.WhenAny(call, arrived.WaitAsync()) == call)
            {
                return;
            }

            if (met > fault.After)
            {
                await HungAsync(++hung);
                _clock.Advance(s_attemptTimeout);
            }
        }
    }

    // A request that has arrived is recorded in the next moment, when it was processed.
    private async Task HungAsync(int count)
    {
        while (_host.Sandbox.Requests.Count(r => r.Fault is not null) < count)
        {
            await Task.Yield();
        }
    }
}
