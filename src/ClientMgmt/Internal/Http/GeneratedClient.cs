namespace ClientMgmt.Http;

/// <summary>The base of the generated clients: tells the HTTP stack what their requests are about.</summary>
internal abstract class GeneratedClient
{
    public required HttpCall Call { get; init; }

    protected Task<HttpRequestMessage> CreateHttpRequestMessageAsync(CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage();
        request.Options.Set(HttpCall.RequestKey, Call);
        return Task.FromResult(request);
    }
}
