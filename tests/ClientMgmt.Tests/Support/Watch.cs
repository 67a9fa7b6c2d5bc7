using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Tests.Support;

/// <summary>
/// All that operators see of one provider: its spans, measurements and log messages. Its name is its own, so that no other
/// test gets in between.
/// </summary>
public sealed class Watch : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ConcurrentQueue<Measured> _measured = [];
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _meterListener = new();

    public Watch()
    {
        _spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ClientMgmt",
            Sample = (ref ActivityCreationOptions<ActivityContext> creation) =>
            {
                if (creation.Tags?.Contains(new("clientmgmt.provider", Provider)) == true)
                {
                    Sampled.Enqueue([.. creation.Tags]);
                }

                return ActivitySamplingResult.AllDataAndRecorded;
            },
            ActivityStarted = span =>
            {
                if (Equals(span.GetTagItem("clientmgmt.provider"), Provider))
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_spanListener);
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "ClientMgmt")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meterListener.Start();
    }

    public string Provider { get; } = $"watched-{Guid.NewGuid():N}";

    public MemoryLog Log { get; } = new();

    /// <summary>The spans in the order in which they began.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>What a sampler could decide by, in the same order.</summary>
    public ConcurrentQueue<KeyValuePair<string, object?>[]> Sampled { get; } = [];

    public Activity Operation => Spans.Single(s => s.Kind == ActivityKind.Internal);

    public IReadOnlyList<Activity> Attempts => [.. Spans.Where(s => s.Kind == ActivityKind.Client)];

    public IEnumerable<Measured> Of(string instrument) => _measured.Where(m => m.Instrument.Name == instrument);

    public void AddTo(IServiceCollection services) =>
        services.AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));

    public void Dispose()
    {
        _spanListener.Dispose();
        _meterListener.Dispose();
        Log.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> all = tags.ToArray().ToDictionary();
        if (Equals(all.GetValueOrDefault("clientmgmt.provider"), Provider))
        {
            all.Remove("clientmgmt.provider");
            _measured.Enqueue(new Measured(instrument, value, string.Join(' ', all.Select(t => $"{t.Key}={t.Value}"))));
        }
    }
}

/// <summary>One measurement, with its dimensions apart from the provider.</summary>
public sealed record Measured(Instrument Instrument, double Value, string Dimensions);
