using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace ClientMgmt.Sandbox.Middleware;

/// <summary>Reads the request once, and keeps it with the status that was answered.</summary>
internal static class RecordRequests
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next, RequestLog log)
    {
        Incoming incoming = await Incoming.ReadAsync(context, context.RequestAborted).ConfigureAwait(false);
        context.Features.Set(incoming);

        // Before the first byte of the answer goes out, so that a caller who has the answer also finds the request.
        context.Response.OnStarting(() =>
        {
            if (incoming.Segments is not ["sandbox", ..])
                log.Add(Record(incoming, context.Response.StatusCode));
            return Task.CompletedTask;
        });
        await next(context).ConfigureAwait(false);
    }

    private static SandboxRequest Record(Incoming incoming, int status) => new(
        incoming.Method,
        incoming.Target,
        incoming.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value.ToArray()), StringComparer.OrdinalIgnoreCase),
        incoming.Body,
        status);
}
