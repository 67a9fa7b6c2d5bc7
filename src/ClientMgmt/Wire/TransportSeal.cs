namespace ClientMgmt.Wire;

/// <summary>The outermost and the innermost handler of a provider's HTTP client, between which those of the application are.</summary>
/// <param name="primary">What sends requests, given to the innermost one; null for the outermost.</param>
internal sealed class TransportSeal(HttpMessageHandler? primary) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Passage.Key, out Passage? passage))
        {
            return base.SendAsync(request, cancellationToken);
        }

        if (primary is null)
        {
            passage.Enter();
            return base.SendAsync(request, cancellationToken);
        }

        passage.GoOut(primary);
        return SendOutAsync(passage, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendOutAsync(
        Passage passage, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return passage.FirstAnswer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            passage.FirstFailure = e;
            throw;
        }
    }
}
