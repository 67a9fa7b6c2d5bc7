using System.Net;
using System.Net.Http.Headers;

namespace ClientMgmt.Wire;

/// <summary>
/// The content of a request, which knows whether it has been read. .NET's handlers read it once the connection is there, so
/// that a server cannot have acted on a request whose content was not.
/// </summary>
/// <remarks>
/// A change has content even if that is empty: on a connection that breaks, SocketsHttpHandler sends a request without
/// content up to three times more, of any method, and one with content once.
/// </remarks>
internal sealed class RequestContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;

    public RequestContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        if (!body.IsEmpty)
        {
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
    }

    public bool WasRead { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WasRead = true;
        await stream.WriteAsync(_body, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
