using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>One line registers the library with a sandbox, and one clock is enough for both.</summary>
public sealed class OneLineTests
{
    [Test]
    public async Task Every_provider_of_the_sandbox_is_there_and_the_first_is_the_default()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        await using ServiceProvider services = Library(sandbox);
        sandbox.Authlete.Seed(SandboxDefaults.ServiceId, 2);

        Assert.That(
            services.GetRequiredService<IClientManagementFactory>().Providers,
            Is.EquivalentTo(new[] { "AuthleteV2", "AuthleteV3", "DocSpace", "DynamicRegistration" }));
        Assert.That(await services.GetRequiredService<IClientManagement>().ListAsync().CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task The_clock_is_that_of_the_sandbox_unless_there_is_one()
    {
        var (clock, own) = (new FakeTimeProvider(), new FakeTimeProvider());
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock });
        await using ServiceProvider without = Library(sandbox);
        await using ServiceProvider with = new ServiceCollection().AddSingleton<TimeProvider>(own).AddClientManagement(sandbox).Services.BuildServiceProvider();

        sandbox.ClockOffset = TimeSpan.FromHours(1);

        Assert.That(
            (sandbox.Clock, without.GetRequiredService<TimeProvider>(), with.GetRequiredService<TimeProvider>()), Is.EqualTo((clock, clock, own)));
    }

    [Test]
    public async Task A_wait_of_the_library_and_a_budget_of_the_server_pass_together()
    {
        var clock = new ManualTime();
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            TimeProvider = clock,
            DocSpacePortals = [new() { Limits = DocSpaceLimits.Documented with { Get = 3 } }],
        });
        await using ServiceProvider services = Library(sandbox);
        var clients = services.GetRequiredKeyedService<IClientManagement>("DocSpace");
        for (int i = 0; i < 3; i++)
            await clients.ListAsync().CountAsync();

        Task<int> fourth = clients.ListAsync().CountAsync().AsTask();

        // Three a minute are one in twenty seconds; all timeouts of the library are longer.
        TimeSpan wait = await clock.NextTimerAsync();
        while (wait < TimeSpan.FromSeconds(19) || wait > TimeSpan.FromSeconds(25))
            wait = await clock.NextTimerAsync();
        clock.Advance(wait);

        await fourth.InTimeAsync();
        Assert.That(
            sandbox.Requests.Where(r => r.Target.Contains("/clients", StringComparison.Ordinal)).Select(r => r.Status),
            Is.EqualTo(new[] { 200, 200, 200, 429, 200 }));
    }

    [Test]
    public void Nothing_is_registered_for_no_sandbox() =>
        Assert.That(() => new ServiceCollection().AddClientManagement((SandboxServer)null!), Throws.ArgumentNullException);

    private static ServiceProvider Library(SandboxServer sandbox) =>
        new ServiceCollection().AddClientManagement(sandbox).Services.BuildServiceProvider();
}
