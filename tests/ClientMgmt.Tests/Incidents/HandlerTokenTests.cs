using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A handler that does not heed its token holds up neither its caller for longer than told, nor others.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HandlerTokenTests
{
    private readonly ManualTime _time = new();
    private readonly TaskCompletionSource _never = new();

    [Test]
    public async Task The_attempt_ends_with_its_time_and_the_next_has_a_turn()
    {
        var server = new AnswerHandler(WireAnswer.Ok(AuthleteOperations.Client));
        bool hangs = true;
        await using Application application = Start(server, () => hangs ? _never.Task : Task.CompletedTask);
        Task<OAuthClient> hung = application.Clients.GetAsync("17");
        await _time.NextTimerAsync();
        hangs = false;

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(async () => await hung.InTimeAsync(), Throws.TypeOf<BackendUnavailableException>());
        Assert.That((await application.Clients.GetAsync("17").InTimeAsync()).ClientId, Is.EqualTo("17"));
    }

    [Test]
    public async Task It_ends_with_the_callers_token()
    {
        await using Application application = Start(new AnswerHandler(), () => _never.Task);
        using var stop = new CancellationTokenSource();
        Task<OAuthClient> hung = application.Clients.GetAsync("17", stop.Token);
        await _time.NextTimerAsync();

        await stop.CancelAsync();

        Assert.That(async () => await hung.InTimeAsync(), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_change_that_nobody_waits_for_any_more_does_not_go_out()
    {
        var server = new AnswerHandler(WireAnswer.Of(201, AuthleteOperations.Client));
        await using Application application = Start(server, () => _never.Task);
        Task<OAuthClient> hung = application.Clients.CreateAsync(new ClientMetadata());
        await _time.NextTimerAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(async () => await hung.InTimeAsync(), Throws.TypeOf<BackendUnavailableException>());

        _never.SetResult();

        Assert.That(server.Requests, Is.Empty);
    }

    private Application Start(AnswerHandler server, Func<Task> wait) => new(
        builder => builder
            .AddProvider("main", p =>
            {
                Application.Fill(p, Backend.AuthleteV3);
                (p.Resilience.MaxRetryAttempts, p.Resilience.MaxConcurrency) = (0, 1);
                (p.Resilience.AttemptTimeout, p.Resilience.MinimumThroughput) = (TimeSpan.FromSeconds(1), 0);
            })
            .ConfigureHttpClient("main", http => http
                .AddHttpMessageHandler(() => new Waiting(wait))
                .ConfigurePrimaryHttpMessageHandler(() => server)),
        _time);

    private sealed class Waiting(Func<Task> wait) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await wait();
            return await base.SendAsync(request, CancellationToken.None);
        }
    }
}
