using System.Net.Sockets;
using ClientMgmt.Sandbox.Faults;
using ClientMgmt.Sandbox.Http;
using ClientMgmt.Sandbox.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClientMgmt.Sandbox.Middleware;

/// <summary>Lets the fault that hits a request happen; a request that none hits goes on untouched.</summary>
internal sealed class InjectFaults(
    SandboxFaults faults, FaultReply replies, Dispatch dispatch, ShiftedClock clock, CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        Incoming incoming = context.Features.GetRequiredFeature<Incoming>();
        Recording recording = context.Features.GetRequiredFeature<Recording>();
        try
        {
            recording.Fault = incoming.IsControl ? null : faults.Take(incoming, recording.Request);
        }
        catch (Exception exception)
        {
            await dispatch.SendAsync(context, Dispatch.Mistake(exception)).ConfigureAwait(false);
            return;
        }

        await (recording.Fault is { } fault ? HitAsync(context, incoming, recording, fault) : next(context)).ConfigureAwait(false);
    }

    private async Task HitAsync(HttpContext context, Incoming incoming, Recording recording, SandboxFault fault)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await Task.Delay(fault.DelayBefore, clock, ended.Token).ConfigureAwait(false);
            Reply? own = fault.Commits ? await dispatch.AnswerAsync(incoming, ended.Token).ConfigureAwait(false) : null;
            Reply? reply = replies.Of(fault, incoming, own);
            recording.Keep(reply);
            await Task.Delay(fault.DelayAfter, clock, ended.Token).ConfigureAwait(false);
            await new FaultyAnswer(context, fault, clock, ended.Token).SendAsync(reply?.Dated(clock)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The client has left, or the server is being stopped: there is nobody to answer.
            context.Abort();
        }
    }
}
