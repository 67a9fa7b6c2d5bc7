using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using ClientMgmt.Http;
using Microsoft.Extensions.Logging;
using Polly;

namespace ClientMgmt.Telemetry;

/// <summary>Everything that operators can see: spans, metrics and log messages, all from here.</summary>
internal sealed class Instruments
{
    public const string Name = "ClientMgmt";

    private const string ErrorType = "error.type";

    private static readonly ActivitySource s_source = new(Name);

    private readonly ILogger _log;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _throttled;
    private readonly Histogram<double> _waits;
    private readonly Counter<long> _renewals;

    public Instruments(IMeterFactory meters, ILoggerFactory loggers)
    {
        _log = loggers.CreateLogger(Name);
        Meter meter = meters.Create(Name);
        _duration = meter.CreateHistogram<double>(
            "clientmgmt.operation.duration", "s", "How long operations took, with their retries and waits.");
        _retries = meter.CreateCounter<long>("clientmgmt.retries", "{retry}", "Requests that were sent again.");
        _throttled = meter.CreateCounter<long>("clientmgmt.throttled", "{response}", "Answers with status 429.");
        _waits = meter.CreateHistogram<double>(
            "clientmgmt.limiter.wait.duration", "s", "How long requests waited to keep within the budget.");
        _renewals = meter.CreateCounter<long>(
            "clientmgmt.credential.renewals", "{renewal}", "Credentials that were supplied by a callback or exchanged.");
    }

    public static Activity? StartOperation(string provider, ClientOperation operation) => s_source.HasListeners()
        ? s_source.StartActivity($"{Name} {operation}", ActivityKind.Internal, default(ActivityContext), Tags(provider, operation))
        : null;

    public void EndOperation(Activity? span, string provider, ClientOperation operation, TimeSpan elapsed, Exception? failure)
    {
        TagList tags = Tags(provider, operation);
        if (failure is null)
        {
            Log.Completed(_log, provider, operation, elapsed.TotalMilliseconds);
        }
        else
        {
            string type = failure.GetType().FullName!;
            tags.Add(ErrorType, type);
            span?.SetTag(ErrorType, type);

            // Only the library's own messages are known to hold no secret.
            span?.SetStatus(ActivityStatusCode.Error, failure is ClientManagementException ? failure.Message : null);
            Log.Failed(_log, provider, operation, elapsed.TotalMilliseconds, type);
        }

        _duration.Record(elapsed.TotalSeconds, tags);
    }

    public static Activity? StartAttempt(HttpCall call, HttpRequestMessage request)
    {
        Activity? span = s_source.StartActivity(request.Method.Method, ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            Uri address = request.RequestUri!;
            span.SetTag("clientmgmt.provider", call.Context.Name).SetTag("clientmgmt.operation", Text(call.About.Operation))
                .SetTag("http.request.method", request.Method.Method).SetTag("url.scheme", address.Scheme)
                .SetTag("server.address", address.Host).SetTag("server.port", address.Port)
                .SetTag("url.template", Disclosure.Template(address));
            if (call.Attempts > 1)
            {
                span.SetTag("http.request.resend_count", call.Attempts - 1);
            }
        }

        return span;
    }

    public void EndAttempt(Activity? span, HttpCall call, HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        span?.SetTag("http.response.status_code", status);
        if (status >= 400)
        {
            span?.SetTag(ErrorType, Text(status)).SetStatus(ActivityStatusCode.Error);
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            _throttled.Add(1, Tags(call));
        }
    }

    public static void EndAttempt(Activity? span, Exception failure) =>
        span?.SetTag(ErrorType, Describe(failure)).SetStatus(ActivityStatusCode.Error);

    public void Retrying(HttpCall call, Outcome<HttpResponseMessage> outcome, TimeSpan delay)
    {
        _retries.Add(1, Tags(call));
        Log.Retrying(_log, call.Context.Name, call.About.Operation, call.Attempts, Describe(outcome), delay.TotalSeconds);
    }

    public void Waited(HttpCall call, TimeSpan wait)
    {
        _waits.Record(wait.TotalSeconds, Tags(call));
        Log.Waited(_log, call.Context.Name, call.About.Operation, wait.TotalSeconds);
    }

    public void CredentialFetched(HttpCall call)
    {
        _renewals.Add(1, Tags(call));
        Log.CredentialFetched(_log, call.Context.Name);
    }

    public void CredentialRenewed(HttpCall call) => Log.CredentialRenewed(_log, call.Context.Name, call.About.Operation);

    public void CircuitOpened(HttpCall call, TimeSpan pause) => Log.CircuitOpened(_log, call.Context.Name, pause.TotalSeconds);

    public void CircuitClosed(HttpCall call) => Log.CircuitClosed(_log, call.Context.Name);

    public void OutcomeSettled(ClientManagementError error) => Log.OutcomeSettled(_log, error.Provider, error.Operation);

    public void OutcomeUnknown(ClientManagementError error) => Log.OutcomeUnknown(_log, error.Provider, error.Operation);

    private static string Describe(Outcome<HttpResponseMessage> outcome) => outcome.Exception is { } failure
        ? Describe(failure)
        : $"HTTP {(int)outcome.Result!.StatusCode}";

    private static string Describe(Exception failure) =>
        failure is HttpRequestException e ? $"{e.HttpRequestError}" : failure.GetType().FullName!;

    private static string Text(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(ClientOperation operation) => $"{operation}";

    private static TagList Tags(HttpCall call) => Tags(call.Context.Name, call.About.Operation);

    private static TagList Tags(string provider, ClientOperation operation) =>
        [new("clientmgmt.provider", provider), new("clientmgmt.operation", Text(operation))];
}
