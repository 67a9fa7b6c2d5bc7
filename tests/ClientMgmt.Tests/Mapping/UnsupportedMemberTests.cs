using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Mapping;

/// <summary>A part of a vendor property that the backend has no place for is refused before anything is sent.</summary>
public sealed class UnsupportedMemberTests
{
    [Test]
    public async Task A_creation_with_a_member_that_only_v3_has_is_refused_on_v2()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV2);

        OperationNotSupportedException error = Assert.ThrowsAsync<OperationNotSupportedException>(
            () => host.Clients.CreateAsync(With(60)));

        Assert.That(
            (error.Error.FieldErrors.Single(), host.Sandbox.Requests.Count),
            Is.EqualTo((new FieldError("extension", "idTokenDuration cannot be set: only API v3 has it"), 0)));
    }

    [Test]
    public async Task So_is_an_update()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV2);
        OAuthClient client = await host.CreateAsync("A");

        Assert.That(
            () => host.Clients.UpdateAsync(client.ClientId, _ => With(60)),
            Throws.TypeOf<OperationNotSupportedException>().With.Message.Contains("idTokenDuration cannot be changed"));
    }

    [TestCase(60, nameof(ProviderCases.AuthleteV3))]
    [TestCase(0, nameof(ProviderCases.AuthleteV2))]
    public async Task Where_it_has_a_place_or_says_nothing_it_is_sent(int seconds, string provider)
    {
        await using TestHost host = await TestHost.StartAsync(
            provider == nameof(ProviderCases.AuthleteV3) ? ProviderCases.AuthleteV3 : ProviderCases.AuthleteV2);

        Assert.That(async () => await host.Clients.CreateAsync(With(seconds)), Throws.Nothing);
    }

    private static ClientMetadata With(int seconds) =>
        new ClientMetadata { ClientName = "A" }.WithExtension("extension", new { accessTokenDuration = 30, idTokenDuration = seconds });
}
