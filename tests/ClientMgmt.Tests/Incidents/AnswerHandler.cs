using System.Collections.Concurrent;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A primary handler that answers by code, and keeps what came.</summary>
internal sealed class AnswerHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<WireRequest> _requests = [];
    private readonly ConcurrentQueue<Uri> _addresses = [];

    public AnswerHandler(params WireAnswer[] answers)
        : this(InTurn(answers))
    {
    }

    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    public IReadOnlyList<Uri> Addresses => [.. _addresses];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(await WireRequest.FromAsync(request));
        _addresses.Enqueue(request.RequestUri!);
        return await answer(request, cancellationToken);
    }

    // Each answer serves once, the last for ever.
    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> InTurn(WireAnswer[] answers)
    {
        int next = 0;
        return (_, _) => Task.FromResult(answers[Math.Min(Interlocked.Increment(ref next), answers.Length) - 1].ToResponse());
    }
}
