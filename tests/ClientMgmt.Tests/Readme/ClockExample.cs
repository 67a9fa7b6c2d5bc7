using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClientMgmt.Tests.Readme;

/// <summary>The example of a test with a clock of its own, as HOWTO has it.</summary>
public sealed class ClockExample
{
    [Test]
    public async Task Ten_minutes_pass_on_the_clock_and_two_requests_are_sent()
    {
        var clock = new FakeTimeProvider();
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        sandbox.Faults.Add(new SandboxFault { RateLimit = SandboxRateLimit.RetryAfterSeconds, RetryIn = TimeSpan.FromMinutes(10) });
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(sandbox.Settings).Build();

        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddClientManagement(configuration.GetSection("ClientManagement")).AddProvider("AuthleteV3", options =>
        {
            // The sandbox answers in real time, which must not count on the clock.
            options.Resilience.AttemptTimeout = Timeout.InfiniteTimeSpan;
            options.Resilience.TotalTimeout = Timeout.InfiniteTimeSpan;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        Task<OAuthClient> creation = provider.GetRequiredService<IClientManagement>().CreateAsync(new ClientMetadata { ClientName = "Orders" });
        while (!creation.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.That((await creation).Metadata.ClientName, Is.EqualTo("Orders"));
        Assert.That(clock.GetUtcNow() - clock.Start, Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(10)));
        Assert.That(sandbox.Requests.Select(r => r.Status), Is.EqualTo(new[] { 429, 201 }));
    }
}
