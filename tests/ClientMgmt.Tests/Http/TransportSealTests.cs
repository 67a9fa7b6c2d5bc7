using ClientMgmt.Http;

namespace ClientMgmt.Tests.Http;

/// <summary>Between the outermost and the innermost handler a change goes out once, and nobody waits longer than the token says.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TransportSealTests : IDisposable
{
    private readonly Passages _passages = new();
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new();
    private readonly CancellationTokenSource _source = new();
    private int _sent;

    public void Dispose() => _source.Dispose();

    [Test]
    public async Task A_request_that_is_safe_may_go_out_twice()
    {
        using HttpMessageInvoker chain = Chain();
        _answer.SetResult(new HttpResponseMessage());
        HttpRequestMessage request = Begun(isSafe: true, out _);

        await chain.SendAsync(request, default);
        await chain.SendAsync(request, default);

        Assert.That(_sent, Is.EqualTo(2));
    }

    [Test]
    public async Task A_change_goes_out_once_even_in_a_copy_that_has_lost_its_options()
    {
        using HttpMessageInvoker chain = Chain();
        _answer.SetResult(new HttpResponseMessage());
        await chain.SendAsync(Begun(isSafe: false, out _), default);

        Assert.That(async () => await chain.SendAsync(Request(), default), Throws.TypeOf<SentTwiceException>());
        Assert.That(_sent, Is.EqualTo(1));
    }

    [Test]
    public async Task A_copy_of_what_is_safe_belongs_to_no_attempt()
    {
        using HttpMessageInvoker chain = Chain();
        _answer.SetResult(new HttpResponseMessage());
        await chain.SendAsync(Begun(isSafe: true, out Passage passage), default);

        HttpRequestMessage copy = Request();
        await chain.SendAsync(copy, default);

        Assert.That((_sent, passage.IsEntered, _passages.Of(copy)), Is.EqualTo((2, true, (Passage?)null)));
    }

    [Test]
    public async Task What_is_read_while_a_change_is_sent_is_no_part_of_it_even_in_copies_without_options()
    {
        using HttpMessageInvoker chain = Chain();
        _answer.SetResult(new HttpResponseMessage());
        await chain.SendAsync(Begun(isSafe: false, out _), default);

        Begun(isSafe: true, out _);
        await chain.SendAsync(Request(), default);
        await chain.SendAsync(Request(), default);

        Assert.That(_sent, Is.EqualTo(3));
    }

    [Test]
    public void Of_a_change_the_first_failure_and_the_handler_that_sent_it_are_kept()
    {
        using HttpMessageInvoker chain = Chain();
        HttpRequestMessage request = Begun(isSafe: false, out Passage passage);
        Assert.That(passage.Primary, Is.Null);
        var failure = new HttpRequestException("first");
        _answer.SetException(failure);

        Assert.That(async () => await chain.SendAsync(request, default), Throws.Exception.SameAs(failure));

        Assert.That((passage.FirstFailure, passage.Primary is Server), Is.EqualTo((failure, true)));
    }

    [Test]
    public void A_handler_of_the_application_that_heeds_no_token_is_not_waited_for()
    {
        using HttpMessageInvoker chain = Chain(isBounding: true);
        Task<HttpResponseMessage> sending = chain.SendAsync(Begun(isSafe: true, out _), _source.Token);
        Assert.That(sending.IsCompleted, Is.False);

        _source.Cancel();

        Assert.That(async () => await sending.WaitAsync(TimeSpan.FromSeconds(10)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task NETs_own_handlers_are_waited_for()
    {
        using HttpMessageInvoker chain = Chain(isBounding: false);
        Task<HttpResponseMessage> sending = chain.SendAsync(Begun(isSafe: true, out _), _source.Token);

        await _source.CancelAsync();
        Assert.That(sending.IsCompleted, Is.False);

        var answer = new HttpResponseMessage();
        _answer.SetResult(answer);
        Assert.That(await sending, Is.SameAs(answer));
    }

    [Test]
    public async Task An_answer_that_comes_too_late_is_disposed()
    {
        using HttpMessageInvoker chain = Chain(isBounding: true);
        Task<HttpResponseMessage> sending = chain.SendAsync(Begun(isSafe: true, out _), _source.Token);
        await _source.CancelAsync();
        Assert.That(async () => await sending, Throws.InstanceOf<OperationCanceledException>());

        var content = new Content();
        _answer.SetResult(new HttpResponseMessage { Content = content });

        await content.Disposed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void A_change_that_is_waiting_when_nobody_waits_for_it_any_more_never_goes_out()
    {
        HttpRequestMessage request = Begun(isSafe: false, out Passage passage);
        using HttpMessageInvoker chain = Chain();
        passage.Abandon();

        Assert.That(async () => await chain.SendAsync(request, default), Throws.TypeOf<OperationCanceledException>());
        Assert.That(_sent, Is.Zero);
    }

    [Test]
    public async Task A_change_that_a_handler_keeps_back_when_its_caller_leaves_never_goes_out()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new Late(gate.Task);
        using HttpMessageInvoker chain = Chain(isBounding: true, handler);
        Task<HttpResponseMessage> sending = chain.SendAsync(Begun(isSafe: false, out _), _source.Token);
        await _source.CancelAsync();
        Assert.That(async () => await sending.WaitAsync(TimeSpan.FromSeconds(10)), Throws.InstanceOf<OperationCanceledException>());

        gate.SetResult();

        Assert.That(async () => await handler.Passed.Task.WaitAsync(TimeSpan.FromSeconds(10)), Throws.TypeOf<OperationCanceledException>());
        Assert.That(_sent, Is.Zero);
    }

    [Test]
    public async Task A_handler_that_sends_a_change_again_while_it_is_under_way_is_refused_in_the_task_and_keeps_the_first_answer()
    {
        using HttpMessageInvoker chain = Chain(handler: new Hedging());
        Task<HttpResponseMessage> sending = chain.SendAsync(Begun(isSafe: false, out _), default);
        var answer = new HttpResponseMessage();

        _answer.SetResult(answer);

        Assert.That((await sending, _sent), Is.EqualTo((answer, 1)));
    }

    // Two primary handlers, one around the other: each has a seal of its own.
    [Test]
    public void A_change_that_has_gone_out_goes_through_to_the_end()
    {
        Begun(isSafe: false, out Passage passage);
        var primary = new Server(this);
        passage.GoOut(new TransportSeal(_passages, primary), primary);
        passage.Abandon();

        Assert.That(() => passage.GoOut(new TransportSeal(_passages, primary), primary), Throws.Nothing);
    }

    private static HttpRequestMessage Request() => new(HttpMethod.Get, "https://a.example.test/");

    private HttpRequestMessage Begun(bool isSafe, out Passage passage)
    {
        HttpRequestMessage request = Request();
        passage = _passages.Begin(request, isSafe);
        return request;
    }

    private HttpMessageInvoker Chain(bool isBounding = false, DelegatingHandler? handler = null)
    {
        var server = new Server(this);
        var last = new TransportSeal(_passages, server) { InnerHandler = server };
        handler?.InnerHandler = last;
        return new HttpMessageInvoker(new TransportSeal(_passages, null) { IsBounding = isBounding, InnerHandler = handler ?? last });
    }

    private sealed class Late(Task gate) : DelegatingHandler
    {
        /// <summary>What came of passing the request on.</summary>
        public TaskCompletionSource Passed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await gate;
            try
            {
                HttpResponseMessage answer = await base.SendAsync(request, CancellationToken.None);
                Passed.SetResult();
                return answer;
            }
            catch (Exception e)
            {
                Passed.SetException(e);
                throw;
            }
        }
    }

    /// <summary>Sends twice, and takes the answer that comes first.</summary>
    private sealed class Hedging : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Task<HttpResponseMessage> first = base.SendAsync(request, cancellationToken);
            Task<HttpResponseMessage> second = base.SendAsync(request, cancellationToken);
            Task<HttpResponseMessage> winner = await Task.WhenAny(first, second);
            return await (winner.IsFaulted ? first : winner);
        }
    }

    private sealed class Server(TransportSealTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._sent++;
            return test._answer.Task;
        }
    }

    private sealed class Content : ByteArrayContent
    {
        public Content()
            : base([])
        {
        }

        public TaskCompletionSource Disposed { get; } = new();

        protected override void Dispose(bool disposing)
        {
            Disposed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
