using System.Net;
using ClientMgmt.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ClientMgmt.Wire;

/// <summary>
/// The order of a call, from the outside in:
/// <list type="number">
/// <item>the credential (<see cref="CredentialSource"/>), renewed once if the server refuses it, or that of the request's own;</item>
/// <item>retries of what may go better (<see cref="RetryRules"/>), within <see cref="RetryQuota"/>;</item>
/// <item>the circuit breaker, which refuses at once while too many requests fail;</item>
/// <item>the budget of the server's limit (<see cref="BudgetStrategy"/>);</item>
/// <item>for each attempt: a turn (<see cref="TurnStrategy"/>), a time limit, and the sending itself (<see cref="Transport"/>).</item>
/// </list>
/// A credential is exchanged by a pipeline of its own, which has no budget and no turns.
/// </summary>
internal static class RequestPipeline
{
    /// <summary>Sends a request with the credential of its own, or the provider's.</summary>
    /// <exception cref="CredentialException">There is no credential.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public static async Task<CallResult> SendAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Request.IsAnonymous || call.Request.Credential is not null)
        {
            Access? own = call.Request.Credential is { } credential ? new Access(credential) : null;
            return await SendAsync(call, own, cancellationToken).ConfigureAwait(false);
        }

        CredentialSource credentials = call.Provider.State.Credentials;
        Access? access = await credentials.GetAsync(call, cancellationToken).ConfigureAwait(false);
        var progress = new CallProgress(call, call.Provider.Services.Time);
        CallResult result = await RunAsync(progress, access, cancellationToken).ConfigureAwait(false);
        if (access is null || result.Attempt.Status is not (401 or 403) || !call.Protocol.RefusesCredential(result.Attempt))
        {
            return result;
        }

        credentials.Forget(access);
        Access? renewed;
        try
        {
            renewed = await credentials.GetAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            result.Attempt.Dispose();
            throw;
        }

        if (renewed is null || renewed == access)
        {
            return result;
        }

        result.Attempt.Dispose();
        call.Provider.Services.Telemetry.CredentialRenewed(call.Provider.Name, call.Operation.Operation);
        result = await RunAsync(progress, renewed, cancellationToken).ConfigureAwait(false);
        return result with { Sent = [access, renewed] };
    }

    /// <summary>Sends a request with the credential given, or without one.</summary>
    public static Task<CallResult> SendAsync(Call call, Access? access, CancellationToken cancellationToken) =>
        RunAsync(new CallProgress(call, call.Provider.Services.Time), access, cancellationToken);

    /// <param name="options">The settings of the circuit breaker; those of retries and time limits are read for each call.</param>
    /// <param name="quota">Bounds the retries.</param>
    /// <param name="circuit">Is to tell the state of the circuit breaker.</param>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="services">The clock, and where the circuit's changes are told.</param>
    public static ResiliencePipeline<Attempt> Build(
        ResilienceOptions options, RetryQuota quota, CircuitBreakerStateProvider circuit, string provider, WireServices services)
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = services.Time };
        builder.AddRetry(Retry(quota, services.Telemetry));
        if (options.MinimumThroughput > 0)
        {
            builder.AddCircuitBreaker(Breaker(options, circuit, provider, services.Telemetry));
        }

        return builder
            .AddStrategy(_ => new BudgetStrategy(services.Time), new Unnamed())
            .AddStrategy(_ => new TurnStrategy(services.Time), new Unnamed())
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = args => ValueTask.FromResult(CallProgress.Of(args.Context).AttemptTimeout),
            })
            .Build();
    }

    private static async Task<CallResult> RunAsync(CallProgress progress, Access? access, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            progress.Enter(context);
            Outcome<Attempt> outcome = await progress.Call.Limits.Strategies.ExecuteOutcomeAsync(
                static (context, sending) => Transport.SendAsync(sending.Progress, sending.Access, context.CancellationToken, sending.Caller),
                context,
                new Sending(progress, access, cancellationToken)).ConfigureAwait(false);
            if (outcome.Exception is not BrokenCircuitException)
            {
                outcome.ThrowIfException();
            }

            Attempt last = outcome.Result ?? Attempt.Unsent(outcome.Exception!);
            progress.Call.Limits.Quota.Record(last, isRetry: progress.Attempts > 1);
            return new CallResult(last, progress.Attempts, access is null ? [] : [access]);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static RetryStrategyOptions<Attempt> Retry(RetryQuota quota, Instruments telemetry) => new()
    {
        MaxRetryAttempts = int.MaxValue,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Result is { } failed
            && RetryRules.IsWorthwhile(failed, args.AttemptNumber, CallProgress.Of(args.Context))
            && quota.TryTake()),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(
            RetryRules.Delay(args.Outcome.Result!, args.AttemptNumber, CallProgress.Of(args.Context))),
        OnRetry = args =>
        {
            CallProgress progress = CallProgress.Of(args.Context);
            Attempt failed = args.Outcome.Result!;
            telemetry.Retrying(
                progress.Call.Provider.Name,
                progress.Call.Operation.Operation,
                progress.Attempts,
                failed.Failure is { } failure ? ErrorTypes.Of(failure) : ErrorTypes.Of((HttpStatusCode)failed.Status),
                args.RetryDelay);
            return ValueTask.CompletedTask;
        },
    };

    private static CircuitBreakerStrategyOptions<Attempt> Breaker(
        ResilienceOptions options, CircuitBreakerStateProvider circuit, string provider, Instruments telemetry) => new()
        {
            FailureRatio = options.FailureRatio,
            MinimumThroughput = options.MinimumThroughput,
            SamplingDuration = options.SamplingDuration,
            BreakDuration = options.BreakDuration,
            StateProvider = circuit,

            // Polly closes the circuit after a probe that it is not told to handle. One that ended without an answer proves
            // nothing, so that the circuit stays open.
            ShouldHandle = args => ValueTask.FromResult(
                (args.Outcome.Result is { } attempt && Faults.IsTransient(attempt))
                || (args.Outcome.Result?.Response is null && circuit.CircuitState == CircuitState.HalfOpen)),
            OnOpened = args =>
            {
                telemetry.CircuitOpened(provider, args.BreakDuration);
                return ValueTask.CompletedTask;
            },
            OnClosed = args =>
            {
                telemetry.CircuitClosed(provider);
                return ValueTask.CompletedTask;
            },
        };

    // A class, because for one the strategies are compiled already.
    private sealed record Sending(CallProgress Progress, Access? Access, CancellationToken Caller);

    private sealed class Unnamed : ResilienceStrategyOptions;
}
