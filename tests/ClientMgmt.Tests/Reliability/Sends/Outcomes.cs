using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using ClientMgmt.Tests.Wire;
using static System.Net.Http.HttpRequestError;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Makes the outcomes of <see cref="SendTable"/> happen, as .NET's own handler tells of them.</summary>
internal static class Outcomes
{
    public const string AttemptTimeout = "no answer within AttemptTimeout";
    public const int MostBytes = 10_000;

    private static readonly Dictionary<string, Func<Exception>> s_failures = new()
    {
        ["the connection is refused"] = () => Http(ConnectionError, Socket(SocketError.ConnectionRefused)),
        ["the host cannot be reached"] = () => Http(ConnectionError, Socket(SocketError.HostUnreachable)),
        ["the name is not resolved"] = () => Http(NameResolutionError, Socket(SocketError.HostNotFound)),
        ["the proxy lets nothing through"] = () => Http(ProxyTunnelError),
        ["the TLS handshake breaks off"] = () => Http(SecureConnectionError, new IOException()),
        ["the certificate is not valid"] = () => Http(SecureConnectionError, new AuthenticationException()),
        ["the connection is reset while sending"] = () => Http(Unknown, new IOException(null, Socket(SocketError.ConnectionReset))),
        ["the connection is reset after sending"] = () => Http(Unknown, new IOException(null, Socket(SocketError.ConnectionAborted))),
        ["the connection ends without an answer"] = () => Http(ResponseEnded, new HttpIOException(ResponseEnded)),
        ["the connection breaks, which one is not told"] = () => Http(ConnectionError, new IOException()),
        ["the stream is reset by the server"] = () => Http(HttpProtocolError, new HttpIOException(HttpProtocolError)),
        ["the answer is no HTTP"] = () => Http(InvalidResponse, new HttpIOException(InvalidResponse)),
        ["the failure is not told"] = () => new HttpRequestException("no reason"),
        ["a bare IOException"] = () => new IOException(),
        ["a handler cancels by itself"] = () => new OperationCanceledException(),
        ["a handler has a timeout of its own"] = () => new TaskCanceledException(null, new TimeoutException()),
    };

    private static readonly Dictionary<string, Func<Stream>> s_bodies = new()
    {
        ["the body breaks off"] = () => new BrokenStream(() => new HttpIOException(ResponseEnded)),
        ["the body is reset"] = () => new BrokenStream(() => new IOException(null, Socket(SocketError.ConnectionReset))),
        ["the body cannot be decompressed"] = () => new GZipStream(new MemoryStream("no gzip"u8.ToArray()), CompressionMode.Decompress),
        ["the body is too large"] = () => new MemoryStream(new byte[MostBytes + 1]),
    };

    public static async Task<HttpResponseMessage> HappenAsync(string outcome, CancellationToken cancellationToken)
    {
        if (outcome == AttemptTimeout)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (s_failures.TryGetValue(outcome, out Func<Exception>? failure))
        {
            throw failure();
        }

        if (s_bodies.TryGetValue(outcome, out Func<Stream>? body))
        {
            return new HttpResponseMessage { Content = new StreamContent(body()) };
        }

        string[] words = outcome.Split(' ');
        HttpResponseMessage answer = WireAnswer.Of(int.Parse(words[0], CultureInfo.InvariantCulture)).ToResponse();
        if (words.Length > 1)
        {
            answer.Headers.Add(words[1], "2");
        }

        return answer;
    }

    private static HttpRequestException Http(HttpRequestError error, Exception? inner = null) => new(error, null, inner);

    private static SocketException Socket(SocketError error) => new((int)error);

    private sealed class BrokenStream(Func<Exception> failure) : GatedStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw failure();
    }
}
