using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>
/// Waits until all callers have come with the first credential, then refuses them all at once; takes any other credential.
/// </summary>
internal sealed class ExpiryServer(int callers, string header, WireAnswer refusal, WireAnswer answer)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _refused;
    private string? _first;

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        string credential = request.Headers.GetValues(header).Single();
        if (credential != (Interlocked.CompareExchange(ref _first, credential, null) ?? credential))
        {
            return answer.ToResponse();
        }

        if (Interlocked.Increment(ref _refused) == callers)
        {
            _all.SetResult();
        }

        await _all.Task;
        return refusal.ToResponse();
    }
}
