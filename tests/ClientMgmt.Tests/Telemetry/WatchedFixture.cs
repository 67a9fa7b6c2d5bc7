using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>A test with somebody who listens to one provider, over answers that are told in advance.</summary>
public abstract class WatchedFixture
{
    private protected InstantTime Time { get; } = new();

    private protected Watch Watch { get; private set; } = null!;

    [SetUp]
    public void StartWatch() => Watch = new Watch();

    [TearDown]
    public void StopWatch() => Watch.Dispose();

    private protected WireHost Portal() => WireHost.For(
        Backend.DocSpace, p => (p.Signature, p.ApiKey) = (null, new Secret(WireHost.ApiKey)), watch: Watch);

    private protected WireHost Host(Action<ProviderOptions>? change = null) => WireHost.For(
        Backend.AuthleteV3,
        p =>
        {
            // Every timer goes off at once.
            (p.Resilience.AttemptTimeout, p.Resilience.TotalTimeout, p.Resilience.CredentialTimeout) =
                (Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            change?.Invoke(p);
        },
        time: Time,
        watch: Watch);
}
