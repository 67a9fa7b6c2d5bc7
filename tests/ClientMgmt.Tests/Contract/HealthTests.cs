using System.Net.Sockets;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Contract;

/// <summary>Whether a provider answers and accepts the credential.</summary>
public sealed class HealthTests
{
    [TestCaseSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
    public async Task A_provider_that_answers_and_accepts_the_credential_is_healthy(ProviderCase provider)
    {
        await using TestHost host = await TestHost.StartAsync(provider);

        ProviderHealth health = await host.Clients.CheckHealthAsync();

        bool? accepts = provider.Backend == Backend.DynamicRegistration ? null : true;
        Assert.That((health, health.IsHealthy), Is.EqualTo((new ProviderHealth(true, accepts), true)));
    }

    [Test]
    public async Task A_check_costs_one_request()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        host.Sandbox.Authlete.Seed(host.ServiceId, 5);

        await host.Clients.CheckHealthAsync();

        Assert.That(host.Sandbox.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(401, true, false)]
    [TestCase(403, true, false)]
    [TestCase(404, true, null)]
    [TestCase(429, true, null)]
    [TestCase(500, false, null)]
    [TestCase(503, false, null)]
    public async Task A_failure_is_told_by_its_kind(int status, bool answers, bool? accepts)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Of(status));

        ProviderHealth health = await host.Clients.CheckHealthAsync();

        Assert.That((health.Answers, health.AcceptsCredential), Is.EqualTo((answers, accepts)));
    }

    [Test]
    public async Task A_failure_says_what_went_wrong()
    {
        using WireHost host = WireHost.For(Backend.DocSpace).OnAny(WireAnswer.Of(500));

        ProviderHealth health = await host.Clients.CheckHealthAsync();

        Assert.That((health.IsHealthy, (int?)health.Error?.StatusCode), Is.EqualTo((false, 500)));
    }

    [Test]
    public async Task A_server_that_cannot_be_reached_does_not_answer()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV2).OnAny((_, _) => throw new HttpRequestException(
            HttpRequestError.ConnectionError, null, new SocketException((int)SocketError.ConnectionRefused)));

        Assert.That((await host.Clients.CheckHealthAsync()).Answers, Is.False);
    }

    [Test]
    public void The_token_ends_a_check()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV2);

        Assert.That(
            () => host.Clients.CheckHealthAsync(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }
}
