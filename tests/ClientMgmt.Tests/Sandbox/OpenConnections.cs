using System.Diagnostics.Metrics;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>Counts the open connections of a server, as its web server measures them; those made from now on.</summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly SemaphoreSlim _changed = new(0);
    private long _count;

    public OpenConnections(SandboxServer server)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "kestrel.active_connections")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, measurement, tags, _) =>
        {
            if (!tags.ToArray().Contains(new("server.port", server.BaseAddress.Port)))
                return;
            Interlocked.Add(ref _count, measurement);
            _changed.Release();
        });
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public async Task NoneAsync()
    {
        while (Count > 0)
            await _changed.WaitAsync();
    }

    // The semaphore has no handle to give back, and the web server may still be counting.
    public void Dispose() => _listener.Dispose();
}
