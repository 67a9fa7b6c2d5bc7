namespace ClientMgmt.Http;

/// <summary>What nswag.json names as the base of the generated clients; here it adds nothing.</summary>
internal abstract class GeneratedClient
{
    protected static Task<HttpRequestMessage> CreateHttpRequestMessageAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new HttpRequestMessage());
    }
}
