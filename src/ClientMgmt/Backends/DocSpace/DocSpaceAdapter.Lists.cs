using System.Net;
using System.Text.Json;
using ClientMgmt.Management;
using ClientMgmt.Wire;

namespace ClientMgmt.DocSpace;

// Lists, and what errors about one client mean.
internal sealed partial class DocSpaceAdapter
{
    // As all versions write it, in the body that each has for errors.
    private const string LostRace = "concurrent access";

    public override bool IsLostRace(ClientConflictException conflict) => conflict.Error.StatusCode == HttpStatusCode.BadRequest;

    // The server answers 400 when another change got in between, and says so only where something might be invalid.
    private static ClientConflictException? Explain(OperationInfo operation, ClientManagementException error) =>
        error is InvalidClientMetadataException
            && (error.Error.VendorMessage?.Contains(LostRace, StringComparison.Ordinal) == true
                || (error.HasEmptyBody && operation.Operation is ClientOperation.Delete or ClientOperation.Enable or ClientOperation.Disable or ClientOperation.RotateSecret))
            ? new ClientConflictException(error.Error with { Summary = "another change of the client got in between." })
            : null;

    private DocSpacePages<T> OpenPages<T>(
        OperationInfo operation,
        ClientListOptions options,
        Func<Cursor, int, CancellationToken, Task<DocSpacePage>> read,
        string idName,
        string timeName,
        Func<JsonElement, T> convert)
    {
        const int LargestPage = DocSpacePages<T>.LargestPage;
        int limit = options.PageSize ?? LargestPage;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit, nameof(ClientListOptions.PageSize));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage, nameof(ClientListOptions.PageSize));
        if (options.Developer is not null)
        {
            throw Refused(operation, "DocSpace clients have no developer to list by.");
        }

        // Servers of version 3.0 number their pages.
        Cursor start = options.Cursor is { } cursor ? Cursor.Parse(cursor)
            : new Cursor(null, null, DocSpaceBackend.TakesOnlyCookies(operation.Provider.Options) ? 0 : null);
        return new DocSpacePages<T>(start, limit, idName, timeName, read, convert, () => new UnexpectedResponseException(Error(
            operation.Operation,
            $"the server has {LargestPage} entries or more of the same instant and no way to tell all of them; what was listed may not be all.")));
    }

    private OperationNotSupportedException Refused(OperationInfo operation, string summary) =>
        new(Error(operation.Operation, summary));
}
