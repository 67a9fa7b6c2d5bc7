using System.Net;
using ClientMgmt.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Wire;

/// <summary>
/// Where the requests of a provider get their credential from. It is obtained outside of the pipeline that waits for it:
/// within a time of its own, and an exchange with a circuit breaker of its own.
/// </summary>
/// <param name="configured">The credential of the options; null if a callback supplies it, or nothing does.</param>
/// <param name="time">The clock.</param>
internal sealed class CredentialSource(ProviderCredential? configured, TimeProvider time)
{
    private readonly Renewable<ProviderCredential> _supplied = new(time);
    private readonly Access? _configured = configured is null ? null : new Access(configured);
    private readonly Lock _gate = new();
    private Exchanged? _exchanged;

    /// <summary>The credential of a request, exchanged if need be; null if the provider has none.</summary>
    /// <exception cref="CredentialException">It could not be had.</exception>
    public async ValueTask<Access?> GetAsync(Call call, CancellationToken cancellationToken) =>
        _configured is not null || call.Provider.Options.CredentialCallback is not null
            ? await RequireAsync(call, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>Forgets what was refused, so that the next request gets another if there is one.</summary>
    public void Forget(Access refused)
    {
        if (refused.Exchanged is not { } exchanged)
        {
            _supplied.Forget(refused.Credential);
        }
        else
        {
            Volatile.Read(ref _exchanged)?.Value.Forget(exchanged);
        }
    }

    private ValueTask<Access> RequireAsync(Call call, CancellationToken cancellationToken) =>
        _configured is null ? GetSuppliedAsync(call, cancellationToken)
        : call.Protocol.NeedsExchange(call.Provider.Options, _configured.Credential) ? ExchangeAsync(call, _configured.Credential, cancellationToken)
        : ValueTask.FromResult(_configured);

    private async ValueTask<Access> GetSuppliedAsync(Call call, CancellationToken cancellationToken)
    {
        ProviderCredential credential = await SupplyAsync(call, cancellationToken).ConfigureAwait(false);
        if (!call.Protocol.NeedsExchange(call.Provider.Options, credential))
        {
            return new Access(credential);
        }

        try
        {
            return await ExchangeAsync(call, credential, cancellationToken).ConfigureAwait(false);
        }
        catch (CredentialException e) when (e.Exchange?.Attempt.Status is 401 or 403)
        {
            _supplied.Forget(credential);
            ProviderCredential renewed = await SupplyAsync(call, cancellationToken).ConfigureAwait(false);
            if (renewed == credential)
            {
                throw;
            }

            return await ExchangeAsync(call, renewed, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<ProviderCredential> SupplyAsync(Call call, CancellationToken cancellationToken)
    {
        try
        {
            Renewable<ProviderCredential> source = call.Protocol.AsksAnew(call.Provider.Options) ? new Renewable<ProviderCredential>(time) : _supplied;
            return await source.GetAsync(
                token => call.Provider.Services.Telemetry.RenewAsync(
                    call.Provider.Name, call.Operation.Operation, () => CallBackAsync(call, token), ErrorTypes.Of),
                call.Resilience.CredentialTimeout,
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw new CredentialException(e);
        }
    }

    private async Task<Expiring<ProviderCredential>> CallBackAsync(Call call, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = call.Provider.Services.Application.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            ProviderCredential? credential = await call.Provider.Options.CredentialCallback!(scope.ServiceProvider, cancellationToken)
                .ConfigureAwait(false);
            if (credential is null || !call.Protocol.CredentialKinds.Contains(credential.Kind))
            {
                throw new InvalidOperationException(
                    $"CredentialCallback returned {credential?.Kind.ToString() ?? "null"}; {call.Provider.Options.Backend} takes "
                    + $"{string.Join(" or ", call.Protocol.CredentialKinds)}.");
            }

            DateTimeOffset expiresAt = credential.ExpiresAt ?? DateTimeOffset.MaxValue;
            return expiresAt > time.GetUtcNow()
                ? new Expiring<ProviderCredential>(credential, expiresAt)
                : throw new InvalidOperationException(
                    $"CredentialCallback returned a credential that expired at {expiresAt:u}; return one that is valid, or leave ExpiresAt out.");
        }
    }

    private async ValueTask<Access> ExchangeAsync(Call call, ProviderCredential credential, CancellationToken cancellationToken)
    {
        try
        {
            Secret exchanged = await ExchangeOf(credential).GetAsync(
                token => call.Provider.Services.Telemetry.RenewAsync(
                    call.Provider.Name, call.Operation.Operation, () => call.Protocol.ExchangeAsync(
                        new ExchangeConnection(call, credential), new OperationInfo(call.Provider, call.Operation.Operation), time.GetUtcNow(), token), TypeOf),
                call.Resilience.CredentialTimeout,
                cancellationToken).ConfigureAwait(false);
            return new Access(credential, exchanged);
        }
        catch (Exception e) when (e is not CredentialException)
        {
            throw new CredentialException(e, credential);
        }
    }

    // Of several first callers one begins, and the others join it.
    private Renewable<Secret> ExchangeOf(ProviderCredential credential)
    {
        lock (_gate)
        {
            if (_exchanged?.Credential != credential)
            {
                _exchanged = new Exchanged(credential, new Renewable<Secret>(time));
            }

            return _exchanged.Value;
        }
    }

    private static string TypeOf(Exception failure) => failure is CredentialException { Exchange.Attempt: var attempt }
        ? attempt.Failure is { } broken ? ErrorTypes.Of(broken) : ErrorTypes.Of((HttpStatusCode)attempt.Status)
        : ErrorTypes.Of(failure);

    private sealed record Exchanged(ProviderCredential Credential, Renewable<Secret> Value);
}
