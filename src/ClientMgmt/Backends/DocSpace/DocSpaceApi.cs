using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

/// <summary>The generated client, with answers as they came.</summary>
internal sealed class DocSpaceApi(HttpClient client) : DocSpaceClient(client)
{
    protected override async Task<ObjectResponseResult<T>> ReadObjectResponseAsync<T>(
        HttpResponseMessage response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        CancellationToken cancellationToken) =>
        new(await AnswerReader.ReadAsync<T>(response, headers, cancellationToken).ConfigureAwait(false), "");
}
