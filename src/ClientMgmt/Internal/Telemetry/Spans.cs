using System.Diagnostics;
using System.Net;
using ClientMgmt.Http;

namespace ClientMgmt.Telemetry;

/// <summary>
/// The spans: one for an operation, and below it one for each attempt, by the semantic conventions for HTTP clients.
/// <c>url.full</c>, which those demand, is left out: it holds ids and subjects.
/// </summary>
internal static class Spans
{
    private static readonly ActivitySource s_source = new(Instruments.Name, Instruments.Version);

    public static bool IsObserved => s_source.HasListeners();

    public static Activity? StartOperation(string provider, ClientOperation operation) => IsObserved
        ? s_source.StartActivity(
            $"{Instruments.Name} {Attributes.Text(operation)}",
            ActivityKind.Internal,
            default(ActivityContext),
            Attributes.Of(provider, operation))
        : null;

    public static void FailOperation(Activity? span, Exception failure) => span?
        .SetTag(Attributes.ErrorType, ErrorTypes.Of(failure))

        // The summary is in the library's own words. The message of the exception also holds what the server said.
        .SetStatus(ActivityStatusCode.Error, (failure as ClientManagementException)?.Error.Summary);

    public static Activity? StartAttempt(HttpCall call, HttpRequestMessage request)
    {
        if (!IsObserved)
        {
            return null;
        }

        // All that a sampler may decide by must be there from the start.
        Uri address = request.RequestUri!;
        string template = Disclosure.Template(address);
        TagList tags = Attributes.Of(call);
        tags.Add("http.request.method", request.Method.Method);
        tags.Add("url.scheme", address.Scheme);
        tags.Add("url.template", template);
        tags.Add("server.address", address.IdnHost);
        tags.Add("server.port", address.Port);
        if (call.Attempts > 1)
        {
            tags.Add("http.request.resend_count", call.Attempts - 1);
        }

        return s_source.StartActivity($"{request.Method.Method} {template}", ActivityKind.Client, default(ActivityContext), tags);
    }

    public static void EndAttempt(Activity? span, HttpResponseMessage response)
    {
        SetResponse(span, response);
        if ((int)response.StatusCode >= 400)
        {
            span?.SetTag(Attributes.ErrorType, ErrorTypes.Of(response.StatusCode)).SetStatus(ActivityStatusCode.Error);
        }
    }

    public static void FailAttempt(Activity? span, HttpCall call, Exception failure)
    {
        if (span is null)
        {
            return;
        }

        if (call.Interrupted is { } response)
        {
            SetResponse(span, response);
        }

        // Of all that ends an attempt, the caller alone is known: the rest are timeouts.
        span.SetTag(Attributes.ErrorType, failure is OperationCanceledException && !call.Cancellation.IsCancellationRequested
            ? ErrorTypes.Timeout
            : ErrorTypes.Of(failure)).SetStatus(ActivityStatusCode.Error);
    }

    private static void SetResponse(Activity? span, HttpResponseMessage response)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("http.response.status_code", (int)response.StatusCode)
                .SetTag("network.protocol.version", Text(response.Version));
        }
    }

    // The conventions say 2 and 3 for what .NET calls 2.0 and 3.0.
    private static string Text(Version version) => version == HttpVersion.Version11
        ? "1.1"
        : version.ToString(version.Major >= 2 ? 1 : 2);
}
