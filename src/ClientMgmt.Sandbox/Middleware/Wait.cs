using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClientMgmt.Sandbox.Middleware;

/// <summary>Lets every request wait that is not to the sandbox itself.</summary>
internal sealed class Wait(TimeSpan latency, TimeProvider clock, CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (latency > TimeSpan.Zero && !context.Features.GetRequiredFeature<Incoming>().IsControl)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            try
            {
                await Task.Delay(latency, clock, ended.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The client has left, or the server is being stopped: there is nobody to answer.
                context.Abort();
                return;
            }
        }

        await next(context).ConfigureAwait(false);
    }
}
