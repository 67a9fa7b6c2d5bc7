using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using ClientMgmt.Http;
using Microsoft.Extensions.Logging;
using Polly;

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
            _duration.Record(elapsed.TotalSeconds, Tags(Attributes.Of(provider, operation), failure));
        }

        if (failure is null)
        {
            Log.Completed(_log, provider, operation, elapsed.TotalMilliseconds);
        }
        else
        {
            Log.Failed(_log, provider, operation, elapsed.TotalMilliseconds, ErrorTypes.Of(failure));
        }
    }

    public void Answered(HttpCall call, HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests && _throttled.Enabled)
        {
            _throttled.Add(1, Attributes.Of(call));
        }
    }

    public void Retrying(HttpCall call, Outcome<HttpResponseMessage> outcome, TimeSpan delay)
    {
        if (_retries.Enabled || _log.IsEnabled(LogLevel.Warning))
        {
            string reason = outcome.Exception is { } failure ? ErrorTypes.Of(failure) : ErrorTypes.Of(outcome.Result!.StatusCode);
            TagList tags = Attributes.Of(call);
            tags.Add(Attributes.ErrorType, reason);
            _retries.Add(1, tags);
            Log.Retrying(_log, call.Context.Name, call.About.Operation, call.Attempts, reason, delay.TotalSeconds);
        }
    }

    public void Waited(HttpCall call, TimeSpan wait)
    {
        if (_waits.Enabled)
        {
            _waits.Record(wait.TotalSeconds, Attributes.Of(call));
        }

        Log.Waited(_log, call.Context.Name, call.About.Operation, wait.TotalSeconds);
    }

    /// <summary>Asks for a credential, and tells how that ended.</summary>
    public async Task<T> RenewAsync<T>(HttpCall call, Func<Task<T>> fetch)
    {
        Exception? failure = null;
        try
        {
            return await fetch().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            if (_renewals.Enabled)
            {
                _renewals.Add(1, Tags(Attributes.Of(call), failure));
            }

            if (failure is null)
            {
                Log.CredentialFetched(_log, call.Context.Name);
            }
            else
            {
                Log.CredentialNotFetched(_log, call.Context.Name, ErrorTypes.Of(failure));
            }
        }
    }

    public void CredentialRenewed(HttpCall call) => Log.CredentialRenewed(_log, call.Context.Name, call.About.Operation);

    public void CircuitOpened(HttpCall call, TimeSpan pause) => Log.CircuitOpened(_log, call.Context.Name, pause.TotalSeconds);

    public void CircuitClosed(HttpCall call) => Log.CircuitClosed(_log, call.Context.Name);

    public void OutcomeSettled(ClientManagementError error) => Log.OutcomeSettled(_log, error.Provider, error.Operation);

    public void OutcomeUnknown(ClientManagementError error) => Log.OutcomeUnknown(_log, error.Provider, error.Operation);

    private static TagList Tags(TagList tags, Exception? failure)
    {
        if (failure is not null)
        {
            tags.Add(Attributes.ErrorType, ErrorTypes.Of(failure));
        }

        return tags;
    }
}
