using System.Net;
using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A refusal is one by its status, whatever becomes of its body.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BrokenRefusalTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private readonly ManualTime _time = new();

    [TestCase(ClientOperation.Create)]
    [TestCase(ClientOperation.Get)]
    public async Task One_whose_body_breaks_off(ClientOperation operation)
    {
        using WireHost host = Host(_ => throw new HttpIOException(HttpRequestError.ResponseEnded));

        await AssertRefusedAsync(host, RunAsync(host, operation));
    }

    [TestCase(ClientOperation.Create)]
    [TestCase(ClientOperation.Get)]
    public async Task One_whose_body_stalls(ClientOperation operation)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using WireHost host = Host(async token =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        });
        Task<Exception?> call = RunAsync(host, operation);
        await reached.Task.InTimeAsync();

        _time.Advance(s_limit);

        await AssertRefusedAsync(host, call);
    }

    [TestCase(ClientOperation.Create)]
    [TestCase(ClientOperation.Get)]
    public async Task One_whose_body_is_too_large(ClientOperation operation)
    {
        using WireHost host = Host(_ => ValueTask.FromResult(100));

        await AssertRefusedAsync(host, RunAsync(host, operation));
    }

    private static Task<Exception?> RunAsync(WireHost host, ClientOperation operation) =>
        WireOperations.Of(Backend.DocSpace, operation).CatchAsync(host);

    private static async Task AssertRefusedAsync(WireHost host, Task<Exception?> call)
    {
        var error = await call.InTimeAsync() as ClientManagementException;
        Assert.That(
            (error?.Error.StatusCode, error is OutcomeUnknownException, host.Requests.Count),
            Is.EqualTo((HttpStatusCode.BadRequest, false, 1)));
    }

    private WireHost Host(Func<CancellationToken, ValueTask<int>> read) => Resilient.Host(
        Backend.DocSpace, _time, r => r.AttemptTimeout = s_limit, maxResponseBytes: 1000).OnAny((_, _) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StreamContent(new Body(read)) }));

    private sealed class Body(Func<CancellationToken, ValueTask<int>> read) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => read(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
