using System.Diagnostics;
using System.Net;

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

    /// <param name="provider">The name of the provider.</param>
    /// <param name="operation">The operation that the request serves.</param>
    /// <param name="request">The request.</param>
    /// <param name="template">Its path as the specification has it, with placeholders.</param>
    /// <param name="resends">How many attempts there were before.</param>
    public static Activity? StartAttempt(
        string provider, ClientOperation operation, HttpRequestMessage request, string template, int resends)
    {
        if (!IsObserved)
        {
            return null;
        }

        // All that a sampler may decide by must be there from the start.
        Uri address = request.RequestUri!;
        TagList tags = Attributes.Of(provider, operation);
        tags.Add("http.request.method", request.Method.Method);
        tags.Add("url.scheme", address.Scheme);
        tags.Add("url.template", template);
        tags.Add("server.address", address.IdnHost);
        tags.Add("server.port", address.Port);
        if (resends > 0)
        {
            tags.Add("http.request.resend_count", resends);
        }

        return s_source.StartActivity($"{request.Method.Method} {template}", ActivityKind.Client, default(ActivityContext), tags);
    }

    /// <summary>Tells what came of an attempt: an answer, a failure, or an answer that did not come to its end.</summary>
    public static void EndAttempt(Activity? span, HttpResponseMessage? response, string? failure)
    {
        if (span is null)
        {
            return;
        }

        if (response is not null && span.IsAllDataRequested)
        {
            span.SetTag("http.response.status_code", (int)response.StatusCode);
            span.SetTag("network.protocol.version", response.Version.ToString(response.Version.Major > 1 ? 1 : 2));
        }

        failure ??= (int?)response?.StatusCode >= 400 ? ErrorTypes.Of(response!.StatusCode) : null;
        if (failure is not null)
        {
            span.SetTag(Attributes.ErrorType, failure).SetStatus(ActivityStatusCode.Error);
        }
    }
}
