using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Answers requests in turn, holds the next one until it is let go, and answers all that follow.</summary>
internal sealed class HoldingServer(WireAnswer last, params WireAnswer[] answers)
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    /// <summary>Completes when the request is there that is held.</summary>
    public Task Arrived => _arrived.Task;

    public void LetGo() => _gate.TrySetResult();

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int index = Interlocked.Increment(ref _requests) - 1;
        if (index < answers.Length)
        {
            return answers[index].ToResponse();
        }

        if (index == answers.Length)
        {
            _arrived.TrySetResult();
            await _gate.Task.WaitAsync(cancellationToken);
        }

        return last.ToResponse();
    }
}
