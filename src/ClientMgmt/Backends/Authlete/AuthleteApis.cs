using ClientMgmt.Serialization;

namespace ClientMgmt.Authlete;

/// <summary>The generated client of API v2, with answers as they came.</summary>
internal sealed class AuthleteV2Api(HttpClient client) : AuthleteV2Client(client)
{
    protected override async Task<ObjectResponseResult<T>> ReadObjectResponseAsync<T>(
        HttpResponseMessage response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        CancellationToken cancellationToken) =>
        new(await AnswerReader.ReadAsync<T>(response, headers, cancellationToken).ConfigureAwait(false), "");
}

/// <summary>The generated client of API v3, with answers as they came.</summary>
internal sealed class AuthleteV3Api(HttpClient client) : AuthleteV3Client(client)
{
    protected override async Task<ObjectResponseResult<T>> ReadObjectResponseAsync<T>(
        HttpResponseMessage response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        CancellationToken cancellationToken) =>
        new(await AnswerReader.ReadAsync<T>(response, headers, cancellationToken).ConfigureAwait(false), "");
}
