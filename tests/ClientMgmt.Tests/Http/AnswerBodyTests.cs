using System.Net;
using ClientMgmt.Http;

namespace ClientMgmt.Tests.Http;

/// <summary>A body is read to its end and no further than allowed, and leaves nothing behind in memory that others use.</summary>
internal sealed class AnswerBodyTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(16 * 1024)]
    [TestCase(16 * 1024 + 1)]
    [TestCase(3_000_000)]
    public async Task All_of_it_is_read(int length)
    {
        byte[] sent = [.. Enumerable.Range(0, length).Select(i => (byte)(i % 251))];

        using AnswerBody announced = await AnswerBody.ReadAsync(new ByteArrayContent(sent), length, default);
        using AnswerBody unannounced = await AnswerBody.ReadAsync(new Body(new MemoryStream(sent)), length, default);

        Assert.That(announced.Bytes.Span.SequenceEqual(sent), Is.True);
        Assert.That(unannounced.Bytes.Span.SequenceEqual(sent), Is.True);
    }

    [Test]
    public void One_that_is_too_large_by_its_own_account_is_not_read()
    {
        var content = new Body(new Unreadable(new InvalidTimeZoneException("It was read.")));
        content.Headers.ContentLength = 11;

        Assert.That(async () => await AnswerBody.ReadAsync(content, 10, default), Throws.TypeOf<HttpRequestException>()
            .With.Property(nameof(HttpRequestException.HttpRequestError)).EqualTo(HttpRequestError.ConfigurationLimitExceeded));
    }

    [TestCase(10, true)]
    [TestCase(11, false)]
    public void One_that_announces_nothing_is_read_up_to_the_bound(int length, bool isAllowed) => Assert.That(
        async () => (await AnswerBody.ReadAsync(new Body(new MemoryStream(new byte[length])), 10, default)).Dispose(),
        isAllowed ? Throws.Nothing : Throws.TypeOf<HttpRequestException>());

    private static IEnumerable<TestCaseData> Failures()
    {
        yield return new TestCaseData(new IOException(), typeof(HttpRequestException));
        yield return new TestCaseData(new HttpIOException(HttpRequestError.ResponseEnded), typeof(HttpRequestException));
        yield return new TestCaseData(new InvalidDataException(), typeof(IOException));
        yield return new TestCaseData(new InvalidOperationException(), typeof(IOException));
        yield return new TestCaseData(new OperationCanceledException(), typeof(OperationCanceledException));
    }

    [TestCaseSource(nameof(Failures))]
    public void What_goes_wrong_is_told_as_HttpClient_tells_it(Exception failure, Type expected) => Assert.That(
        async () => await AnswerBody.ReadAsync(new Body(new Unreadable(failure)), 10, default), Throws.TypeOf(expected));

    [Test]
    public async Task A_connection_that_ends_says_so()
    {
        HttpRequestException? error = null;
        try
        {
            await AnswerBody.ReadAsync(new Body(new Unreadable(new HttpIOException(HttpRequestError.ResponseEnded))), 10, default);
        }
        catch (HttpRequestException e)
        {
            error = e;
        }

        Assert.That(error?.HttpRequestError, Is.EqualTo(HttpRequestError.ResponseEnded));
    }

    [TestCase(20)]
    [TestCase(100_000)]
    public async Task The_memory_is_wiped_before_it_is_given_back(int length)
    {
        var stream = new Observed(new MemoryStream([.. Enumerable.Repeat((byte)'s', length)]));

        (await AnswerBody.ReadAsync(new Body(stream), length, default)).Dispose();

        Assert.That(stream.Buffers, Is.Not.Empty.And.All.Matches<Memory<byte>>(b => b.Span.IndexOf((byte)'s') < 0));
    }

    [TestCase(20)]
    [TestCase(100_000)]
    public void The_memory_of_one_that_breaks_off_is_wiped_too(int length)
    {
        var stream = new Observed(new MemoryStream([.. Enumerable.Repeat((byte)'t', length)])) { Failure = new IOException() };

        Assert.That(async () => await AnswerBody.ReadAsync(new Body(stream), length, default), Throws.TypeOf<HttpRequestException>());
        Assert.That(stream.Buffers, Is.Not.Empty.And.All.Matches<Memory<byte>>(b => b.Span.IndexOf((byte)'t') < 0));
    }

    [Test]
    public void What_a_decompressor_wrote_before_it_failed_is_wiped_too()
    {
        var stream = new HalfWritten();

        Assert.That(async () => await AnswerBody.ReadAsync(new Body(stream), 1000, default), Throws.TypeOf<IOException>());
        Assert.That(stream.Buffers.Single().Span.IndexOf((byte)'u'), Is.EqualTo(-1));
    }

    [Test]
    public async Task When_the_memory_was_given_back_nothing_of_it_can_be_read()
    {
        AnswerBody body = await AnswerBody.ReadAsync(new ByteArrayContent(new byte[20]), 20, default);

        body.Dispose();

        Assert.That(body.Bytes.Length, Is.Zero);
    }

    [Test]
    public async Task No_more_memory_is_taken_than_a_few_times_what_came()
    {
        const int Length = 1_000_000;
        var stream = new Observed(new MemoryStream(new byte[Length]));

        (await AnswerBody.ReadAsync(new Body(stream), Length, default)).Dispose();

        Assert.That(stream.Buffers.Max(b => b.Length), Is.LessThan(4 * Length));
    }

    private sealed class Body(Stream stream) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(stream);

        protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) => stream.CopyToAsync(target);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private class Observed(Stream inner) : Stream
    {
        public List<Memory<byte>> Buffers { get; } = [];

        /// <summary>What comes instead of the end.</summary>
        public Exception? Failure { get; init; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Buffers.Add(buffer);
            int read = await inner.ReadAsync(buffer, cancellationToken);
            return read == 0 && Failure is not null ? throw Failure : read;
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class HalfWritten() : Observed(Null)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Buffers.Add(buffer);
            buffer.Span[..20].Fill((byte)'u');
            throw new InvalidDataException();
        }
    }

    private sealed class Unreadable(Exception failure) : Observed(Null)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(failure);
    }
}
