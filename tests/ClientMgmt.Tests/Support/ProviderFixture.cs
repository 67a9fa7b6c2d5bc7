namespace ClientMgmt.Tests.Support;

/// <summary>A fixture over one provider: a sandbox for all its tests, emptied after each.</summary>
public abstract class ProviderFixture(ProviderCase provider)
{
    protected ProviderCase Case => provider;

    protected TestHost Host { get; private set; } = null!;

    protected IClientManagement Clients => Host.Clients;

    [OneTimeSetUp]
    public async Task StartAsync() => Host = await TestHost.StartAsync(provider);

    // SaaS portals take few clients of one user.
    [TearDown]
    public void Reset() => Host.Sandbox.Reset();

    [OneTimeTearDown]
    public async Task StopAsync() => await Host.DisposeAsync();
}
