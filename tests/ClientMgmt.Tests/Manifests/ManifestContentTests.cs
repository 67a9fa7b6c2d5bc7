using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What of a client is in its manifest, with and without what a new client has anyway.</summary>
internal sealed class ManifestContentTests
{
    // All members of a part but one are told by a standard property, and authentication times are required by default.
    private static readonly Capabilities s_able = new Partly(
        new("client_name"),
        new("scope"),
        new("grant_types"),
        new("default_max_age"),
        new("require_auth_time"),
        new("client_uri") { SettableAtCreation = false },
        new("tos_uri") { Updatable = false },
        new("policy_uri") { SettableAtCreation = false, Updatable = false },
        new("tag"),
        new("state") { SettableAtCreation = false, Updatable = false },
        new("part"));

    [Test]
    public void A_manifest_holds_what_the_backend_can_store_now_or_later() => Assert.That(
        Names(From(new ClientMetadata { ClientUri = "https://a.example/", TosUri = "https://b.example/", PolicyUri = "https://c.example/" }
            .WithExtension("tag", 1).WithExtension("state", 2))),
        Is.EqualTo(new[] { "client_uri", "tag", "tos_uri" }));

    [Test]
    public void A_manifest_holds_nothing_that_is_empty() => Assert.That(
        Names(From(new ClientMetadata { ClientName = "", GrantTypes = [] }.WithExtension("tag", "").WithExtension("part", new { told = 1 }))), Is.Empty);

    [TestCase("tag", true)]
    [TestCase("scope", false)]
    [TestCase("enabled", false)]
    [TestCase("", false)]
    [TestCase(" ", false)]
    public void A_vendor_property_has_a_name_of_its_own(string name, bool canBe) => Assert.That(ManifestKeys.CanBeExtension(name), Is.EqualTo(canBe));

    [Test]
    public void What_a_manifest_wants_and_nothing_says_otherwise_is_not_set()
    {
        var nothing = new ClientMetadata();

        Assert.That(Manifest("require_auth_time", "false").ApplyTo(nothing, s_able), Is.EqualTo(nothing));
    }

    [TestCase("client_name", "\"\"", true)]
    [TestCase("default_max_age", "0", true)]
    [TestCase("require_auth_time", "true", false)]
    [TestCase("require_auth_time", "false", true)]
    [TestCase("require_signed_request_object", "false", false)]
    [TestCase("scope", "\"\"", true)]
    [TestCase("grant_types", "[]", false)]
    [TestCase("tag", "0", false)]
    [TestCase("tag", "false", false)]
    [TestCase("tag", "1", true)]
    [TestCase("tag", "\"\"", false)]
    public void Without_defaults_a_manifest_holds_what_a_new_client_has_not(string name, string value, bool isKept) => Assert.That(
        Names(Defaults.Drop(Manifest(name, value), s_able)), Is.EqualTo(isKept ? new[] { name } : []));

    [Test]
    public void Without_defaults_an_object_holds_only_what_is_set() => Assert.That(
        Defaults.Drop(Manifest("part", """{"a":0,"b":1,"c":"","d":[0]}"""), s_able).Extensions["part"].GetRawText(), Is.EqualTo("""{"b":1,"d":[0]}"""));

    [TestCase("""{"own":1,"told":2,"also":3}""", "a standard property such as scope tells told, also; set that, and leave told, also out here.")]
    [TestCase("""{"own":1}""", null)]
    [TestCase("\"text\"", null)]
    public void A_part_that_a_standard_property_tells_too_is_named(string value, string? message) => Assert.That(
        ManifestRules.CheckParts(Manifest("part", value), s_able).Select(e => e.Message), Is.EqualTo(message is null ? [] : new[] { message }));

    [TestCase("\"Orders\"", "1", "Orders")]
    [TestCase("7", "1", "1")]
    [TestCase("null", "1", "1")]
    [TestCase("null", null, "(no name)")]
    public void A_manifest_is_called_by_its_name_or_else_its_id(string name, string? id, string called) =>
        Assert.That((Manifest("client_name", name) with { ClientId = id }).DisplayName, Is.EqualTo(called));

    private static ClientManifest Manifest(string name, string value)
    {
        var values = new Dictionary<string, JsonElement> { [name] = JsonElement.Parse(value) };
        return ClientMetadata.StandardNames.Contains(name) ? new ClientManifest { Values = values } : new ClientManifest { Extensions = values };
    }

    private static ClientManifest From(ClientMetadata metadata) => ClientManifest.From(Client(metadata), s_able);

    private static OAuthClient Client(ClientMetadata metadata) => new() { ClientId = "1", Metadata = metadata };

    private static string[] Names(ClientManifest manifest) => [.. manifest.Values.Keys.Concat(manifest.Extensions.Keys).Order(StringComparer.Ordinal)];

    private sealed class Partly(params MetadataCapability[] metadata) : Capabilities(FakeClients.Operations(), metadata)
    {
        public override IReadOnlyList<string> FindChanges(ClientMetadata before, ClientMetadata after) =>
            base.FindChanges(before with { RequireAuthTime = before.RequireAuthTime ?? true }, after with { RequireAuthTime = after.RequireAuthTime ?? true });

        public override JsonElement? GetVendorPart(string name, JsonElement value) => name != "part" || value.ValueKind != JsonValueKind.Object ? value
            : value.TryGetProperty("own", out JsonElement own) ? JsonSerializer.SerializeToElement(new { own })
            : value.TryGetProperty("told", out _) ? JsonElement.Parse("{}") : value;
    }
}
