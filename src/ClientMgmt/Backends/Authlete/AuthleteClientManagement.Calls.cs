using System.Net;
using System.Runtime.CompilerServices;
using ClientMgmt.Http;
using ClientMgmt.Serialization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Authlete;

// How calls about one client, and lists of many, are run.
internal sealed partial class AuthleteClientManagement
{
    private const int DefaultPageSize = 100;

    /// <summary>
    /// No source says which of 400, 403 and 404 stands for an unknown client, so after either of the first two it is looked
    /// up whether the client is there.
    /// </summary>
    protected override async Task<ClientManagementException?> ExplainAsync(
        ClientOperation operation, string clientId, ClientManagementException error, CancellationToken cancellationToken) =>
        IsAmbiguous(error) && await IsUnknownAsync(clientId, cancellationToken).ConfigureAwait(false)
            ? new ClientNotFoundException(error.Error with
            {
                Summary = "there is no such client, or the credential may not see it.",
            })
            : null;

    private static bool IsAmbiguous(ClientManagementException e) =>
        e.Error.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden;

    private async Task<bool> IsUnknownAsync(string clientId, CancellationToken cancellationToken)
    {
        try
        {
            await Api.SendAsync(
                ApiCall.Read(ClientOperation.Get), (api, token) => api.GetClientAsync(clientId, token), cancellationToken)
                .ConfigureAwait(false);
            return false;
        }
        catch (ClientNotFoundException)
        {
            return true;
        }
        catch (ClientManagementException e)
        {
            return IsAmbiguous(e) && await CanListAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // An empty window is the cheapest request that shows whether the credential is accepted.
    private async Task<bool> CanListAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Api.SendAsync(
                ApiCall.Read(ClientOperation.List), (api, token) => api.ListClientsAsync(null, 0, 0, token), cancellationToken)
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
        Func<IAuthleteApi, int, int, CancellationToken, Task<(int? Total, IEnumerable<JsonBody>? Clients)>> read,
        CancellationToken cancellationToken)
    {
        int size = options?.PageSize ?? DefaultPageSize;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(ClientListOptions.PageSize));
        return ReadWindowsAsync(operation, size, read, cancellationToken).Select(client => ToClient(operation, client));
    }

    /// <summary>Reads window after window; a client that moved into the next one is told once.</summary>
    private async IAsyncEnumerable<JObject> ReadWindowsAsync(
        ClientOperation operation,
        int size,
        Func<IAuthleteApi, int, int, CancellationToken, Task<(int? Total, IEnumerable<JsonBody>? Clients)>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string?>();
        bool isLast = false;
        for (long start = 0; !isLast && start + size <= int.MaxValue;)
        {
            int first = (int)start;
            (int? total, IEnumerable<JsonBody>? clients) = await Api.SendAsync(
                ApiCall.Read(operation), (api, token) => read(api, first, first + size, token), cancellationToken).ConfigureAwait(false);
            JObject[] page = [.. (clients ?? []).Where(c => c is not null).Select(c => c.Json)];
            JObject[] fresh = [.. page.Where(c => seen.Add(WireValues.Text(c[AuthleteProperties.ClientId])))];
            foreach (JObject client in fresh)
            {
                yield return client;
            }

            // A server may give less than asked for, so the next window begins where this one really ended. An empty
            // one is passed over: a token that sees few clients may find them further on.
            start += page.Length > 0 ? page.Length : size;
            isLast = total is { } known ? start >= known : fresh.Length == 0;
        }
    }
}
