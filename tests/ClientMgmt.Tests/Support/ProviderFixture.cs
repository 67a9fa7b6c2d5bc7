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
    public Task ResetAsync() => Host.ResetAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await Host.DisposeAsync();

    /// <summary>
    /// Ends the test of what the provider lacks: it refuses that, and gives the reason that its capabilities give.
    /// </summary>
    protected async Task NeedAsync(params ClientOperation[] operations)
    {
        foreach (ClientOperation operation in operations.Where(o => !Clients.Capabilities.Supports(o)))
        {
            string lack = $"{Case} lacks {operation}: {Clients.Capabilities.Operations[operation].Remark}";
            Exception? error = await Calls.CatchAsync(Clients, operation, Case.UnknownId);
            Assert.That(error, Is.InstanceOf<OperationNotSupportedException>(), lack);
            Assert.That(error!.Message, Does.Contain(Clients.Capabilities.Operations[operation].Remark!));
            Assert.Pass(lack);
        }
    }
}
