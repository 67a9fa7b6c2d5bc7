using System.IO.Compression;
using System.Net;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>A refusal is one by its status, whatever becomes of its body; what is not the server's doing is not hidden by that.</summary>
public sealed class RefusalBodyTests
{
    [Test]
    public async Task One_whose_body_cannot_be_decompressed()
    {
        var body = new StreamContent(new GZipStream(new MemoryStream("no gzip at all"u8.ToArray()), CompressionMode.Decompress));

        Assert.That(await CatchAsync(body), Is.TypeOf<InvalidClientMetadataException>());
    }

    [Test]
    public async Task One_whose_body_a_handler_has_disposed()
    {
        var body = new StringContent("{}");
        body.Dispose();

        Assert.That(await CatchAsync(body), Is.TypeOf<InvalidClientMetadataException>());
    }

    [TestCase("utf-7")]
    [TestCase("utf8")]
    [TestCase("klingon")]
    public async Task One_whose_letters_are_of_a_set_that_is_not_known(string charSet)
    {
        var body = new ByteArrayContent("""{"resultMessage":"No."}"""u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charSet}");

        Assert.That(await CatchAsync(body), Is.TypeOf<InvalidClientMetadataException>().With.Message.Contains("No."));
    }

    [Test]
    public async Task An_exception_of_the_applications_own_stream_comes_through_as_it_is()
    {
        var failure = new InvalidTimeZoneException();

        Assert.That(await CatchAsync(new StreamContent(new Reading(_ => throw failure))), Is.SameAs(failure));
    }

    [Test]
    public async Task A_caller_who_leaves_while_it_is_read_is_told_of_no_refusal()
    {
        using var source = new CancellationTokenSource();

        Exception? error = await CatchAsync(
            new StreamContent(new Reading(token =>
            {
                source.Cancel();
                token.ThrowIfCancellationRequested();
            })),
            source.Token);

        Assert.That(error, Is.InstanceOf<OperationCanceledException>());
    }

    [TestCase(400, 0)]
    [TestCase(429, 1)]
    [TestCase(503, 0)]
    public async Task Only_too_many_requests_are_counted_as_such(int status, int expected)
    {
        using var watch = new Watch();
        using WireHost host = WireHost.For(Backend.AuthleteV3, watch: watch).OnAny(WireAnswer.Of(status));

        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(watch.Of("clientmgmt.throttled").Count(), Is.EqualTo(expected));
    }

    private static async Task<Exception?> CatchAsync(HttpContent body, CancellationToken cancellationToken = default)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((_, _) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = body }));
        return await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", cancellationToken);
    }

    private sealed class Reading(Action<CancellationToken> read) : GatedStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            read(cancellationToken);
            return ValueTask.FromResult(0);
        }
    }
}
