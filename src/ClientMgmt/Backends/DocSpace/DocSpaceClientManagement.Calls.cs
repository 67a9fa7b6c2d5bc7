using System.Runtime.CompilerServices;
using ClientMgmt.Http;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

// How calls about one client, and lists of many, are run.
internal sealed partial class DocSpaceClientManagement
{
    private const int DefaultPageSize = 30;
    private const int LargestPage = 50;

    // Where nothing is sent that could be invalid, the server answers 400 when another change got in between.
    protected override Task<ClientManagementException?> ExplainAsync(
        ClientOperation operation, string clientId, ClientManagementException error, CancellationToken cancellationToken) =>
        Task.FromResult<ClientManagementException?>(error is InvalidClientMetadataException
            && operation is ClientOperation.Delete or ClientOperation.Enable or ClientOperation.Disable or ClientOperation.RotateSecret
            ? new ClientConflictException(error.Error with { Summary = "another change of the client got in between." })
            : null);

    private IAsyncEnumerable<T> ReadPagesAsync<T>(
        ClientOperation operation,
        ClientListOptions? options,
        Func<DocSpaceClient, Cursor, int, CancellationToken, Task<(ICollection<T>? Items, Cursor Next)>> read,
        string idName,
        CancellationToken cancellationToken)
        where T : JsonBody
    {
        int limit = options?.PageSize ?? DefaultPageSize;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit, nameof(ClientListOptions.PageSize));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage, nameof(ClientListOptions.PageSize));
        return options?.Developer is null
            ? ReadPagesAsync(operation, limit, read, idName, cancellationToken)
            : throw new OperationNotSupportedException(
                Api.Error(operation, "DocSpace clients have no developer to list by."));
    }

    /// <summary>
    /// Reads page after page. The end is a cursor that is null, however many entries the page holds; a page without
    /// anything new also ends the list, because a server that starts again would never end.
    /// </summary>
    private async IAsyncEnumerable<T> ReadPagesAsync<T>(
        ClientOperation operation,
        int limit,
        Func<DocSpaceClient, Cursor, int, CancellationToken, Task<(ICollection<T>? Items, Cursor Next)>> read,
        string idName,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : JsonBody
    {
        bool isNumbered = DocSpaceBackend.TakesOnlyCookies(Api.Options);
        var seen = new HashSet<string?>(StringComparer.OrdinalIgnoreCase);
        var cursor = new Cursor(null, null, isNumbered ? 0 : null);
        while (true)
        {
            Cursor asked = cursor;
            (ICollection<T>? items, Cursor next) = await Api.SendAsync(
                ApiCall.Read(operation), (api, token) => read(api, asked, limit, token), cancellationToken).ConfigureAwait(false);
            T[] fresh = [.. (items ?? []).Where(item => item is not null && seen.Add(WireValues.Text(item.Json[idName])))];
            foreach (T item in fresh)
            {
                yield return item;
            }

            cursor = isNumbered ? asked with { Page = asked.Page + 1 } : next;
            if (fresh.Length == 0 || cursor == new Cursor(null, null))
            {
                yield break;
            }
        }
    }

    /// <summary>Where a page begins. Times are passed back as the text they came in: .NET would round them.</summary>
    private sealed record Cursor(string? ClientId, string? Time, int? Page = null);
}
