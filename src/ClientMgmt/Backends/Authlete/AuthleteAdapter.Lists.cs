using System.Net;
using System.Text.Json;
using ClientMgmt.Authlete.V3;
using ClientMgmt.JsonText;
using ClientMgmt.Management;
using ClientMgmt.Wire;

namespace ClientMgmt.Authlete;

// Lists of clients, and what errors about one client mean.
internal sealed partial class AuthleteAdapter
{
    private AuthleteWindows<T> OpenWindows<T>(
        OperationInfo operation,
        ClientListOptions options,
        Func<int, int, CancellationToken, Task<AuthleteWindow>> read,
        Func<JsonElement, T> convert)
    {
        int size = options.PageSize ?? AuthleteWindow.DefaultSize;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(ClientListOptions.PageSize));
        ClientIds.CheckDeveloper(options.Developer);
        return new AuthleteWindows<T>(
            size,
            AuthleteWindow.ReadCursor(options.Cursor),
            read,
            convert,
            () => new UnexpectedResponseException(Error(
                operation.Operation, "the server tells of far more clients than it lists; what was listed may not be all.")));
    }

    private static AuthleteWindow ReadWindow(JsonElement answer) => new(
        [.. WireValues.Items(answer.Member(ClientGetListResponse.Clients)).Select(WireJson.Keep)],
        WireValues.Integer(answer.Member(ClientGetListResponse.TotalCount)) is { } total and >= int.MinValue and <= int.MaxValue
            ? (int)total
            : null);

    /// <summary>
    /// No source says which of 400, 403 and 404 stands for an unknown client, so after either of the first two it is looked
    /// up whether the client is there.
    /// </summary>
    private async Task<ClientManagementException?> ExplainAsync(
        OperationInfo operation, ClientManagementException error, CancellationToken cancellationToken) =>
        IsAmbiguous(error) && await IsUnknownAsync(operation, cancellationToken).ConfigureAwait(false)
            ? new ClientNotFoundException(error.Error with
            {
                Summary = "there is no such client, or the credential may not see it.",
            })
            : null;

    private static bool IsAmbiguous(ClientManagementException e) =>
        e.Error.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden;

    // Without the client in the operation, errors are not explained again.
    private async Task<bool> IsUnknownAsync(OperationInfo about, CancellationToken cancellationToken)
    {
        var operation = about with { ClientId = null };
        try
        {
            await Api(operation).GetClientAsync(operation, about.RequiredClientId, Nothing, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (ClientManagementException e)
        {
            return e.Error.StatusCode == HttpStatusCode.NotFound
                || (IsAmbiguous(e) && await CanListAsync(operation, cancellationToken).ConfigureAwait(false));
        }
    }

    // An empty window is the cheapest request that shows whether the credential is accepted.
    private async Task<bool> CanListAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        try
        {
            return await Api(operation).ListClientsAsync(operation, null, 0, 0, Nothing, cancellationToken).ConfigureAwait(false);
        }
        catch (ClientManagementException)
        {
            return false;
        }
    }
}
