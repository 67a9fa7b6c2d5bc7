using System.Diagnostics;
using System.Net.Http.Headers;
using ClientMgmt.Credentials;
using ClientMgmt.Http;
using ClientMgmt.Telemetry;
using Polly;

namespace ClientMgmt.Resilience;

/// <summary>
/// Sends the requests of the generated clients, as often as it takes and no faster than allowed. It stands before all
/// handlers, so that they see every attempt.
/// </summary>
internal static class RequestSender
{
    public static async Task<HttpResponseMessage> SendAsync(
        HttpCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!call.About.IsSafe)
        {
            // On a connection that breaks, SocketsHttpHandler sends a request without content up to three times more, of
            // any method. With content, even if it is empty, it sends it once.
            request.Content ??= new ByteArrayContent([]);
        }

        (call.Request, call.Cancellation) = (request, cancellationToken);
        call.Setup.Complete(request);
        call.Headers = NamesOf(request.Headers);
        ProviderPipeline pipeline = call.Setup.Pipeline;
        while (true)
        {
            using IDisposable? turn = call.Exchanges is null
                ? await pipeline.WaitAsync(call, request.Method.Method, cancellationToken).ConfigureAwait(false)
                : null;
            call.QueuesAgain = false;
            call.StartedAt = call.Context.Time.GetTimestamp();
            ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
            HttpResponseMessage response;
            try
            {
                context.Properties.Set(HttpCall.PipelineKey, call);
                Outcome<HttpResponseMessage> outcome = await pipeline.Strategies.ExecuteOutcomeAsync(
                    static (context, call) => AttemptAsync(call, context.CancellationToken), context, call).ConfigureAwait(false);
                outcome.ThrowIfException();
                response = outcome.Result!;
            }
            finally
            {
                ResilienceContextPool.Shared.Return(context);
            }

            if (!call.QueuesAgain)
            {
                pipeline.Quota.Record(call, response);
                return response;
            }

            call.Retry(Outcome.FromResult(response));
            response.Dispose();
        }
    }

    private static string[] NamesOf(HttpRequestHeaders headers)
    {
        string[] names = new string[headers.NonValidated.Count];
        int count = 0;
        foreach (KeyValuePair<string, HeaderStringValues> header in headers.NonValidated)
        {
            names[count++] = header.Key;
        }

        return names;
    }

    private static async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(HttpCall call, CancellationToken cancellationToken)
    {
        try
        {
            call.MayHaveActed = false;
            Restore(call);
            Access? access = await call.AuthenticateAsync(cancellationToken).ConfigureAwait(false);
            HttpResponseMessage response = await SendOnceAsync(call, cancellationToken).ConfigureAwait(false);
            return Outcome.FromResult(access is null || call.IsRenewed || response.IsSuccessStatusCode
                ? response
                : await RenewAsync(call, response, access, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            return Outcome.FromException<HttpResponseMessage>(e);
        }
    }

    // Of an answer that refuses the credential; any other is returned as it is.
    private static async ValueTask<HttpResponseMessage> RenewAsync(
        HttpCall call, HttpResponseMessage response, Access access, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode is not (401 or 403) || !call.Protocol.RefusesCredential(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)))
        {
            return response;
        }

        call.IsRenewed = true;
        call.MayHaveActed = false;
        call.Context.Credentials.Forget(call, access);
        Restore(call);
        Access? renewed = await call.AuthenticateAsync(cancellationToken).ConfigureAwait(false);
        if (renewed == access)
        {
            return response;
        }

        response.Dispose();
        call.Context.Telemetry.CredentialRenewed(call);
        return await SendOnceAsync(call, cancellationToken).ConfigureAwait(false);
    }

    // Handlers below have added theirs, such as the identity of an attempt's span, and do so for each attempt.
    private static void Restore(HttpCall call)
    {
        if (call.Attempts > 0)
        {
            foreach (string added in NamesOf(call.Request.Headers).Except(call.Headers))
            {
                call.Request.Headers.Remove(added);
            }
        }
    }

    private static async ValueTask<HttpResponseMessage> SendOnceAsync(HttpCall call, CancellationToken cancellationToken)
    {
        call.Attempts++;
        call.Interrupted = null;
        call.MayHaveActed = true;
        using Activity? span = Spans.StartAttempt(call, call.Request);
        try
        {
            HttpResponseMessage response = await call.Invoker.SendAsync(call.Request, cancellationToken).ConfigureAwait(false);
            await ResponseBuffer.LoadAsync(call, response, cancellationToken).ConfigureAwait(false);
            Spans.EndAttempt(span, response);
            call.Context.Telemetry.Answered(call, response);
            return response;
        }
        catch (Exception e)
        {
            call.MayHaveActed = !Faults.NeverConnected(e);
            Spans.FailAttempt(span, call, e);
            throw;
        }
    }
}
