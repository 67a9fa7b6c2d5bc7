using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Telemetry;

/// <summary>The metrics and log messages. Where nobody listens, nothing is made for them.</summary>
internal sealed class Instruments
{
    /// <summary>The name of the source of spans, of the meter and of the category of log messages.</summary>
    public const string Name = "ClientMgmt";

    // The conventions' boundaries in seconds, and some for operations that wait; the usual ones are meant for milliseconds.
    private static readonly InstrumentAdvice<double> s_seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300],
    };

    private readonly ILogger _log;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _throttled;
    private readonly Histogram<double> _waits;
    private readonly Counter<long> _renewals;

    public Instruments(IMeterFactory meters, ILoggerFactory loggers)
    {
        _log = loggers.CreateLogger(Name);
        Meter meter = meters.Create(new MeterOptions(Name) { Version = Version });
        _duration = meter.CreateHistogram(
            "clientmgmt.operation.duration", "s", "How long operations took, with their retries and waits.", advice: s_seconds);
        _retries = meter.CreateCounter<long>("clientmgmt.retries", "{retry}", "Requests that were sent again after a failure.");
        _throttled = meter.CreateCounter<long>("clientmgmt.throttled", "{response}", "Answers with status 429.");
        _waits = meter.CreateHistogram(
            "clientmgmt.limiter.wait.duration", "s", "How long requests waited to keep within the limits.", advice: s_seconds);
        _renewals = meter.CreateCounter<long>(
            "clientmgmt.credential.renewals", "{renewal}", "Credentials asked for: of the callback, or by exchange.");
    }

    public static string Version { get; } = typeof(Instruments).Assembly.GetName().Version!.ToString(3);

    /// <summary>Whether anybody is told how an operation ends.</summary>
    public bool IsObserved => Spans.IsObserved || _duration.Enabled || _log.IsEnabled(LogLevel.Debug);

    public void EndOperation(string provider, ClientOperation operation, TimeSpan elapsed, Exception? failure)
    {
        if (_duration.Enabled)
        {
            _duration.Record(elapsed.TotalSeconds, Tags(Attributes.Of(provider, operation), failure is null ? null : ErrorTypes.Of(failure)));
        }

        if (failure is null)
        {
            Log.Completed(_log, provider, operation, elapsed.TotalSeconds);
        }
        else
        {
            Log.Failed(_log, provider, operation, elapsed.TotalSeconds, ErrorTypes.Of(failure));
        }
    }

    /// <summary>An answer with status 429 came.</summary>
    public void Throttled(string provider, ClientOperation operation)
    {
        if (_throttled.Enabled)
        {
            _throttled.Add(1, Attributes.Of(provider, operation));
        }
    }

    public void Retrying(string provider, ClientOperation operation, int attempts, string reason, TimeSpan delay)
    {
        if (_retries.Enabled)
        {
            TagList tags = Attributes.Of(provider, operation);
            tags.Add(Attributes.ErrorType, reason);
            _retries.Add(1, tags);
        }

        Log.Retrying(_log, provider, operation, attempts, reason, delay.TotalSeconds);
    }

    /// <summary>A request begins to wait.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="operation">What it serves.</param>
    /// <param name="wait">How long.</param>
    /// <param name="perMinute">How many such requests a minute are allowed; null if the server did not say more than that there were too many.</param>
    public void Waiting(string provider, ClientOperation operation, TimeSpan wait, int? perMinute)
    {
        if (perMinute is { } limit)
        {
            Log.Waiting(_log, provider, operation, wait.TotalSeconds, limit);
        }
        else
        {
            Log.WaitingForServer(_log, provider, operation, wait.TotalSeconds);
        }
    }

    public void Waited(string provider, ClientOperation operation, TimeSpan wait)
    {
        if (_waits.Enabled)
        {
            _waits.Record(wait.TotalSeconds, Attributes.Of(provider, operation));
        }

        Log.Waited(_log, provider, operation, wait.TotalSeconds);
    }

    /// <summary>Asks for a credential, and tells how that ended.</summary>
    public async Task<T> RenewAsync<T>(
        string provider, ClientOperation operation, Func<Task<T>> fetch, Func<Exception, string> typeOf)
    {
        string? failure = null;
        try
        {
            return await fetch().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = typeOf(e);
            throw;
        }
        finally
        {
            if (_renewals.Enabled)
            {
                _renewals.Add(1, Tags(Attributes.Of(provider, operation), failure));
            }

            if (failure is null)
            {
                Log.CredentialFetched(_log, provider);
            }
            else
            {
                Log.CredentialNotFetched(_log, provider, failure);
            }
        }
    }

    public void CredentialRenewed(string provider, ClientOperation operation) => Log.CredentialRenewed(_log, provider, operation);

    public void CircuitOpened(string provider, TimeSpan pause) => Log.CircuitOpened(_log, provider, pause.TotalSeconds);

    public void CircuitClosed(string provider) => Log.CircuitClosed(_log, provider);

    /// <summary>A change of the configuration is not taken over, because there is a mistake in it.</summary>
    public void SettingsRefused(string provider, string problems) => Log.SettingsRefused(_log, provider, problems);

    public void OutcomeSettled(ClientManagementError error) => Log.OutcomeSettled(_log, error.Provider, error.Operation);

    public void OutcomeUnknown(ClientManagementError error) => Log.OutcomeUnknown(_log, error.Provider, error.Operation);

    /// <summary>Of what was sent, some can never be read.</summary>
    public void Unconfirmed(string provider, ClientOperation operation, IEnumerable<string> names) =>
        Log.Unconfirmed(_log, provider, operation, string.Join(", ", names));

    /// <summary>A change of something else brought a new secret.</summary>
    public void SecretReplaced(string provider, ClientOperation operation) => Log.SecretReplaced(_log, provider, operation);

    /// <summary>A client was created that cannot be reached again.</summary>
    public void NoKey(string provider) => Log.NoKey(_log, provider);

    /// <summary>A list is not whole.</summary>
    public void LeftOut(string provider, ClientOperation operation, int count) => Log.LeftOut(_log, provider, operation, count);

    /// <summary>A client was created or changed, and what became of it is not known from reading.</summary>
    public void NotReadBack(string provider, Exception failure) => Log.NotReadBack(_log, provider, ErrorTypes.Of(failure));

    private static TagList Tags(TagList tags, string? failure)
    {
        if (failure is not null)
        {
            tags.Add(Attributes.ErrorType, failure);
        }

        return tags;
    }
}
