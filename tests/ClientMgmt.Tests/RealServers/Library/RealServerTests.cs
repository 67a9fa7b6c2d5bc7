using ClientMgmt.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.RealServers.Library;

/// <summary>The library keeps its contract with servers of other authors, as far as they can.</summary>
[TestFixtureSource(typeof(RealServer), nameof(RealServer.All))]
internal sealed class RealServerTests(RealServer server)
{
    private RealHost _host = null!;

    private static IEnumerable<Promise> All => Promises.All;

    private IClientManagement Clients => _host.Clients;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await RealHost.StartAsync(server);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(All))]
    public async Task It_is_as_promised(Promise promise)
    {
        string? lack = Lacks.All.SingleOrDefault(l => l.Server == server.Name && l.Promise == promise.Name).Reason;

        string? problem = await promise.FindProblemAsync(Clients);

        Assert.That(problem, lack is null ? Is.Null : Is.Not.Null, lack ?? promise.Name);
    }

    [Test]
    public void What_it_lacks_is_told()
    {
        (string Server, string Promise, string Reason)[] lines = [.. Lacks.All.Where(l => l.Server == server.Name)];
        foreach ((_, string promise, string reason) in lines)
        {
            TestContext.Out.WriteLine($"{server.Name,-50} {promise,-60} {reason}");
        }

        Assert.That(lines.Select(l => l.Promise), Is.Unique.And.SubsetOf(Promises.All.Select(p => p.Name)));
    }

    [Test]
    public async Task What_the_capabilities_do_not_promise_is_refused()
    {
        var wrong = new List<string>();
        foreach (ClientOperation operation in Enum.GetValues<ClientOperation>().Where(o => !Clients.Capabilities.Supports(o)))
        {
            if (await Calls.CatchAsync(Clients, operation, "1") is not OperationNotSupportedException)
            {
                wrong.Add($"{operation}");
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task Another_process_goes_on_with_the_same_keys()
    {
        OAuthClient created = await Clients.CreateAsync(RichMetadata.For(Clients.Capabilities, "Shared"));
        await using ServiceProvider other = _host.Library();

        bool isKnown = (await _host.KnownAsync()).Contains(created.ClientId);
        if (isKnown)
        {
            await other.GetRequiredService<IClientManagement>().GetAsync(created.ClientId);
        }

        Assert.That(isKnown, Is.EqualTo(Clients.Capabilities.Supports(ClientOperation.Get)));
    }
}
