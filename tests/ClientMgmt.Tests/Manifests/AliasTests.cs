using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What becomes of a client's second id, by how a provider switches it.</summary>
internal sealed class AliasTests
{
    private static readonly MetadataCapability s_alias = new("alias"), s_switch = new("isOn");

    private static readonly Capabilities s_switching = Able("isOn", s_alias, s_switch);
    private static readonly Capabilities s_plain = Able(null, s_alias);

    private static IEnumerable<TestCaseData> Switches()
    {
        yield return Case("at creation", new MetadataCapability("isOn") { Updatable = false }, true);
        yield return Case("later", new MetadataCapability("isOn") { SettableAtCreation = false }, true);
        yield return Case("never", new MetadataCapability("isOn") { SettableAtCreation = false, Updatable = false }, false);
    }

    [TestCase("orders", true, "alias, isOn")]
    [TestCase("orders", false, "alias, isOn")]
    [TestCase("1", true, "")]
    [TestCase("", true, "")]
    public void A_manifest_holds_an_alias_and_its_switch_unless_it_is_the_own_id(string alias, bool isOn, string kept)
    {
        var manifest = ClientManifest.From(Client(alias, isOn), s_switching);

        Assert.That(string.Join(", ", manifest.Extensions.Keys.Order()), Is.EqualTo(kept));
    }

    // There, every alias counts.
    [TestCase(true, "alias")]
    [TestCase(false, "alias, isOn")]
    public void A_switch_that_is_on_is_not_carried_to_where_there_is_none(bool isOn, string carried) => Assert.That(
        string.Join(", ", ClientAlias.Carry(Client("orders", isOn), s_switching, s_plain).Extensions.Keys.Order()), Is.EqualTo(carried));

    [TestCase(true)]
    [TestCase(false)]
    public void A_switch_is_carried_as_it_is_to_where_there_is_one(bool isOn) => Assert.That(
        ClientAlias.Carry(Client("orders", isOn), s_switching, s_switching), Is.EqualTo(Client("orders", isOn).Metadata));

    [TestCaseSource(nameof(Switches))]
    public void An_alias_that_can_be_switched_counts_if_it_is_on_and_any_other_always(MetadataCapability name, bool canBeSwitched)
    {
        Capabilities capabilities = Able("isOn", s_alias, name);

        Assert.That((ClientAlias.Counts(Client("orders", true), capabilities), ClientAlias.Counts(Client("orders", false), capabilities)), Is.EqualTo((true, !canBeSwitched)));
        Assert.That(ClientAlias.Counts(Client("orders", false), s_plain), Is.True);
    }

    [TestCaseSource(nameof(Switches))]
    public void An_alias_is_set_with_its_switch_where_that_can_be_set(MetadataCapability name, bool canBeSwitched)
    {
        Capabilities capabilities = Able("isOn", s_alias, name);

        Assert.That(
            ClientAlias.Set(capabilities.ClientIdAlias!, "orders", capabilities).Select(s => $"{s.Name} {s.Value}"),
            Is.EqualTo(canBeSwitched ? ["alias orders", "isOn True"] : new[] { "alias orders" }));
    }

    private static Capabilities Able(string? name, params MetadataCapability[] metadata) =>
        new(FakeClients.Operations(), metadata) { ClientIdAlias = new ClientIdAlias("alias") { Switch = name } };

    private static OAuthClient Client(string alias, bool isOn) => new()
    {
        ClientId = "1",
        Metadata = new ClientMetadata().WithExtension("alias", alias).WithExtension("isOn", isOn),
    };

    private static TestCaseData Case(string name, MetadataCapability capability, bool canBeSwitched) =>
        new TestCaseData(capability, canBeSwitched).SetArgDisplayNames(name);
}
