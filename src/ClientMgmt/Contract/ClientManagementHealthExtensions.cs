namespace ClientMgmt;

/// <summary>Checks providers, for example behind the health checks of ASP.NET Core.</summary>
public static class ClientManagementHealthExtensions
{
    /// <summary>
    /// Checks with a small request whether the backend answers and accepts the credential for managing clients. It asks for a page of
    /// one client or, where the backend has no list, for something else. The request is retried like all others; give it a token that
    /// ends when the answer is no longer of use. The initial access token of dynamic registration is not tried, because it may be good
    /// for one use.
    /// </summary>
    /// <param name="clients">The provider.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>What was found; a failure of the backend is told there and not thrown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clients"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token ended the check.</exception>
    public static async Task<ProviderHealth> CheckHealthAsync(
        this IClientManagement clients, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clients);
        try
        {
            if (clients is IProbe probe)
            {
                return await probe.ProbeAsync(cancellationToken).ConfigureAwait(false);
            }

            await clients.ListPageAsync(new ClientListOptions { PageSize = 1 }, cancellationToken).ConfigureAwait(false);
            return new ProviderHealth(Answers: true, AcceptsCredential: true);
        }
        catch (ClientManagementException e)
        {
            return new ProviderHealth(
                Answers: e.Error.StatusCode is not null && e is not BackendUnavailableException,
                AcceptsCredential: e is AccessDeniedException ? false : null,
                e.Error);
        }
    }
}
