using System.Diagnostics;
using ClientMgmt.Credentials;
using ClientMgmt.Http;
using ClientMgmt.Telemetry;
using Polly;

namespace ClientMgmt.Resilience;

/// <summary>
/// Sends the requests of the generated clients, as often as it takes and no faster than allowed. It stands before all other
/// handlers, so that they see every attempt.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(HttpCall.RequestKey, out HttpCall? call))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (!call.About.IsSafe)
        {
            // On a connection that breaks, SocketsHttpHandler sends a request without content up to three times more, of
            // any method. With content, even if it is empty, it sends it once.
            request.Content ??= new ByteArrayContent([]);
        }

        call.Cancellation = cancellationToken;
        call.Headers = [.. request.Headers.NonValidated.Select(h => h.Key)];
        ProviderPipeline pipeline = call.Context.GetPipeline(call.Provider);
        while (true)
        {
            using IDisposable? turn = call.Exchanges is null
                ? await pipeline.WaitAsync(call, request.Method.Method, cancellationToken).ConfigureAwait(false)
                : null;
            HttpResponseMessage response = await RunAsync(pipeline, request, call, cancellationToken).ConfigureAwait(false);
            if (!call.QueuesAgain)
            {
                pipeline.Quota.Record(call, response);
                return response;
            }

            call.Retry(Outcome.FromResult(response));
            response.Dispose();
        }
    }

    private async Task<HttpResponseMessage> RunAsync(
        ProviderPipeline pipeline, HttpRequestMessage request, HttpCall call, CancellationToken cancellationToken)
    {
        call.QueuesAgain = false;
        call.StartedAt = call.Context.Time.GetTimestamp();
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(HttpCall.PipelineKey, call);
            return await pipeline.Strategies.ExecuteAsync(
                static (context, state) => state.Handler.AttemptAsync(state.request, state.call, context.CancellationToken),
                context,
                (Handler: this, request, call)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(
        HttpRequestMessage request, HttpCall call, CancellationToken cancellationToken)
    {
        call.MayHaveActed = false;
        Restore(request, call);
        Access? access = await call.AuthenticateAsync(request.Headers, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await SendOnceAsync(request, call, cancellationToken).ConfigureAwait(false);
        if (access is null || call.IsRenewed || !await IsRefusedAsync(response, call, cancellationToken).ConfigureAwait(false))
        {
            return response;
        }

        call.IsRenewed = true;
        call.MayHaveActed = false;
        call.Context.Credentials.Forget(call, access);
        Restore(request, call);
        Access? renewed = await call.AuthenticateAsync(request.Headers, cancellationToken).ConfigureAwait(false);
        if (renewed == access)
        {
            return response;
        }

        response.Dispose();
        call.Context.Telemetry.CredentialRenewed(call);
        return await SendOnceAsync(request, call, cancellationToken).ConfigureAwait(false);
    }

    // Handlers below have added theirs, such as the identity of an attempt's span, and do so for each attempt.
    private static void Restore(HttpRequestMessage request, HttpCall call)
    {
        if (call.Attempts > 0)
        {
            foreach (string added in request.Headers.NonValidated.Select(h => h.Key).Except(call.Headers).ToArray())
            {
                request.Headers.Remove(added);
            }
        }
    }

    private static async Task<bool> IsRefusedAsync(
        HttpResponseMessage response, HttpCall call, CancellationToken cancellationToken) =>
        (int)response.StatusCode is 401 or 403 && call.Protocol.RefusesCredential(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));

    private async Task<HttpResponseMessage> SendOnceAsync(
        HttpRequestMessage request, HttpCall call, CancellationToken cancellationToken)
    {
        call.Attempts++;
        call.Interrupted = null;
        call.MayHaveActed = true;
        using Activity? span = Spans.StartAttempt(call, request);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
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
