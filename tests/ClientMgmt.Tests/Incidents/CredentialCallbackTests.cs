using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A callback that supplies credentials may hang once, and tokens may be short-lived.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CredentialCallbackTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(1);

    private readonly ManualTime _time = new();
    private int _calls;

    [TestCase(false)]
    [TestCase(true)]
    public async Task One_that_hangs_is_waited_for_until_the_bound_and_asked_anew(bool blocks)
    {
        using var gate = new ManualResetEventSlim();
        var never = new TaskCompletionSource<ProviderCredential>();
        using WireHost host = Host(() =>
        {
            if (_calls > 1)
            {
                return ValueTask.FromResult(Token());
            }

            if (blocks)
            {
                gate.Wait(Patience.Limit);
            }

            return new ValueTask<ProviderCredential>(never.Task);
        });
        Task<OAuthClient> first = host.Clients.GetAsync("17");
        Assert.That(await _time.NextTimerAsync(), Is.EqualTo(s_bound));
        _time.Advance(s_bound);

        Assert.That(
            async () => await first.InTimeAsync(),
            Throws.TypeOf<BackendUnavailableException>().With.Message.Contains("CredentialTimeout"));
        Assert.That((await host.Clients.GetAsync("17").InTimeAsync()).ClientId, Is.EqualTo("17"));
        gate.Set();
    }

    [TestCase(60)]
    [TestCase(10)]
    public async Task A_short_lived_token_serves_many_requests(int seconds)
    {
        using WireHost host = Host(() => ValueTask.FromResult(Token() with { ExpiresAt = _time.GetUtcNow().AddSeconds(seconds) }));

        for (int i = 0; i < 20; i++)
        {
            await host.Clients.GetAsync("17");
            _time.Advance(TimeSpan.FromSeconds(seconds) / 40);
        }

        Assert.That((_calls, host.Requests.Count), Is.EqualTo((1, 20)));
    }

    [Test]
    public async Task While_a_token_is_valid_nobody_waits_for_its_renewal()
    {
        var renewal = new TaskCompletionSource<ProviderCredential>();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        DateTimeOffset end = _time.GetUtcNow().AddHours(1);
        using WireHost host = Host(() =>
        {
            if (_calls == 1)
            {
                return ValueTask.FromResult(Token() with { ExpiresAt = end });
            }

            asked.SetResult();
            return new ValueTask<ProviderCredential>(renewal.Task);
        });
        await host.Clients.GetAsync("17");
        _time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(59));

        for (int i = 0; i < 5; i++)
        {
            await host.Clients.GetAsync("17").InTimeAsync();
        }

        await asked.Task.InTimeAsync();
        Assert.That((_calls, host.Requests[^1].Header("Authorization")), Is.EqualTo((2, "Bearer token-1")));
        renewal.SetResult(Token());
    }

    [Test]
    public void A_time_of_expiry_that_was_forgotten_is_a_clear_error()
    {
        using WireHost host = Host(() => ValueTask.FromResult(Token() with { ExpiresAt = default(DateTimeOffset) }));

        Assert.That(
            () => host.Clients.GetAsync("17"),
            Throws.InvalidOperationException.With.Message.Contains("CredentialCallback").And.Message.Contains("ExpiresAt"));
    }

    private ProviderCredential Token() => ProviderCredential.FromAccessToken(new Secret($"token-{_calls}"));

    private WireHost Host(Func<ValueTask<ProviderCredential>> supply)
    {
        _calls = 0;
        return Resilient.Host(
            Backend.AuthleteV3,
            _time,
            r => r.CredentialTimeout = s_bound,
            p =>
            {
                p.AccessToken = null;
                p.CredentialCallback = (_, _) =>
                {
                    Interlocked.Increment(ref _calls);
                    return supply();
                };
            }).OnAny(WireAnswer.Ok(AuthleteOperations.Client));
    }
}
