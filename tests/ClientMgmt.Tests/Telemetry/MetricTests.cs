using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>The metrics: what is counted, how often, and by which dimensions.</summary>
public sealed class MetricTests : WatchedFixture
{
    private const string Duration = "clientmgmt.operation.duration";
    private const string Retries = "clientmgmt.retries";
    private const string Throttled = "clientmgmt.throttled";
    private const string Waits = "clientmgmt.limiter.wait.duration";
    private const string Renewals = "clientmgmt.credential.renewals";

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.All))]
    public async Task Every_operation_has_one_duration(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend, watch: Watch));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(Dimensions(Duration), Is.EqualTo(new[] { $"clientmgmt.operation={row.Operation}" }));
    }

    [Test]
    public async Task A_failed_operation_has_its_error_as_a_dimension()
    {
        using WireHost host = Host().OnAny(WireAnswer.Of(404, UnknownClientTests.NoSuchClient));

        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");

        Assert.That(
            Dimensions(Duration), Is.EqualTo(new[] { "clientmgmt.operation=Get error.type=ClientMgmt.ClientNotFoundException" }));
    }

    [Test]
    public async Task A_duration_is_in_seconds_with_all_waits()
    {
        using WireHost host = Host(p => p.Resilience.MaxRetryAttempts = 1).On(
            "GET /api/4242/client/get/17",
            WireAnswer.Of(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } },
            WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(Watch.Of(Duration).Single().Value, Is.EqualTo(7));
    }

    [Test]
    public async Task TheTime_that_a_caller_spends_between_two_items_does_not_count()
    {
        using WireHost host = Host().OnAny(WireAnswer.Ok("""{"clients":[{"clientId":1},{"clientId":2}],"totalCount":2}"""));

        await foreach (OAuthClient _ in host.Clients.ListAsync())
        {
            Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.That(Watch.Of(Duration).Select(m => m.Value), Is.EqualTo(new[] { 0.0 }));
    }

    [Test]
    public async Task Every_retry_is_counted_with_its_reason()
    {
        using WireHost host = Host(p => p.Resilience.MaxRetryAttempts = 3).On(
            "GET /api/4242/client/get/17",
            WireAnswer.Of(503), WireAnswer.Of(429), WireAnswer.Of(500), WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(Dimensions(Retries), Is.EqualTo(new[]
        {
            "clientmgmt.operation=Get error.type=503",
            "clientmgmt.operation=Get error.type=429",
            "clientmgmt.operation=Get error.type=500",
        }));
    }

    [Test]
    public async Task A_retry_after_a_broken_connection_is_counted_with_that()
    {
        int requests = 0;
        using WireHost host = Host(p => p.Resilience.MaxRetryAttempts = 1).OnAny((_, _) => ++requests == 1
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
            : Task.FromResult(WireAnswer.Ok(AuthleteOperations.Client).ToResponse()));

        await host.Clients.GetAsync("17");

        Assert.That(Dimensions(Retries), Is.EqualTo(new[] { "clientmgmt.operation=Get error.type=response_ended" }));
    }

    [Test]
    public async Task Every_answer_with_429_is_counted_also_the_last()
    {
        using WireHost host = Host(p => p.Resilience.MaxRetryAttempts = 2).OnAny(WireAnswer.Of(429));

        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");

        Assert.That(Dimensions(Throttled), Is.EqualTo(Enumerable.Repeat("clientmgmt.operation=Get", 3)));
    }

    [Test]
    public async Task A_wait_for_the_budget_is_measured()
    {
        using WireHost host = Host(p => p.Resilience.RequestsPerMinute["*"] = 2).OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        for (int i = 0; i < 4; i++)
        {
            await host.Clients.GetAsync("17");
        }

        Assert.That(
            Watch.Of(Waits).Select(m => (m.Value, m.Dimensions)),
            Is.EqualTo(new[] { (30.0, "clientmgmt.operation=Get"), (30.0, "clientmgmt.operation=Get") }));
    }

    [Test]
    public async Task A_wait_for_the_budget_is_measured_also_if_it_is_over_at_once()
    {
        using WireHost host = WireHost.For(
            Backend.AuthleteV3,
            p =>
            {
                (p.Resilience.AttemptTimeout, p.Resilience.TotalTimeout) = (Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                p.Resilience.RequestsPerMinute["*"] = 1;
            },
            time: new NoTime(),
            watch: Watch).OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");
        await host.Clients.GetAsync("17");

        Assert.That(Watch.Of(Waits).Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_wait_that_was_cancelled_is_none_that_was_waited()
    {
        var time = new ManualTime();
        using var cancellation = new CancellationTokenSource();
        using WireHost host = WireHost.For(
            Backend.AuthleteV3, p => p.Resilience.RequestsPerMinute["*"] = 1, time: time, watch: Watch).OnAny(WireAnswer.Ok(AuthleteOperations.Client));
        await host.Clients.GetAsync("17", CancellationToken.None);

        Task<Exception?> call = Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", cancellation.Token);
        await cancellation.CancelAsync();
        await call.InTimeAsync();

        Assert.That(Watch.Of(Waits), Is.Empty);
    }

    [Test]
    public async Task A_wait_for_a_turn_is_measured()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        using WireHost host = Host(p => p.Resilience.MaxConcurrency = 1).OnAny((_, _) =>
        {
            return entered.TrySetResult() ? answer.Task : Task.FromResult(WireAnswer.Ok(AuthleteOperations.Client).ToResponse());
        });
        Task first = host.Clients.GetAsync("17");
        await entered.Task;

        Task second = host.Clients.GetAsync("17");
        Time.Advance(TimeSpan.FromSeconds(5));
        answer.SetResult(WireAnswer.Ok(AuthleteOperations.Client).ToResponse());
        await Task.WhenAll(first, second);

        Assert.That(Watch.Of(Waits).Select(m => m.Value), Is.EqualTo(new[] { 5.0 }));
    }

    [Test]
    public async Task Nothing_is_measured_of_a_request_that_does_not_wait()
    {
        using WireHost host = Host().OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(Watch.Of(Waits).Concat(Watch.Of(Retries)).Concat(Watch.Of(Throttled)).Concat(Watch.Of(Renewals)), Is.Empty);
    }

    [Test]
    public async Task Many_callers_who_need_a_credential_are_one_renewal()
    {
        using WireHost host = Host(p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = (_, _) => ValueTask.FromResult(ProviderCredential.FromAccessToken(new Secret("token")));
        }).OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.Clients.GetAsync("17")));

        Assert.That(Dimensions(Renewals), Is.EqualTo(new[] { "clientmgmt.operation=Get" }));
    }

    [Test]
    public async Task An_exchange_is_a_renewal()
    {
        using WireHost host = Portal().On(
            "GET /api/2.0/security/oauth2/token", WireAnswer.Ok("""{"response":"1"}"""), WireAnswer.Ok("""{"response":"2"}"""))
            .On("GET /api/2.0/scopes", WireAnswer.Of(403), WireAnswer.Ok("[]"));

        await host.Clients.Scopes.ListScopesAsync();

        Assert.That(Dimensions(Renewals), Is.EqualTo(Enumerable.Repeat("clientmgmt.operation=ListScopes", 2)));
    }

    [TestCase(500, null, "500")]
    [TestCase(401, null, "401")]
    [TestCase(200, "{}", "200")]
    public async Task A_renewal_that_fails_has_its_error_as_a_dimension(int status, string? body, string error)
    {
        using WireHost host = Portal().OnAny(WireAnswer.Of(status, body));

        await Calls.CatchAsync(host.Clients, ClientOperation.ListScopes, "");

        Assert.That(Dimensions(Renewals), Is.EqualTo(new[] { $"clientmgmt.operation=ListScopes error.type={error}" }));
    }

    [Test]
    public async Task Each_provider_counts_for_itself()
    {
        using var other = new Watch();
        using WireHost host = Host().OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That((Watch.Of(Duration).Count(), other.Of(Duration).Count()), Is.EqualTo((1, 0)));
    }

    private IEnumerable<string> Dimensions(string instrument) => Watch.Of(instrument).Select(m => m.Dimensions);

    /// <summary>A clock on which each wait is over before it is looked at.</summary>
    private sealed class NoTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return new ManualTime().CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
