using ClientMgmt.Http;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

/// <summary>The generated client, with answers as they came.</summary>
internal sealed class DocSpaceApi : DocSpaceClient
{
    private readonly HttpCall _call;

    public DocSpaceApi(HttpCall call) : base(call) => _call = call;

    protected override Task<ObjectResponseResult<T>> ReadObjectResponseAsync<T>(
        HttpResponseMessage response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        CancellationToken cancellationToken) =>
        Task.FromResult(new ObjectResponseResult<T>(AnswerReader.Read<T>(_call, response, headers), ""));
}
