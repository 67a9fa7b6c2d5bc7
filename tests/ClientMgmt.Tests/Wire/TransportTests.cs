using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>What goes wrong before or while an answer arrives.</summary>
public sealed class TransportTests
{
    private const string Sentinel = "text-of-the-transport-0001";

    private static IEnumerable<TestCaseData> Failures()
    {
        Exception[] failures =
        [
            new HttpRequestException(HttpRequestError.ConnectionError, Sentinel, new SocketException((int)SocketError.ConnectionRefused)),
            new HttpRequestException(HttpRequestError.NameResolutionError, Sentinel),
            new HttpRequestException(HttpRequestError.SecureConnectionError, Sentinel, new AuthenticationException(Sentinel)),
            new HttpRequestException(HttpRequestError.ResponseEnded, Sentinel, new HttpIOException(HttpRequestError.ResponseEnded, Sentinel)),
            new HttpRequestException(Sentinel),
        ];
        return from backend in WireHost.Backends
               from failure in failures
               select new TestCaseData(backend, failure).SetArgDisplayNames(
                   $"{backend}", $"{((HttpRequestException)failure).HttpRequestError}, {failure.InnerException?.GetType().Name}");
    }

    [TestCaseSource(nameof(Failures))]
    public async Task A_server_that_cannot_be_reached_is_unavailable(Backend backend, Exception failure)
    {
        using WireHost host = WireHost.For(backend).OnAny((_, _) => throw failure);

        Exception? error = await WireOperations.Of(backend, ClientOperation.Get).CatchAsync(host);

        Assert.That(error, Is.TypeOf<BackendUnavailableException>());
    }

    [TestCaseSource(nameof(Failures))]
    public async Task The_text_of_a_transport_error_is_not_shown(Backend backend, Exception failure)
    {
        using WireHost host = WireHost.For(backend).OnAny((_, _) => throw failure);

        Exception? error = await WireOperations.Of(backend, ClientOperation.Get).CatchAsync(host);

        Assert.That(Leaks.TextOf(error), Does.Not.Contain(Sentinel));
    }

    private static IEnumerable<TestCaseData> BrokenBodies() =>
        from pair in InTurn.Of<WireOperation, Exception>(
            WireOperations.All, [new IOException(Sentinel), new HttpIOException(HttpRequestError.ResponseEnded, Sentinel)])
        select new TestCaseData(pair.Row, pair.Value).SetArgDisplayNames(pair.Row.ToString(), pair.Value.GetType().Name);

    [TestCaseSource(nameof(BrokenBodies))]
    public async Task A_body_that_breaks_off_leaves_the_outcome_of_a_change_unknown(WireOperation row, Exception failure)
    {
        using WireHost host = WireHost.For(row.Backend).OnAny((_, _) => Answer(new BrokenStream(failure)));

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.TypeOf(row.Exchanges[0].Interrupted));
    }

    [Test]
    public async Task A_body_that_cannot_be_decompressed_is_an_error_of_the_library()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(
            (_, _) => Answer(new GZipStream(new MemoryStream("no gzip at all"u8.ToArray()), CompressionMode.Decompress)));

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(error, Is.InstanceOf<ClientManagementException>());
    }

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.All))]
    public async Task A_body_that_is_too_large_is_an_unexpected_answer_and_a_change_may_have_been_made(WireOperation row)
    {
        using WireHost host = WireHost.For(row.Backend, options: o => o.MaxResponseBytes = 100)
            .OnAny(WireAnswer.Ok($$"""{"clientSecret":"{{new string('x', 200)}}"}"""));

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.TypeOf(host.Requests.Any(IsChange) ? typeof(OutcomeUnknownException) : typeof(UnexpectedResponseException))
            .With.Message.Contain("MaxResponseBytes"));
    }

    private static bool IsChange(WireRequest request) =>
        !request.Line.StartsWith("GET", StringComparison.Ordinal) || request.Line.Contains("/secret/", StringComparison.Ordinal);

    [Test]
    public async Task A_body_of_just_the_allowed_size_is_read()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, options: o => o.MaxResponseBytes = AuthleteOperations.Client.Length)
            .OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        OAuthClient client = await host.Clients.GetAsync("17");

        Assert.That(client.ClientId, Is.EqualTo("17"));
    }

    [Test]
    public async Task An_endless_body_ends_at_the_allowed_size()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, options: o => o.MaxResponseBytes = 1_000_000)
            .OnAny((_, _) => Answer(new EndlessStream()));

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(error, Is.TypeOf<UnexpectedResponseException>());
    }

    private static Task<HttpResponseMessage> Answer(Stream body) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });

    private sealed class BrokenStream(Exception failure) : GatedStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw failure;
    }

    private sealed class EndlessStream : GatedStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
