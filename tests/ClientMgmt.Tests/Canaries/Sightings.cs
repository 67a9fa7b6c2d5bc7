using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace ClientMgmt.Tests.Canaries;

/// <summary>Everything that anybody can see of the library, by where it is seen; also what .NET itself tells of its work.</summary>
internal sealed class Sightings : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _texts = [];
    private readonly ConcurrentDictionary<(string Sink, string Place), string> _found = [];
    private readonly ConcurrentQueue<(string Sink, string Text)> _kept = [];
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters = new();

    public Sightings()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Look("trace", TextOf(span)),
        };
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Look("metric", TextOf(instrument, tags)));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Look("metric", TextOf(instrument, tags)));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Look("metric", TextOf(instrument, tags)));
        _meters.Start();
    }

    /// <summary>Where something was looked at, and how many texts.</summary>
    public IReadOnlyDictionary<string, int> Sinks => _texts;

    /// <summary>What was found where, with a text that shows it.</summary>
    public IReadOnlyDictionary<(string Sink, string Place), string> Found => _found;

    /// <summary>Whether to keep the texts, to look for what is known only later.</summary>
    public bool Keeps { get; set; }

    public void Look(string sink, string text)
    {
        if (Keeps)
        {
            _kept.Enqueue((sink, text));
        }

        _texts.AddOrUpdate(sink, 1, (_, count) => count + 1);
        foreach (string place in Canary.In(text))
        {
            _found.TryAdd((sink, place), text);
        }
    }

    /// <summary>Looks for a secret in what was kept.</summary>
    public void LookBack(string place, string secret)
    {
        foreach ((string sink, string text) in _kept.Where(k => k.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)))
        {
            _found.TryAdd((sink, place), text);
        }
    }

    /// <summary>Looks at a value in all ways in which a program shows one.</summary>
    public void LookAt(string what, object value)
    {
        Look($"{what} as text", value.ToString()!);
        Look($"{what} in the debugger", Debugger.Show(value));
        Look($"{what} in System.Text.Json", Try(() => JsonSerializer.Serialize(value, value.GetType())));
        Look($"{what} in Newtonsoft.Json", Try(() => JsonConvert.SerializeObject(value)));
    }

    public void LookAt(Exception error)
    {
        Look("exception", Leaks.TextOf(error));
        if (error is ClientManagementException { Error: { } known })
        {
            LookAt("error", known);
        }
    }

    public void LookAt(MemoryLog log)
    {
        foreach (string line in log.Lines)
        {
            Look("log", line);
        }
    }

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }

    // No serializer takes a callback.
    private static string Try(Func<string> serialize)
    {
        try
        {
            return serialize();
        }
        catch (Exception e) when (e is NotSupportedException or JsonException)
        {
            return e.ToString();
        }
    }

    private static string TextOf(Activity span) => string.Join('\n', [
        span.OperationName, span.DisplayName, span.StatusDescription, span.TraceStateString,
        .. span.TagObjects.Select(t => $"{t.Key}={t.Value}"),
        .. span.Baggage.Select(b => $"{b.Key}={b.Value}"),
        .. span.Events.SelectMany(e => e.Tags.Select(t => $"{t.Key}={t.Value}").Prepend(e.Name)),
        .. span.Links.SelectMany(l => l.Tags ?? []).Select(t => $"{t.Key}={t.Value}"),
    ]);

    private static string TextOf(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        $"{instrument.Name} {instrument.Description} {string.Join(' ', tags.ToArray())}";
}
