namespace ClientMgmt.Tests.Reliability;

/// <summary>
/// The order in which the requests of two writers reach the server: <c>R1</c> is the first writer's read, <c>W1</c> its
/// write and <c>b1</c> its reading back. Each begins when the one before it has been answered.
/// </summary>
internal sealed class RaceScript
{
    private readonly string[] _steps;
    private readonly TaskCompletionSource[] _turns;

    public RaceScript(string steps)
    {
        _steps = steps.Split(' ');
        _turns = [.. _steps.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        _turns[0].SetResult();
    }

    public Func<DelegatingHandler> HandlerOf(int writer) => () => new Gate(this, writer);

    private async Task<T> InTurnAsync<T>(string step, Func<Task<T>> send)
    {
        int place = Array.IndexOf(_steps, step);
        Assert.That(place, Is.Not.Negative, $"The script has no {step}.");
        await _turns[place].Task;
        T result = await send();
        if (place + 1 < _turns.Length)
        {
            _turns[place + 1].SetResult();
        }

        return result;
    }

    private sealed class Gate(RaceScript script, int writer) : DelegatingHandler
    {
        // What a library asks once, before its first operation.
        private static readonly string[] s_before = ["/security/oauth2/token", "/.well-known/"];

        private bool _hasWritten;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (s_before.Any(request.RequestUri!.AbsolutePath.Contains))
            {
                return base.SendAsync(request, cancellationToken);
            }

            bool isRead = request.Method == HttpMethod.Get;
            string step = isRead && !_hasWritten ? "R" : isRead ? "b" : "W";
            _hasWritten |= !isRead;
            return script.InTurnAsync($"{step}{writer}", () => base.SendAsync(request, cancellationToken));
        }
    }
}
