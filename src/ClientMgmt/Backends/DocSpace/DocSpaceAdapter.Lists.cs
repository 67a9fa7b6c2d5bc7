using System.Text.Json;
using ClientMgmt.Management;
using ClientMgmt.Wire;

namespace ClientMgmt.DocSpace;

// Lists, and what errors about one client mean.
internal sealed partial class DocSpaceAdapter
{
    private const int LargestPage = 50;

    // Where nothing is sent that could be invalid, the server answers 400 when another change got in between.
    private static Task<ClientManagementException?> ExplainAsync(
        OperationInfo operation, ClientManagementException error, CancellationToken cancellationToken) =>
        Task.FromResult<ClientManagementException?>(error is InvalidClientMetadataException
            && operation.Operation is ClientOperation.Delete or ClientOperation.Enable or ClientOperation.Disable or ClientOperation.RotateSecret
            ? new ClientConflictException(error.Error with { Summary = "another change of the client got in between." })
            : null);

    private DocSpacePages<T> OpenPages<T>(
        OperationInfo operation,
        ClientListOptions options,
        Func<Cursor, int, CancellationToken, Task<DocSpacePage>> read,
        string idName,
        Func<JsonElement, T> convert)
    {
        int limit = options.PageSize ?? LargestPage;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit, nameof(ClientListOptions.PageSize));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage, nameof(ClientListOptions.PageSize));
        if (options.Developer is not null)
        {
            throw Refused(operation, "DocSpace clients have no developer to list by.");
        }

        // Servers of version 3.0 number their pages.
        Cursor start = options.Cursor is { } cursor ? Cursor.Parse(cursor)
            : new Cursor(null, null, DocSpaceBackend.TakesOnlyCookies(_setup().Provider) ? 0 : null);
        return new DocSpacePages<T>(start, idName, (at, token) => read(at, limit, token), convert);
    }

    private OperationNotSupportedException Refused(OperationInfo operation, string summary) =>
        new(Error(operation.Operation, summary));
}
