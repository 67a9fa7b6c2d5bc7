using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClientMgmt.Sandbox.Middleware;

/// <summary>Gives the request to the first dialect that knows its path, and sends what it answers.</summary>
internal static class Dispatch
{
    public static async Task InvokeAsync(HttpContext context, IReadOnlyList<Func<Incoming, Reply?>> dialects)
    {
        Incoming incoming = context.Features.GetRequiredFeature<Incoming>();
        await Answer(incoming, dialects).SendAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
    }

    private static Reply Answer(Incoming incoming, IReadOnlyList<Func<Incoming, Reply?>> dialects)
    {
        try
        {
            return dialects.Select(dialect => dialect(incoming)).FirstOrDefault(reply => reply is not null)
                ?? Reply.Empty(StatusCodes.Status404NotFound);
        }
        catch (Exception exception)
        {
            // A mistake of the sandbox itself: whoever runs into it has to see it.
            return new Reply(StatusCodes.Status500InternalServerError, exception.ToString(), "text/plain; charset=utf-8");
        }
    }
}
