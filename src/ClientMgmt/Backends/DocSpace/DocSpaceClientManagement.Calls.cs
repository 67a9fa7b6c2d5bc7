using System.Text.Json;
using ClientMgmt.Http;
using ClientMgmt.Paging;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

// How calls about one client, and lists of many, are run.
internal sealed partial class DocSpaceClientManagement
{
    private const int LargestPage = 50;

    // Where nothing is sent that could be invalid, the server answers 400 when another change got in between.
    protected override Task<ClientManagementException?> ExplainAsync(
        ApiCall about, ClientManagementException error, CancellationToken cancellationToken) =>
        Task.FromResult<ClientManagementException?>(error is InvalidClientMetadataException
            && about.Operation is ClientOperation.Delete or ClientOperation.Enable or ClientOperation.Disable or ClientOperation.RotateSecret
            ? new ClientConflictException(error.Error with { Summary = "another change of the client got in between." })
            : null);

    private IAsyncEnumerable<JsonElement> ReadPagesAsync(
        ClientOperation operation,
        ClientListOptions? options,
        Func<DocSpaceClient, Cursor, int, CancellationToken, Task<(IReadOnlyList<JsonElement> Items, Cursor Next)>> read,
        string idName,
        CancellationToken cancellationToken)
    {
        int limit = options?.PageSize ?? LargestPage;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit, nameof(ClientListOptions.PageSize));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage, nameof(ClientListOptions.PageSize));
        if (options?.Developer is not null)
        {
            throw new OperationNotSupportedException(
                Api.Error(operation, "DocSpace clients have no developer to list by."));
        }

        // A page tells where the next one begins, so no more than one can be read ahead.
        return ReadAhead.ReadAsync(
            () => new DocSpacePages(
                DocSpaceBackend.TakesOnlyCookies(Api.Options),
                idName,
                (cursor, page) => Api.SendAsync(
                    ApiCall.Read(operation), (api, token) => read(api, cursor, limit, token), page)),
            most: 1,
            cancellationToken);
    }
}
