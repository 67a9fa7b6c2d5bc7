using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Callers that work at once, in rounds, after each of which everything is compared.</summary>
internal sealed class SoakRun
{
    private static readonly ClientOperation[] s_mix =
    [
        ClientOperation.GetGrantedScopes, ClientOperation.ListAuthorizedClients, ClientOperation.Disable, ClientOperation.RotateSecret,
        ClientOperation.SetSecret, ClientOperation.RevokeAuthorization,
    ];

    private readonly TestHost _host;
    private readonly SoakStore _store;
    private readonly SoakWorker[] _workers;

    public SoakRun(TestHost host, int callers)
    {
        _host = host;
        _store = new SoakStore(host);
        Faults = new SoakFaults(host.Case.Backend);
        _workers = [.. Enumerable.Range(0, callers).Select(i => new SoakWorker(i, host.Clients, _store, Report))];
    }

    public SoakReport Report { get; } = new();

    public SoakFaults Faults { get; }

    /// <summary>What the sandbox received.</summary>
    public int Sends { get; private set; }

    /// <summary>How many of them were there to get a signature, or to find the endpoint.</summary>
    public int Exchanges { get; private set; }

    public int Clients => _store.Ids.Count;

    /// <summary>Which of the operations of the mix the provider does not have.</summary>
    public string Lacks => string.Join(", ", s_mix.Where(o => !_host.Clients.Capabilities.Supports(o))) is { Length: > 0 } lacks ? $"; without {lacks}" : "";

    public async Task RoundAsync(int operations)
    {
        await Task.WhenAll(_workers.Select((worker, i) => Task.Run(
            () => worker.RunAsync((operations / _workers.Length) + (i < operations % _workers.Length ? 1 : 0)))));
        IReadOnlyList<SandboxRequest> requests = _host.Sandbox.Requests;
        _host.Sandbox.ClearRequests();
        Faults.Count(requests);
        Sends += requests.Count;
        Exchanges += requests.Count(r => r.Target.EndsWith("/security/oauth2/token", StringComparison.Ordinal)
            || r.Target.Contains("/.well-known/", StringComparison.Ordinal));
        Compare();
    }

    private void Compare()
    {
        foreach (SoakWorker worker in _workers)
        {
            worker.Compare();
        }

        string[] stored = [.. _store.Ids.Order()], modelled = [.. _workers.SelectMany(w => w.Model).Select(c => c.Id).Order()];
        if (!stored.SequenceEqual(modelled))
        {
            Report.Mistakes.Enqueue($"Stored: {string.Join(' ', stored)}. In the model: {string.Join(' ', modelled)}.");
        }
    }
}
