using System.Diagnostics;
using System.Net;
using System.Text;
using ClientMgmt.Http;
using ClientMgmt.Telemetry;
using Polly;
using Polly.Timeout;

namespace ClientMgmt.Wire;

/// <summary>Sends a request once, by the provider's HTTP client with the application's handlers, and reads the answer to its end.</summary>
internal static class Transport
{
    // DocSpace answers 500 to requests without a User-Agent, and to some that hold parts of browsers' names.
    private static readonly string s_userAgent = $"{Instruments.Name}/{Instruments.Version}";

    /// <param name="progress">The call.</param>
    /// <param name="access">The credential, if there is one.</param>
    /// <param name="attemptToken">Ends the attempt.</param>
    /// <param name="caller">The caller's own token.</param>
    /// <returns>An attempt, or the exception that says that the caller's token was cancelled.</returns>
    public static async ValueTask<Outcome<Attempt>> SendAsync(
        CallProgress progress, Access? access, CancellationToken attemptToken, CancellationToken caller)
    {
        Call call = progress.Call;
        using CancellationTokenSource? end = call.Request.IsKeptUp && !caller.IsCancellationRequested
            ? new CancellationTokenSource(Bounded(progress.AttemptTimeout), call.Provider.Services.Time)
            : null;
        (attemptToken, caller) = end is null ? (attemptToken, caller) : (end.Token, CancellationToken.None);
        string limit = progress.AttemptTimeout == call.Resilience.AttemptTimeout
            ? nameof(ResilienceOptions.AttemptTimeout)
            : nameof(ResilienceOptions.TotalTimeout);
        if (progress.TimeLeft <= TimeSpan.Zero)
        {
            return Outcome.FromResult(Attempt.Unsent(new TimeLimitException(limit)));
        }

        // A request of its own for each attempt, so that nothing is left on it of what handlers added to the one before.
        // Not disposed of: a factory of the application's own may give the same client again.
        HttpClient client = call.Provider.Services.Clients.CreateClient(call.Provider.ClientName);
        using HttpRequestMessage request = CreateRequest(call, access, client);
        Passage passage = call.Provider.Services.Passages.Begin(request, call.Request.IsSafe);
        using Activity? span = Spans.StartAttempt(
            call.Provider.Name, call.Operation.Operation, request, call.Request.Template, progress.Attempts);
        progress.CountAttempt();
        HttpResponseMessage? response = null;
        try
        {
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, attemptToken).ConfigureAwait(false);
            Attempt answered = response.IsSuccessStatusCode
                ? Attempt.Answered(response, await AnswerBody.ReadAsync(response.Content, call.Provider.MaxResponseBytes, attemptToken).ConfigureAwait(false))
                : await ReadRefusalAsync(call, response, attemptToken, caller).ConfigureAwait(false);
            Spans.EndAttempt(span, response, null);
            return Outcome.FromResult(answered);
        }
        catch (Exception e)
        {
            bool isCancelled = caller.IsCancellationRequested;
            Exception failure = e is OperationCanceledException && !isCancelled && attemptToken.IsCancellationRequested
                ? new TimeLimitException(limit)
                : e;
            Spans.EndAttempt(span, response, call.Operation.IsAbandoned?.Invoke() == true ? null : ErrorTypes.Of(failure));
            response?.Dispose();
            return isCancelled ? Outcome.FromException<Attempt>(e) : Outcome.FromResult(Fail(call, failure, request, passage));
        }
    }

    // A limit that has passed already is reported like the others.
    private static TimeSpan Bounded(TimeSpan limit) =>
        limit == Timeout.InfiniteTimeSpan || limit > TimeSpan.Zero ? limit : TimeSpan.FromTicks(1);

    private static HttpRequestMessage CreateRequest(Call call, Access? access, HttpClient client)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(call.Request.Method), call.Provider.Locate(call.Request))
        {
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", s_userAgent);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (access is not null)
        {
            call.Protocol.Authorize(request.Headers, access);
        }

        if (call.Request.Body is { } body)
        {
            request.Content = new RequestContent(body.ToUtf8());
        }
        else if (!call.Request.IsSafe)
        {
            request.Content = new RequestContent(default);
        }

        return request;
    }

    // The status alone decides, so that a body that breaks off, stalls or is too large takes nothing away from the refusal.
    private static async ValueTask<Attempt> ReadRefusalAsync(
        Call call, HttpResponseMessage response, CancellationToken attemptToken, CancellationToken caller)
    {
        string? text = null;
        try
        {
            using AnswerBody body = await AnswerBody.ReadAsync(response.Content, call.Provider.MaxResponseBytes, attemptToken).ConfigureAwait(false);
            text = EncodingOf(response.Content.Headers.ContentType?.CharSet).GetString(body.Bytes.Span);
        }
        catch (Exception e) when (!caller.IsCancellationRequested
            && e is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            call.Provider.Services.Telemetry.Throttled(call.Provider.Name, call.Operation.Operation);
        }

        return Refuse(call, response, text);
    }

    private static Attempt Refuse(Call call, HttpResponseMessage response, string? text) => Attempt.Refused(
        response,
        text,
        RetryRules.DelayFromServer((int)response.StatusCode, response.Header, call.Protocol, call.Provider.Services.Time.GetUtcNow()),
        response.StatusCode == HttpStatusCode.InternalServerError ? call.Operation.Doubts : []);

    // "charset=utf8" (for utf-8) is common, and unknown to .NET, which also refuses UTF-7.
    private static Encoding EncodingOf(string? charSet)
    {
        try
        {
            return charSet is null ? Encoding.UTF8 : Encoding.GetEncoding(charSet.Trim('"'));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }

    private static Attempt Fail(Call call, Exception failure, HttpRequestMessage request, Passage passage)
    {
        // Where a handler tried to send it once more, what counts is the one time that it was sent.
        bool isSentTwice = failure.GetBaseException() is SentTwiceException;
        if (isSentTwice && passage.FirstAnswer is { IsSuccessStatusCode: false } answer)
        {
            return Refuse(call, answer, null);
        }

        Exception cause = isSentTwice ? passage.FirstFailure ?? failure : failure;
        return Attempt.Failed(
            cause,
            mayHaveActed: !(Faults.NeverConnected(cause) || WasNotRead(call, cause, request, passage)),
            PrimaryHandler.ProxyOf(passage.Primary, request.RequestUri!));
    }

    // The handlers of .NET read the content once the connection is there; with HTTP/2 and later, the headers alone may start the
    // server. A handler of the application that keeps a request back, or sends a copy by a client of its own, looks the same if
    // there is nothing to copy, but for one that says that it refused.
    private static bool WasNotRead(Call call, Exception failure, HttpRequestMessage request, Passage passage) =>
        request.Content is RequestContent { WasRead: false } && (passage.Primary is { } primary
            ? PrimaryHandler.IsOnSocket(primary)
                && request is { Version.Major: 1, VersionPolicy: not HttpVersionPolicy.RequestVersionOrHigher }
            : passage.IsEntered && (call.Request.Body is not null || failure is ExecutionRejectedException and not TimeoutRejectedException));
}
