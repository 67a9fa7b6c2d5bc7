namespace ClientMgmt.Http;

/// <summary>
/// The outermost and the innermost handlers of a provider's HTTP client, between which those of the application are.
/// </summary>
/// <param name="passages">Which attempt a request belongs to.</param>
/// <param name="primary">What sends requests, given to the innermost ones; null for the outermost.</param>
internal sealed class TransportSeal(Passages passages, HttpMessageHandler? primary) : DelegatingHandler
{
    /// <summary>Whether there are handlers of the application, which may not heed the token.</summary>
    public bool IsBounding { get; init; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (passages.Of(request) is not { } passage)
        {
            return base.SendAsync(request, cancellationToken);
        }

        if (primary is not null)
        {
            if (!passage.IsSafe)
            {
                return SendOutAsync(passage, primary, request, cancellationToken);
            }

            passage.GoOut(this, primary);
            return base.SendAsync(request, cancellationToken);
        }

        passage.Enter();
        Task<HttpResponseMessage> answer = base.SendAsync(request, cancellationToken);
        return IsBounding && !answer.IsCompleted ? WaitAsync(passage, answer, cancellationToken) : answer;
    }

    private async Task<HttpResponseMessage> SendOutAsync(
        Passage passage, HttpMessageHandler sender, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A refusal comes by the task, as from any handler: one that is thrown at once could keep a handler from the first answer.
        passage.GoOut(this, sender);
        try
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            passage.FirstAnswer ??= answer;
            return answer;
        }
        catch (Exception e)
        {
            passage.FirstFailure ??= e;
            throw;
        }
    }

    private static async Task<HttpResponseMessage> WaitAsync(
        Passage passage, Task<HttpResponseMessage> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            passage.Abandon();
            _ = DiscardAsync(answer);
            throw;
        }
    }

    private static async Task DiscardAsync(Task<HttpResponseMessage> late)
    {
        await ((Task)late).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (late.IsCompletedSuccessfully)
        {
            (await late.ConfigureAwait(false)).Dispose();
        }
    }
}
