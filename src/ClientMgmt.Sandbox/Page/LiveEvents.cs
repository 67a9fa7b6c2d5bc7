using System.Text;
using ClientMgmt.Sandbox.Control;
using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ClientMgmt.Sandbox.Page;

/// <summary>GET /sandbox/events: server-sent events, one for each request and each change, until the reader leaves or the server stops.</summary>
internal sealed class LiveEvents(LiveFeed feed, CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Method != HttpMethods.Get || context.Request.Path != "/sandbox/events")
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        try
        {
            // The first event is there at once: who has it misses nothing that comes later.
            await foreach (LiveEvent happened in feed.FollowAsync(LiveEvent.Changed, ended.Token).ConfigureAwait(false))
            {
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Text(happened)), ended.Token).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(ended.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static string Text(LiveEvent happened) =>
        $"event: {happened.Name}\ndata: {(happened.Request is { } request ? Description.Of(request).ToJsonString() : "{}")}\n\n";
}
