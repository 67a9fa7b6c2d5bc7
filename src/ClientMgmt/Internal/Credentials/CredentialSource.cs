using ClientMgmt.Http;

namespace ClientMgmt.Credentials;

/// <summary>Where the requests of one provider get their credential from.</summary>
internal sealed class CredentialSource(ProviderContext context)
{
    private readonly RenewableCache<Delegate, ProviderCredential> _supplied = new(context.Time);

    /// <summary>The credential of a request, exchanged if need be.</summary>
    /// <exception cref="CredentialException">There is none.</exception>
    public ValueTask<Access> GetAccessAsync(HttpCall call, CancellationToken cancellationToken) =>
        call.Setup.Credential is { } configured
            ? ExchangeAsync(call, configured, cancellationToken)
            : GetSuppliedAsync(call, cancellationToken);

    /// <summary>Forgets what was refused, so that the next request gets another if there is one.</summary>
    public void Forget(HttpCall call, Access refused)
    {
        if (refused.Exchanged is not null)
        {
            call.Protocol.Forget(call, refused);
        }
        else if (call.Provider.CredentialCallback is { } callback)
        {
            _supplied.Forget(callback, refused.Credential);
        }
    }

    private async ValueTask<Access> GetSuppliedAsync(HttpCall call, CancellationToken cancellationToken)
    {
        ProviderCredential credential = await GetCredentialAsync(call, cancellationToken).ConfigureAwait(false);
        try
        {
            return await ExchangeAsync(call, credential, cancellationToken).ConfigureAwait(false);
        }
        catch (CredentialException e) when (e.InnerException is ResponseException { StatusCode: 401 or 403 })
        {
            Forget(call, new Access(credential));
            ProviderCredential renewed = await GetCredentialAsync(call, cancellationToken).ConfigureAwait(false);
            if (renewed == credential)
            {
                throw;
            }

            return await ExchangeAsync(call, renewed, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<Access> ExchangeAsync(
        HttpCall call, ProviderCredential credential, CancellationToken cancellationToken)
    {
        try
        {
            return await call.Protocol.ExchangeAsync(call, credential, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CredentialException(e, credential);
        }
    }

    private async ValueTask<ProviderCredential> GetCredentialAsync(HttpCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await _supplied.GetAsync(
                call.Provider.CredentialCallback!, () => FetchAsync(call), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CredentialException(e, null);
        }
    }

    private async Task<Renewable<ProviderCredential>> FetchAsync(HttpCall call)
    {
        using CancellationTokenSource limit = context.Limit(call.Provider);
        ProviderCredential credential = await context.Telemetry.RenewAsync(call, async () => call.Protocol.Definition.CheckCredential(
            await call.Provider.CredentialCallback!(limit.Token).ConfigureAwait(false))).ConfigureAwait(false);
        return new Renewable<ProviderCredential>(credential, credential.ExpiresAt ?? DateTimeOffset.MaxValue);
    }
}
