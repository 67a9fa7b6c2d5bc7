using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace ClientMgmt.Sandbox.Middleware;

/// <summary>Reads the request once, and sees to it that it is kept.</summary>
internal static class RecordRequests
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next, RequestLog log, TimeProvider time)
    {
        Incoming incoming = await Incoming.ReadAsync(context, context.RequestAborted).ConfigureAwait(false);
        var recording = new Recording(incoming, log, time);
        context.Features.Set(incoming);
        context.Features.Set(recording);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            // Who answers keeps it; this is for a client that left before there was an answer.
            recording.Keep(null);
        }
    }
}
