using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What of a client is copied and what is told as a loss, by what the two providers say of themselves.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CopyLossTests
{
    private const string NoPlace = "the target has no place for it";

    private static readonly MetadataCapability s_name = new("client_name"), s_plain = new("plain");

    private Capabilities _source = Able(s_name, s_plain);
    private Capabilities _target = Able(s_name, s_plain);
    private ClientMetadata _defaults = new();
    private string[]? _scopes;

    [Test]
    public void A_vendor_property_is_copied_where_both_are_of_one_vendor_and_the_target_can_set_it()
    {
        _source = Able(s_name, s_plain, new("tag"), new("Tag"));
        _target = Able(s_name, s_plain, new("tag"), new("Tag"));

        CopyItem item = Copy(With("tag", 1).WithExtension("Tag", 2));

        Assert.That(Extensions(item), Is.EquivalentTo(new[] { "tag 1", "Tag 2" }));
        Assert.That(item.Losses, Is.Empty);
    }

    [Test]
    public void A_vendor_property_that_the_target_cannot_set_is_a_loss_for_the_reason_that_it_gives()
    {
        _source = Able(s_name, s_plain, new("told"), new("Untold"));
        _target = Able(s_name, s_plain, Unsettable("told", "it is set by hand"));

        CopyItem item = Copy(With("told", 1).WithExtension("Untold", 2));

        Assert.That(Losses(item), Is.EqualTo(new[] { $"Untold 2 {NoPlace}", "told 1 it is set by hand" }), "in ordinal order");
        Assert.That(Extensions(item), Is.Empty);
    }

    [Test]
    public void A_vendor_property_is_a_loss_at_another_vendor()
    {
        _source = Able(s_name, new("other"));

        Assert.That(Losses(Copy(With("other", 1))), Is.EqualTo(new[] { "other 1 only the vendor of the source has it" }));
    }

    [TestCase(true, false, true)]
    [TestCase(false, true, true)]
    [TestCase(false, false, false)]
    public void What_only_the_server_sets_is_neither_copied_nor_lost(bool isSettable, bool isUpdatable, bool isCopied)
    {
        _source = Able(s_name, s_plain, new("state") { SettableAtCreation = isSettable, Updatable = isUpdatable });
        _target = Able(s_name, s_plain, new("state"));

        CopyItem item = Copy(With("state", 1));

        Assert.That((Extensions(item).Length, item.Losses.Count), Is.EqualTo((isCopied ? 1 : 0, 0)));
    }

    [Test]
    public void A_vendor_property_that_the_target_refuses_for_its_value_is_a_loss()
    {
        _source = Able(s_name, s_plain, new("limit"));
        _target = new Refusing("limit", s_name, s_plain, new("limit"));

        CopyItem item = Copy(With("limit", 1));

        Assert.That(Losses(item), Is.EqualTo(new[] { "limit 1 is too much" }));
        Assert.That((Extensions(item).Length, item.Problems.Count), Is.EqualTo((0, 0)));
    }

    [TestCase("""{"a":1,"b":2,"c":3}""", """{"c":3}""")]
    [TestCase("""{"a":1,"b":2,"c":0}""", null)]
    public void Of_an_object_the_members_that_the_target_has_no_place_for_are_lost_and_the_others_copied(string value, string? rest)
    {
        _source = Able(s_name, s_plain, new("parts"));
        _target = Able(s_name, s_plain, new("parts") { UnsupportedMembers = [new("a") { Remark = "it is new" }, new("b")] });

        CopyItem item = Copy(With("parts", Json(value)));

        Assert.That(Losses(item), Is.EqualTo(new[] { "parts.a 1 it is new", $"parts.b 2 {NoPlace}" }));
        Assert.That(Extensions(item), Is.EqualTo(rest is null ? [] : new[] { $"parts {rest}" }));
    }

    [Test]
    public void A_standard_property_that_the_target_cannot_hold_is_a_loss_for_the_reason_that_it_gives()
    {
        _source = Able(s_name, s_plain, new("client_name#"), new("client_uri"), new("tos_uri"));
        _target = Able(s_name, s_plain, Unsettable("client_name#", "one language"), Unsettable("client_uri", "it is set by hand"));

        CopyItem item = Copy(new ClientMetadata { ClientName = "Copied", ClientUri = "https://a.example/", TosUri = "https://b.example/" }
            .WithValue("client_names", Json("""{"de":"Kopiert"}""")));

        Assert.That(
            item.Losses.Select(l => $"{l.Name}: {l.Reason}"),
            Is.EqualTo(new[] { "client_names: one language", "client_uri: it is set by hand", $"tos_uri: {NoPlace}" }));
    }

    [TestCase("one two far", "one two", "far")]
    [TestCase("far ONE", null, "far, ONE")]
    public void Scopes_that_the_target_knows_are_copied_and_others_lost(string scope, string? copied, string lost)
    {
        _source = Able(s_name, new("scope"));
        _target = Able(s_name, new("scope"));
        _scopes = ["one", "two"];

        CopyItem item = Copy(new ClientMetadata { ClientName = "Copied", Scope = scope });

        Assert.That(item.Losses.Select(l => l.Reason), Is.EqualTo(new[] { $"the target does not know {lost}" }));
        Assert.That(item.Manifest.Values.TryGetValue("scope", out JsonElement value) ? value.GetString() : null, Is.EqualTo(copied));
    }

    [Test]
    public void A_default_for_a_vendor_property_is_for_copies_that_lack_it_where_the_target_can_set_it()
    {
        _source = Able(s_name, s_plain);
        _target = Able(s_name, s_plain, new("more"));
        _defaults = new ClientMetadata().WithExtension("plain", 7).WithExtension("more", 8).WithExtension("nowhere", 9);

        Assert.That(Extensions(Copy(With("plain", 1))), Is.EquivalentTo(new[] { "plain 1", "more 8" }));
    }

    private static Capabilities Able(params MetadataCapability[] metadata) =>
        new(FakeClients.Operations(ClientOperation.ListScopes), metadata);

    private static MetadataCapability Unsettable(string name, string reason) => new(name) { SettableAtCreation = false, Remark = reason };

    private static ClientMetadata With<T>(string name, T value) => new ClientMetadata { ClientName = "Copied" }.WithExtension(name, value);

    private static string[] Losses(CopyItem item) => [.. item.Losses.Select(l => $"{l.Name} {l.Value.GetRawText()} {l.Reason}")];

    private static string[] Extensions(CopyItem item) => [.. item.Manifest.Extensions.Select(e => $"{e.Key} {e.Value.GetRawText()}")];

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private CopyItem Copy(ClientMetadata metadata)
    {
        var source = new FakeClients("source", _source);
        var target = new FakeClients("target", _target) { KnownScopes = [.. (_scopes ?? []).Select(s => new OAuthScope { Name = s })] };
        source.Put(new OAuthClient { ClientId = "1", Enabled = true, Metadata = metadata });
        return CopyPlan.CreateAsync(source, target, new CopyOptions { AllowLoss = true, Defaults = _defaults }).Result.Items.Single();
    }

    private sealed class Refusing(string name, params MetadataCapability[] metadata) : Capabilities(FakeClients.Operations(), metadata)
    {
        public override IReadOnlyList<FieldError> CheckCreation(ClientMetadata metadata) =>
            metadata.GetValue(name) is null ? [] : [new FieldError(name, "is too much")];
    }
}
