using ClientMgmt.Http;
using ClientMgmt.Serialization;

namespace ClientMgmt.Authlete;

/// <summary>The generated client of API v2, with answers as they came.</summary>
internal sealed class AuthleteV2Api : AuthleteV2Client
{
    private readonly HttpCall _call;

    public AuthleteV2Api(HttpCall call) : base(call) => _call = call;

    protected override Task<ObjectResponseResult<T>> ReadObjectResponseAsync<T>(
        HttpResponseMessage response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        CancellationToken cancellationToken) =>
        Task.FromResult(new ObjectResponseResult<T>(AnswerReader.Read<T>(_call, response, headers), ""));
}

/// <summary>The generated client of API v3, with answers as they came.</summary>
internal sealed class AuthleteV3Api : AuthleteV3Client
{
    private readonly HttpCall _call;

    public AuthleteV3Api(HttpCall call) : base(call) => _call = call;

    protected override Task<ObjectResponseResult<T>> ReadObjectResponseAsync<T>(
        HttpResponseMessage response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        CancellationToken cancellationToken) =>
        Task.FromResult(new ObjectResponseResult<T>(AnswerReader.Read<T>(_call, response, headers), ""));
}
