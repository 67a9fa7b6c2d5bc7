using System.Net.Sockets;
using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClientMgmt.Sandbox.Faults;

/// <summary>
/// Sends an answer as a fault wants it. What ends as HTTP demands goes through the web server; anything else is written
/// to the socket below it, because the web server rightly refuses to send half of an answer.
/// </summary>
internal sealed class FaultyAnswer(HttpContext context, SandboxFault fault, TimeProvider clock, CancellationToken ended)
{
    public async Task SendAsync(Reply? reply)
    {
        if (fault.Then == SandboxEnding.Normal)
        {
            await SendProperlyAsync(reply!).ConfigureAwait(false);
            return;
        }

        Socket socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        if (fault.Send != SandboxPart.None)
        {
            (byte[] head, byte[] body) = RawAnswer.Of(reply!, context.Request.Method, fault.Send == SandboxPart.Half);
            await SendAsync(socket, head).ConfigureAwait(false);
            await InPiecesAsync(body, piece => SendAsync(socket, piece)).ConfigureAwait(false);
        }

        await EndAsync(socket).ConfigureAwait(false);
    }

    private async Task SendProperlyAsync(Reply reply)
    {
        byte[] body = reply.Begin(context.Response);
        if (fault.Send == SandboxPart.Half && body.Length > 0)
        {
            // Without a length the web server sends chunks, and the last of them says that all is well.
            context.Response.ContentLength = null;
            body = body[..(body.Length / 2)];
        }

        await InPiecesAsync(body, async piece =>
        {
            await context.Response.Body.WriteAsync(piece, ended).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(ended).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private async Task InPiecesAsync(byte[] body, Func<ReadOnlyMemory<byte>, Task> send)
    {
        int pieces = Math.Min(fault.Pieces, body.Length);
        for (int i = 0; i < pieces; i++)
        {
            if (i > 0)
                await Task.Delay(fault.PieceDelay, clock, ended).ConfigureAwait(false);
            int start = Share(i);
            await send(body.AsMemory(start, Share(i + 1) - start)).ConfigureAwait(false);
        }

        int Share(int piece) => (int)((long)body.Length * piece / pieces);
    }

    private async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[await socket.SendAsync(bytes, ended).ConfigureAwait(false)..];
    }

    private async Task EndAsync(Socket socket)
    {
        if (fault.Then == SandboxEnding.Reset)
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
            context.Abort();
            return;
        }

        // After a FIN too: to close at once could answer the last bytes of the client with a reset.
        if (fault.Then == SandboxEnding.Fin)
            socket.Shutdown(SocketShutdown.Send);
        await Task.Delay(Timeout.InfiniteTimeSpan, ended).ConfigureAwait(false);
    }
}
