using System.Diagnostics;
using System.Net.Http.Headers;
using ClientMgmt.Registration;
using ClientMgmt.Tests.Incidents;
using ClientMgmt.Tests.Support;
using ClientMgmt.Wire;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace ClientMgmt.Tests.Wire;

/// <summary>One sending of a request: what ends it, and what is told of its end.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TransportSendTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _attempt = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sent;

    public void Dispose()
    {
        _attempt.Dispose();
        _caller.Dispose();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Only_a_request_that_is_kept_up_goes_on_when_its_caller_leaves(bool isKeptUp)
    {
        await using Application application = Start();
        Task<Outcome<Attempt>> sending = SendAsync(application, isKeptUp);

        await LeaveAsync();
        _answer.TrySetResult(WireAnswer.Ok().ToResponse());

        Outcome<Attempt> outcome = await sending.InTimeAsync();
        Assert.That(
            (outcome.Result?.Status, outcome.Exception is OperationCanceledException), Is.EqualTo(isKeptUp ? ((int?)200, false) : (null, true)));
    }

    [Test]
    public async Task One_that_is_kept_up_ends_at_its_time_limit()
    {
        await using Application application = Start(r => r.AttemptTimeout = s_limit);
        Task<Outcome<Attempt>> sending = SendAsync(application, isKeptUp: true);

        _time.Advance(s_limit);

        Outcome<Attempt> outcome = await sending.InTimeAsync();
        Assert.That(outcome.Result?.Failure, Is.TypeOf<TimeLimitException>().With.Property(nameof(TimeLimitException.EndsCall)).False);
    }

    [Test]
    public async Task One_that_is_kept_up_without_a_time_limit_has_none()
    {
        await using Application application = Start();
        Task<Outcome<Attempt>> sending = SendAsync(application, isKeptUp: true);

        _time.Advance(TimeSpan.FromDays(1));
        _answer.TrySetResult(WireAnswer.Ok().ToResponse());

        Assert.That((await sending.InTimeAsync()).Result?.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task One_whose_caller_has_left_before_is_not_kept_up([Values] bool isKeptUp)
    {
        await using Application application = Start(answer: (_, token) =>
        {
            token.ThrowIfCancellationRequested();
            return Task.FromResult(WireAnswer.Ok().ToResponse());
        });
        await LeaveAsync();

        Outcome<Attempt> outcome = await SendAsync(application, isKeptUp).InTimeAsync();

        Assert.That(outcome.Exception, Is.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Where_no_time_is_left_nothing_is_sent([Values] bool isKeptUp, [Values(10, 11)] int seconds)
    {
        await using Application application = Start(r => r.TotalTimeout = s_limit);
        CallProgress progress = Progress(application, isKeptUp);
        _time.Advance(TimeSpan.FromSeconds(seconds));

        Outcome<Attempt> outcome = await Transport.SendAsync(progress, null, _attempt.Token, _caller.Token).AsTask().InTimeAsync();

        Assert.That(
            (outcome.Result?.Failure is TimeLimitException { EndsCall: true }, outcome.Result?.MayHaveActed, progress.Attempts, _sent),
            Is.EqualTo((true, (bool?)false, 0, 0)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_failed_by_itself_when_the_time_was_over_is_not_taken_for_the_limit(bool isCancellation)
    {
        Exception failure = isCancellation ? new OperationCanceledException() : new IOException();
        await using Application application = Start(answer: (_, _) =>
        {
            _attempt.Cancel();
            throw failure;
        });

        Outcome<Attempt> outcome = await SendAsync(application).InTimeAsync();

        Assert.That(outcome.Result?.Failure, isCancellation ? Is.TypeOf<TimeLimitException>() : Is.SameAs(failure));
    }

    [TestCase(true, ActivityStatusCode.Unset)]
    [TestCase(false, ActivityStatusCode.Error)]
    public async Task The_end_of_a_request_that_nobody_waits_for_is_no_error_of_its_span(bool isAbandoned, ActivityStatusCode expected)
    {
        using var watch = new Watch();
        await using Application application = Start(name: watch.Provider, answer: (_, _) => throw new IOException());

        await SendAsync(application, isAbandoned: isAbandoned, name: watch.Provider).InTimeAsync();

        Assert.That(watch.Attempts.Single().Status, Is.EqualTo(expected));
    }

    [Test]
    public async Task An_answer_that_breaks_off_is_disposed()
    {
        var content = new Content();
        await using Application application = Start(answer: (_, _) => Task.FromResult(new HttpResponseMessage { Content = content }));

        Outcome<Attempt> outcome = await SendAsync(application).InTimeAsync();

        Assert.That((outcome.Result?.Failure?.GetType(), content.IsDisposed), Is.EqualTo((typeof(HttpRequestException), true)));
    }

    private static CallProgress Progress(
        Application application, TimeProvider time, bool isKeptUp, bool isAbandoned, string name)
    {
        Provider provider = application.Services.GetRequiredService<ConfiguredProviders>().Get(name);
        var operation = new OperationInfo(provider, ClientOperation.Create) { IsAbandoned = () => isAbandoned };
        var request = new ApiRequest("POST", "/register") { IsKeptUp = isKeptUp };
        return new CallProgress(new Call(provider, new Protocol(), provider.State.Requests, operation, request), time);
    }

    private CallProgress Progress(Application application, bool isKeptUp) => Progress(application, _time, isKeptUp, isAbandoned: false, "main");

    private Task<Outcome<Attempt>> SendAsync(Application application, bool isKeptUp = false, bool isAbandoned = false, string name = "main") =>
        Transport.SendAsync(Progress(application, _time, isKeptUp, isAbandoned, name), null, _attempt.Token, _caller.Token).AsTask();

    private async Task LeaveAsync()
    {
        await _caller.CancelAsync();
        await _attempt.CancelAsync();
    }

    private Application Start(
        Action<ResilienceOptions>? change = null,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? answer = null,
        string name = "main")
    {
        answer ??= (_, token) => _answer.Task.WaitAsync(token);
        return new Application(
            builder => builder
                .AddProvider(name, p =>
                {
                    Application.Fill(p, Backend.AuthleteV3);
                    (p.Resilience.AttemptTimeout, p.Resilience.TotalTimeout) = (Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    change?.Invoke(p.Resilience);
                })
                .ConfigureHttpClient(name, http => http.ConfigurePrimaryHttpMessageHandler(() => new AnswerHandler((request, token) =>
                {
                    Interlocked.Increment(ref _sent);
                    return answer(request, token);
                }))),
            _time);
    }

    private sealed class Protocol : BackendProtocol
    {
        public override IReadOnlyList<CredentialKind> CredentialKinds => [];

        public override void Authorize(HttpRequestHeaders headers, Access access) => throw new NotSupportedException();

        public override bool RefusesCredential(Attempt refusal) => false;

        public override VendorError ReadError(string? body) => new();

        public override TimeSpan? ReadDelay(Func<string, string?> header, DateTimeOffset now) => null;

        public override string NameOf(string vendorField) => vendorField;
    }

    private sealed class Content() : StreamContent(new Broken())
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Broken : GatedStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException();
    }
}
