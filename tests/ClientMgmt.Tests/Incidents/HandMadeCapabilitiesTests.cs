namespace ClientMgmt.Tests.Incidents;

/// <summary>Capabilities that a test or a fake made answer by their own list.</summary>
public sealed class HandMadeCapabilitiesTests
{
    private static readonly Capabilities s_capabilities = new(
        [new OperationCapability(ClientOperation.Get, Supported: true)],
        [
            new MetadataCapability("client_name") { RequiredAtCreation = true },
            new MetadataCapability("redirect_uris") { Updatable = false },
        ]);

    [Test]
    public void Operations_that_are_not_named_are_not_supported() => Assert.That(
        (s_capabilities.Supports(ClientOperation.Get), s_capabilities.Supports(ClientOperation.Create)), Is.EqualTo((true, false)));

    [Test]
    public void Changes_are_found() => Assert.That(
        s_capabilities.FindChanges(
            new ClientMetadata { ClientName = "Old", RedirectUris = ["https://a.example.com/"], Scope = "a" },
            new ClientMetadata { ClientName = "New", RedirectUris = ["https://a.example.com/"] }),
        Is.EqualTo(["client_name", "scope"]));

    [Test]
    public void A_creation_is_checked() => Assert.That(
        s_capabilities.CheckCreation(new ClientMetadata { RedirectUris = ["https://a.example.com/"], Scope = "a" }).Select(e => e.Name),
        Is.EquivalentTo(["client_name", "scope"]));

    [Test]
    public void A_creation_that_is_possible_has_no_faults() =>
        Assert.That(s_capabilities.CheckCreation(new ClientMetadata { ClientName = "New" }), Is.Empty);

    [Test]
    public void An_update_is_checked() => Assert.That(
        s_capabilities.CheckUpdate(
            new ClientMetadata { ClientName = "Old" },
            new ClientMetadata { ClientName = "New", RedirectUris = ["https://a.example.com/"] }).Select(e => e.Name),
        Is.EqualTo(["redirect_uris"]));
}
