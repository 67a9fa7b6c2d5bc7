using System.Text.Json;
using ClientMgmt.Authlete.V3;
using ClientMgmt.JsonText;
using ClientMgmt.Management;
using ClientMgmt.Wire;

namespace ClientMgmt.Authlete;

// Lists of clients, and what an error about one client means.
internal sealed partial class AuthleteAdapter
{
    private const string NoSuchClient = "A001212";
    private const string IdIsNoNumber = "A001216";

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

    // An unknown client is 404. These two codes say it whatever the status is, which not every operation documents.
    private static ClientNotFoundException? Explain(OperationInfo operation, ClientManagementException error) =>
        error.Error.VendorCode switch
        {
            NoSuchClient => new ClientNotFoundException(error.Error with { Summary = "there is no such client, or the credential may not see it." }),
            IdIsNoNumber => new ClientNotFoundException(error.Error with { Summary = "there is no such client: an id is a number; an alias does not do." }),
            _ => null,
        };
}
