using System.Globalization;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Contract;

/// <summary>What a change did is read back where the answer does not say.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.WithEmptyAnswers))]
public sealed class EmptyAnswerTests(ProviderCase provider)
{
    private TestHost _host = null!;
    private string _id = null!;

    private IClientManagement Clients => _host.Clients;

    [SetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync(provider);
        _id = _host.Sandbox.Authlete.Seed(_host.ServiceId, 1).Single().ToString(CultureInfo.InvariantCulture);
    }

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task An_update_returns_what_is_stored()
    {
        OAuthClient updated = await Clients.UpdateAsync(_id, c => c with { ClientName = "Renamed" });

        Assert.That(updated.Metadata.ClientName, Is.EqualTo("Renamed"));
    }

    [Test]
    public async Task Rotating_returns_the_secret_that_is_stored()
    {
        Secret rotated = await Clients.RotateSecretAsync(_id);

        Assert.That(rotated, Is.EqualTo((await Clients.GetAsync(_id)).ClientSecret));
    }

    [Test]
    public async Task Disabling_is_done()
    {
        await Clients.DisableAsync(_id);

        Assert.That((await Clients.GetAsync(_id)).Enabled, Is.False);
    }

    [Test]
    public void A_creation_says_that_the_client_may_be_there() => Assert.That(
        () => Clients.CreateAsync(new ClientMetadata()),
        Throws.TypeOf<UnexpectedResponseException>().With.Message.Contains("the client was probably created"));
}
