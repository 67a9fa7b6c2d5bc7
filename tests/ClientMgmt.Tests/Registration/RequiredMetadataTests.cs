using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Registration;

/// <summary>What a backend requires is asked for before any request, and an empty value does not stand for one.</summary>
public sealed class RequiredMetadataTests
{
    private static readonly ClientMetadata s_empty = new()
    {
        ClientName = "", LogoUri = "", ClientUri = "", TosUri = "", PolicyUri = "", Scope = "",
        RedirectUris = [], PostLogoutRedirectUris = [], AllowedOrigins = [],
    };

    private static IEnumerable<TestCaseData> Incomplete =>
        [new TestCaseData(new ClientMetadata()).SetArgDisplayNames("null"), new TestCaseData(s_empty).SetArgDisplayNames("empty")];

    [TestCaseSource(nameof(Incomplete))]
    public async Task Every_missing_property_is_named_at_once(ClientMetadata metadata)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.DocSpace);

        InvalidClientMetadataException error =
            Assert.ThrowsAsync<InvalidClientMetadataException>(() => host.Clients.CreateAsync(metadata))!;

        Assert.That(error.Error.FieldErrors.Select(f => f.Name), Is.EquivalentTo(
            host.Clients.Capabilities.Metadata.Values.Where(m => m.RequiredAtCreation).Select(m => m.Name)));
    }

    [Test]
    public async Task What_is_required_cannot_be_emptied_later()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.DocSpace);
        string id = (await host.CreateAsync()).ClientId;

        InvalidClientMetadataException error = Assert.ThrowsAsync<InvalidClientMetadataException>(() => host.Clients.UpdateAsync(
            id, c => c with { ClientName = "", RedirectUris = [], AllowedOrigins = null, Scope = "" }))!;

        Assert.That(
            error.Error.FieldErrors.Select(f => f.Name),
            Is.EquivalentTo(new[] { "client_name", "redirect_uris", "allowed_origins", "scope" }));
    }

    [Test]
    public async Task An_error_about_one_client_names_it()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);

        Assert.That(() => host.Clients.GetAsync("4711"), Throws.TypeOf<ClientNotFoundException>().With.Message.Contains("client 4711"));
    }
}
