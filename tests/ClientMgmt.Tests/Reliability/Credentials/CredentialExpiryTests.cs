using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>A credential with a time of expiry is renewed in the background before it comes, while the old one serves.</summary>
public sealed class CredentialExpiryTests
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(10);

    private ManualTime _time = null!;
    private WireHost _host = null!;
    private int _calls;
    private bool _isDown;

    [SetUp]
    public void Start()
    {
        (_time, _calls, _isDown) = (new ManualTime(), 0, false);
        _host = Resilient.Host(Backend.AuthleteV3, _time, provider: p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = (_, _) => Supply();
        }).OnAny(WireAnswer.Ok(AuthleteOperations.Client));
    }

    [TearDown]
    public void Stop() => _host.Dispose();

    [TestCase(539, 1)]
    [TestCase(540, 2)]
    public async Task It_is_renewed_a_minute_early(int seconds, int expected)
    {
        await _host.Clients.GetAsync("17");
        _time.Advance(TimeSpan.FromSeconds(seconds));

        await GetUntilCalledAsync(expected);

        Assert.That(_calls, Is.EqualTo(expected));
    }

    [Test]
    public async Task It_serves_as_long_as_it_is_valid_when_it_cannot_be_renewed()
    {
        await _host.Clients.GetAsync("17");
        _isDown = true;
        _time.Advance(TimeSpan.FromSeconds(599));

        await GetUntilCalledAsync(2);

        Assert.That((_calls, _host.Requests[^1].Header("Authorization")), Is.EqualTo((2, "Bearer token-1")));
    }

    [TestCase(9, 2)]
    [TestCase(10, 3)]
    public async Task A_renewal_that_failed_is_tried_again_after_ten_seconds(int seconds, int expected)
    {
        await _host.Clients.GetAsync("17");
        _isDown = true;
        _time.Advance(TimeSpan.FromSeconds(550));
        await GetUntilCalledAsync(2);

        // A renewal has a timer that bounds it until it has ended.
        await Patience.UntilAsync(() => _time.IsIdle, () => Task.CompletedTask);
        _time.Advance(TimeSpan.FromSeconds(seconds));

        await GetUntilCalledAsync(expected);

        Assert.That(_calls, Is.EqualTo(expected));
    }

    [Test]
    public async Task The_applications_own_error_comes_out_when_it_has_expired()
    {
        await _host.Clients.GetAsync("17");
        _isDown = true;
        _time.Advance(s_lifetime);

        Assert.That(async () => await _host.Clients.GetAsync("17"), Throws.TypeOf<TimeoutException>());
    }

    [Test]
    public async Task Without_a_time_of_expiry_it_is_kept()
    {
        using WireHost host = Resilient.Host(Backend.AuthleteV3, _time, provider: p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = (_, _) =>
            {
                _calls++;
                return ValueTask.FromResult(ProviderCredential.FromAccessToken(new Secret("token")));
            };
        }).OnAny(WireAnswer.Ok(AuthleteOperations.Client));
        await host.Clients.GetAsync("17");
        _time.Advance(TimeSpan.FromDays(1000));

        await host.Clients.GetAsync("17");

        Assert.That(_calls, Is.EqualTo(1));
    }

    private async Task GetUntilCalledAsync(int calls)
    {
        await _host.Clients.GetAsync("17");
        await Patience.UntilAsync(() => _calls >= calls, () => Task.CompletedTask);
    }

    private ValueTask<ProviderCredential> Supply()
    {
        _calls++;
        return _isDown
            ? throw new TimeoutException("The vault is down.")
            : ValueTask.FromResult(ProviderCredential.FromAccessToken(new Secret($"token-{_calls}")) with
            {
                ExpiresAt = _time.GetUtcNow() + s_lifetime,
            });
    }
}
