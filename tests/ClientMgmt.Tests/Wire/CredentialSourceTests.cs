using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>Where the credential of a request comes from, and what becomes of the call if there is none.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CredentialSourceTests
{
    private const string Exchange = "GET /api/2.0/security/oauth2/token";

    private readonly ManualTime _time = new();
    private int _asked;

    [TestCase(401, 2)]
    [TestCase(403, 2)]
    [TestCase(404, 1)]
    [TestCase(500, 1)]
    public async Task The_callback_is_asked_once_more_if_the_exchange_refuses_its_credential(int status, int times)
    {
        using WireHost host = Portal(() => ApiKey($"key-{_asked}")).OnEveryOther(WireAnswer.Of(status));

        await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host);

        Assert.That((_asked, host.Requests.Count), Is.EqualTo((times, times)));
    }

    [Test]
    public async Task A_new_credential_of_the_callback_is_exchanged_where_the_old_one_was_refused()
    {
        using WireHost host = Portal(() => ApiKey($"key-{_asked}"))
            .On(Exchange, WireAnswer.Of(403), WireAnswer.Ok("""{"response":"signature"}"""))
            .OnEveryOther(WireAnswer.Ok(DocSpaceOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(
            host.Requests.Select(r => r.Header("Authorization") ?? r.Header("x-signature")), Is.EqualTo(["Bearer key-1", "Bearer key-2", "signature"]));
    }

    [Test]
    public async Task The_same_credential_is_not_exchanged_again()
    {
        using WireHost host = Portal(() => ApiKey("key")).OnEveryOther(WireAnswer.Of(403));

        Exception? error = await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host);

        Assert.That((error?.GetType(), _asked, host.Requests.Count), Is.EqualTo((typeof(AccessDeniedException), 2, 1)));
    }

    [Test]
    public async Task A_signature_that_is_refused_is_exchanged_anew_for_the_same_credential()
    {
        using WireHost host = Portal(() => ApiKey("key"))
            .On(Exchange, WireAnswer.Ok("""{"response":"first"}"""), WireAnswer.Ok("""{"response":"second"}"""))
            .On("GET /api/2.0/clients/17", WireAnswer.Of(403), WireAnswer.Ok(DocSpaceOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That((_asked, host.Requests[^1].Header("x-signature")), Is.EqualTo((1, "second")));
    }

    [Test]
    public void An_exception_of_the_applications_own_handler_comes_through_the_exchange_as_it_is()
    {
        var failure = new InvalidTimeZoneException();
        using WireHost host = Portal(() => ApiKey("key")).OnAny((_, _) => throw failure);

        Assert.That(async () => await host.Clients.GetAsync("17"), Throws.Exception.SameAs(failure));
    }

    [Test]
    public void Nothing_that_the_callback_returns_is_a_mistake_of_the_application()
    {
        using WireHost host = Service(() => null!);

        Assert.That(
            async () => await host.Clients.GetAsync("17"),
            Throws.InvalidOperationException.With.Message.EqualTo("CredentialCallback returned null; AuthleteV3 takes AccessToken."));
    }

    [Test]
    public void A_kind_that_the_backend_does_not_take_is_one_too()
    {
        using WireHost host = Service(() => ApiKey("key"));

        Assert.That(
            async () => await host.Clients.GetAsync("17"),
            Throws.InvalidOperationException.With.Message.EqualTo("CredentialCallback returned ApiKey; AuthleteV3 takes AccessToken."));
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    public async Task A_credential_is_valid_until_before_it_expires(int ticks, bool isValid)
    {
        using WireHost host = Service(() => Token() with { ExpiresAt = _time.GetUtcNow().AddTicks(ticks) });

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(error, isValid ? Is.Null : Is.TypeOf<InvalidOperationException>());
    }

    [Test]
    public async Task An_error_of_the_callback_comes_through_as_it_is()
    {
        var failure = new InvalidTimeZoneException();
        using WireHost host = Service(() => throw failure);

        Assert.That(await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host), Is.SameAs(failure));
    }

    [Test]
    public async Task A_call_that_was_cancelled_before_asks_for_no_credential()
    {
        using WireHost host = Service(Token);

        Exception? error = await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", new CancellationToken(canceled: true));

        Assert.That((error is OperationCanceledException, _asked), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task A_caller_who_leaves_while_the_callback_fails_is_told_that_the_call_was_cancelled()
    {
        using var source = new CancellationTokenSource();
        using WireHost host = Service(() =>
        {
            source.Cancel();
            throw new InvalidTimeZoneException();
        });

        Exception? error = await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", source.Token);

        Assert.That(error, Is.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task An_exchange_that_takes_too_long_makes_the_backend_unavailable()
    {
        using WireHost host = Portal(() => ApiKey("key"), TimeSpan.FromSeconds(90.12345)).OnAny(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        });
        Task<Exception?> call = WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host);

        await _time.PassUntilAsync(call);

        var error = await call as ClientManagementException;
        Assert.That(error, Is.TypeOf<BackendUnavailableException>().With.Message.Contains("within 90.123 s (CredentialTimeout)"));
        Assert.That(error!.Error.Attempts, Is.Zero);
    }

    [TestCase(false, "500")]
    [TestCase(true, "connection_error")]
    public async Task The_measurement_of_an_exchange_that_failed_says_why(bool isBroken, string type)
    {
        using var watch = new Watch();
        using WireHost host = WireHost.For(Backend.DocSpace, p => (p.Signature, p.ApiKey) = (null, new Secret(WireHost.ApiKey)), watch: watch)
            .OnAny((_, _) => isBroken
                ? throw new HttpRequestException(HttpRequestError.ConnectionError)
                : Task.FromResult(WireAnswer.Of(500).ToResponse()));

        await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host);

        Assert.That(watch.Of("clientmgmt.credential.renewals").Single().Dimensions, Does.Contain($"error.type={type}"));
    }

    private static ProviderCredential ApiKey(string value) => ProviderCredential.FromApiKey(new Secret(value));

    private static ProviderCredential Token() => ProviderCredential.FromAccessToken(new Secret("token"));

    private WireHost Service(Func<ProviderCredential> supply) =>
        Host(Backend.AuthleteV3, supply, null).OnAny(WireAnswer.Ok(AuthleteOperations.Client));

    private WireHost Portal(Func<ProviderCredential> supply, TimeSpan? bound = null) => Host(Backend.DocSpace, supply, bound);

    private WireHost Host(Backend backend, Func<ProviderCredential> supply, TimeSpan? bound) => Resilient.Host(
        backend,
        _time,
        r => (r.MaxRetryAttempts, r.CredentialTimeout) = (0, bound ?? r.CredentialTimeout),
        p =>
        {
            (p.AccessToken, p.Signature) = (null, null);
            p.CredentialCallback = (_, _) =>
            {
                Interlocked.Increment(ref _asked);
                return ValueTask.FromResult(supply());
            };
        });
}
