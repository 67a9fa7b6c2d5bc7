using System.Diagnostics.Metrics;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Counts the connections that a server has accepted, as its web server measures them; those made from now on.</summary>
internal sealed class CommitThenResetConnections : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _accepted;

    public CommitThenResetConnections(SandboxServer server)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "kestrel.active_connections")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            if (change > 0 && tags.ToArray().Contains(new("server.port", server.BaseAddress.Port)))
            {
                Interlocked.Add(ref _accepted, change);
            }
        });
        _listener.Start();
    }

    public long Accepted => Interlocked.Read(ref _accepted);

    public void Dispose() => _listener.Dispose();
}
