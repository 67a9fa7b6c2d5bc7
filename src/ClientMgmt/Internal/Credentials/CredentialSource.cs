using ClientMgmt.Http;
using ClientMgmt.Registration;

namespace ClientMgmt.Credentials;

/// <summary>Where the requests of one provider get their credential from.</summary>
internal sealed class CredentialSource(ProviderContext context)
{
    private readonly RenewableCache<Delegate, ProviderCredential> _supplied = new(context.Time);

    /// <summary>The credential of a request, exchanged if need be.</summary>
    /// <exception cref="CredentialException">There is none.</exception>
    public async ValueTask<Access> GetAccessAsync(HttpCall call, CancellationToken cancellationToken)
    {
        ProviderCredential credential = await GetCredentialAsync(call, cancellationToken).ConfigureAwait(false);
        try
        {
            return await ExchangeAsync(call, credential, cancellationToken).ConfigureAwait(false);
        }
        catch (CredentialException e) when (
            call.Provider.CredentialCallback is not null && e.InnerException is ResponseException { StatusCode: 401 or 403 })
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
        BackendDefinition definition = call.Protocol.Definition;
        ProviderOptions provider = call.Provider;
        if (provider.CredentialCallback is not { } callback)
        {
            return definition.ReadCredential(provider);
        }

        try
        {
            return await _supplied.GetAsync(callback, () => FetchAsync(call, definition), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CredentialException(e, null);
        }
    }

    private async Task<Renewable<ProviderCredential>> FetchAsync(HttpCall call, BackendDefinition definition)
    {
        using CancellationTokenSource limit = context.Limit(call.Provider);
        ProviderCredential credential = await context.Telemetry.RenewAsync(call, async () => definition.CheckCredential(
            await call.Provider.CredentialCallback!(limit.Token).ConfigureAwait(false))).ConfigureAwait(false);
        return new Renewable<ProviderCredential>(credential, credential.ExpiresAt ?? DateTimeOffset.MaxValue);
    }
}
