using System.Diagnostics.Metrics;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Counts the connections to one port that this process has open, as its HTTP client measures them.</summary>
internal sealed class SoakConnections : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private long _open;

    public SoakConnections(int port)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "http.client.open_connections" or "http.client.connection.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, change, tags, _) => Record(tags, port, () => _open += change));
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Record(tags, port, () => Closed++));
        _listener.Start();
    }

    /// <summary>The most that were open at once.</summary>
    public long Peak { get; private set; }

    public long Closed { get; private set; }

    public long Total => _open + Closed;

    public void Dispose() => _listener.Dispose();

    private void Record(ReadOnlySpan<KeyValuePair<string, object?>> tags, int port, Action count)
    {
        foreach ((string name, object? value) in tags)
        {
            if (name == "server.port" && port.Equals(value))
            {
                lock (_gate)
                {
                    count();
                    Peak = Math.Max(Peak, _open);
                }
            }
        }
    }
}
