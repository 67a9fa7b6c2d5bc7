using OpenTelemetry;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>An exporter of OpenTelemetry that keeps what it is given.</summary>
internal sealed class Exported<T> : BaseExporter<T>
    where T : class
{
    private readonly Lock _lock = new();

    private readonly List<T> _items = [];

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_lock)
            {
                return [.. _items];
            }
        }
    }

    public override ExportResult Export(in Batch<T> batch)
    {
        lock (_lock)
        {
            foreach (T item in batch)
            {
                _items.Add(item);
            }
        }

        return ExportResult.Success;
    }
}
