using ClientMgmt;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

public sealed class OrdersTests
{
    private SandboxServer _sandbox = null!;
    private ServiceProvider _services = null!;

    private IClientManagement Clients => _services.GetRequiredService<IClientManagement>();

    [OneTimeSetUp]
    public async Task Start()
    {
        _sandbox = await SandboxServer.StartAsync();
        var services = new ServiceCollection();
        services.AddClientManagement(_sandbox);
        _services = services.BuildServiceProvider();
    }

    [SetUp]
    public void Reset() => _sandbox.Reset();

    [Test]
    public async Task A_client_is_renamed()
    {
        long id = _sandbox.Authlete.Seed(SandboxDefaults.ServiceId, 1)[0];

        await Clients.UpdateAsync($"{id}", c => c with { ClientName = "Orders" });

        Assert.That(_sandbox.Authlete.FindClient(SandboxDefaults.ServiceId, id)?["clientName"]?.ToString(), Is.EqualTo("Orders"));
    }

    [Test]
    public void A_creation_whose_answer_is_lost_is_told()
    {
        _sandbox.Faults.Add(new SandboxFault { Method = "POST", Send = SandboxPart.None, Then = SandboxEnding.Reset });

        Assert.That(() => Clients.CreateAsync(new ClientMetadata { ClientName = "Orders" }), Throws.TypeOf<OutcomeUnknownException>());
        Assert.That(_sandbox.Authlete.Count(SandboxDefaults.ServiceId), Is.EqualTo(1));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
