using System.Net;
using System.Text.Json;
using ClientMgmt.Http;
using ClientMgmt.Paging;
using ClientMgmt.Serialization;

namespace ClientMgmt.Authlete;

// How calls about one client, and lists of many, are run.
internal sealed partial class AuthleteClientManagement
{
    /// <summary>
    /// No source says which of 400, 403 and 404 stands for an unknown client, so after either of the first two it is looked
    /// up whether the client is there.
    /// </summary>
    protected override async Task<ClientManagementException?> ExplainAsync(
        ApiCall about, ClientManagementException error, CancellationToken cancellationToken) =>
        IsAmbiguous(error) && await IsUnknownAsync(about.Operation, about.ClientId!, cancellationToken).ConfigureAwait(false)
            ? new ClientNotFoundException(error.Error with
            {
                Summary = "there is no such client, or the credential may not see it.",
            })
            : null;

    private static bool IsAmbiguous(ClientManagementException e) =>
        e.Error.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden;

    private async Task<bool> IsUnknownAsync(
        ClientOperation operation, string clientId, CancellationToken cancellationToken)
    {
        try
        {
            await Api.SendAsync(
                ApiCall.Read(operation, clientId), (api, token) => api.GetClientAsync(clientId, token), cancellationToken)
                .ConfigureAwait(false);
            return false;
        }
        catch (ClientNotFoundException)
        {
            return true;
        }
        catch (ClientManagementException e)
        {
            return IsAmbiguous(e) && await CanListAsync(operation, cancellationToken).ConfigureAwait(false);
        }
    }

    // An empty window is the cheapest request that shows whether the credential is accepted.
    private async Task<bool> CanListAsync(ClientOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            await Api.SendAsync(
                ApiCall.Read(operation), (api, token) => api.ListClientsAsync(null, 0, 0, token), cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (ClientManagementException)
        {
            return false;
        }
    }

    private IAsyncEnumerable<OAuthClient> ReadPagesAsync(
        ClientOperation operation,
        ClientListOptions? options,
        Func<IAuthleteApi, int, int, CancellationToken, Task<(int? Total, IReadOnlyList<JsonElement> Clients)>> read,
        CancellationToken cancellationToken)
    {
        int size = options?.PageSize ?? AuthleteWindows.DefaultSize;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(ClientListOptions.PageSize));
        ClientIds.CheckDeveloper(options?.Developer);
        return ReadAhead.ReadAsync(
            () => new AuthleteWindows(
                size,
                (start, end, window) => Api.SendAsync(
                    ApiCall.Read(operation), (api, token) => read(api, start, end, token), window),
                () => new UnexpectedResponseException(Api.Error(
                    operation, "the server tells of far more clients than it lists; what was listed may not be all."))),
            AuthleteWindows.MostAhead,
            cancellationToken).Select(client => ToClient(operation, client));
    }
}
