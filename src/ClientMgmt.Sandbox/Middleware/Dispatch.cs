using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClientMgmt.Sandbox.Middleware;

/// <summary>Gives the request to the first dialect that knows its path, and sends what it answers.</summary>
internal sealed class Dispatch(TimeProvider clock, params IReadOnlyList<Func<Incoming, Reply?>> dialects)
{
    public async Task InvokeAsync(HttpContext context) => await SendAsync(
        context, await AnswerAsync(context.Features.GetRequiredFeature<Incoming>(), context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);

    public async Task<Reply> AnswerAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        try
        {
            Reply answer = dialects.Select(dialect => dialect(incoming)).FirstOrDefault(reply => reply is not null)
                ?? Unknown(incoming);
            while (answer.Later is { } later)
            {
                await Task.Delay(later.After, clock, cancellationToken).ConfigureAwait(false);
                answer = later.Answer();
            }

            return answer;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Mistake(exception);
        }
    }

    public async Task SendAsync(HttpContext context, Reply reply)
    {
        context.Features.GetRequiredFeature<Recording>().Keep(reply);
        await reply.Dated(clock).SendAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
    }

    // Who looks with curl whether it runs is told what it is.
    private static Reply Unknown(Incoming incoming) =>
        Reply.Empty(StatusCodes.Status404NotFound, "No dialect of the sandbox has this path.") with
        {
            Body = incoming.Segments is [""] ? "This is the sandbox of ClientMgmt. A browser shows here what happens; GET /sandbox says what is served.\n" : "",
            ContentType = incoming.Segments is [""] ? "text/plain; charset=utf-8" : null,
        };

    /// <summary>A mistake of the sandbox itself, or of its user's code: whoever runs into it has to see it.</summary>
    public static Reply Mistake(Exception exception) =>
        new(StatusCodes.Status500InternalServerError, exception.ToString(), "text/plain; charset=utf-8");
}
