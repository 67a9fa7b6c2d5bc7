using System.Reflection;
using System.Text.Json;
using ClientMgmt.Authlete;
using ClientMgmt.DocSpace;
using ClientMgmt.Mapping;

namespace ClientMgmt.Tests.Mapping;

/// <summary>The tables against the model and the generated types, so that none of the three can drift.</summary>
public sealed class TableTests
{
    private static readonly MetadataMap[] s_maps = [AuthleteProperties.MapOfV2, AuthleteProperties.MapOfV3, DocSpaceProperties.For(null)];

    private static IEnumerable<string> ModelNames => typeof(ClientMetadata).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.Name != nameof(ClientMetadata.Extensions))
        .Select(p => new ClientMetadata().Named(p).Names.Single());

    [Test]
    public void Every_property_of_the_model_is_stored_by_some_backend() => Assert.That(
        ModelNames.Except(s_maps.SelectMany(m => m.Rows).Select(r => r.Name)), Is.Empty);

    [Test]
    public void Every_standard_row_is_a_property_of_the_model() => Assert.That(
        s_maps.SelectMany(m => m.Rows).Where(r => !r.IsVendor).Select(r => r.Name).Except(ModelNames), Is.Empty);

    [Test]
    public void A_property_of_the_model_has_the_standard_name_in_NET_casing() => Assert.That(
        typeof(ClientMetadata).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name != nameof(ClientMetadata.Extensions))
            .Select(p => (p.Name, Standard: new ClientMetadata().Named(p).Names.Single()))
            .Where(p => !p.Standard.EndsWith('#') && p.Standard != JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name)),
        Is.Empty);

    [TestCase("""{"tag":"de","tag":"fr","value":"a"}""", "fr")]
    [TestCase("""{"tag":"de","value":"a"}""", "de")]
    [TestCase("""{"tag":"de","value":"a","other":1}""", null)]
    [TestCase("""{"tag":"de","tag":"fr"}""", null)]
    public void A_translation_is_read_if_it_holds_a_tag_and_a_value_alone(string entry, string? tag) => Assert.That(
        AuthleteProperties.MapOfV3.Read(JsonElement.Parse($"{{\"clientNames\":[{entry}]}}")).ClientNames?.Keys.Single(), Is.EqualTo(tag));

    [TestCase("jwks", "jwks", "\"not json\"")]
    [TestCase("contacts", "contacts", "[\"x\",1]")]
    [TestCase("redirect_uris", "redirectUris", "[\"x\",1]")]
    [TestCase("client_names", "clientNames", """[{"tag":"de","value":"a"},{"tag":"de","value":"b"}]""")]
    public void A_value_that_the_model_cannot_express_is_cleared_by_its_standard_name(string name, string jsonName, string value)
    {
        ClientMetadata before = AuthleteProperties.MapOfV3.Read(JsonElement.Parse($"{{\"{jsonName}\":{value}}}"));

        IReadOnlyList<MetadataChange> changes = AuthleteProperties.MapOfV3.Compare(before, before.WithoutValue(name));

        Assert.That(changes.Select(c => (c.Mapping.JsonName, c.Value)), Is.EqualTo(new[] { (jsonName, default(object)) }));
        Assert.That(changes.Single().Mapping.IsVendor, Is.False);
        MetadataGuard.EnsureUpdatable("a", ClientOperation.Update, changes);
    }

    [Test]
    public void A_value_that_the_model_cannot_express_is_replaced_by_its_standard_name()
    {
        ClientMetadata before = AuthleteProperties.MapOfV3.Read(JsonElement.Parse("""{"jwks":"not json"}"""));

        IReadOnlyList<MetadataChange> changes = AuthleteProperties.MapOfV3.Compare(before, before.WithValue("jwks", JsonElement.Parse("{}")));

        Assert.That(changes.Select(c => (c.Mapping.Name, $"{c.Value}")), Is.EqualTo(new[] { ("jwks", "{}") }));
    }

    // Authlete calls the logo logoUri, so that this is another member, which nothing is known of.
    [TestCase("1", "2")]
    [TestCase("1", null)]
    public void A_member_of_the_vendor_with_a_standard_name_is_changed_and_removed_as_the_vendors(string before, string? after)
    {
        ClientMetadata was = AuthleteProperties.MapOfV3.Read(JsonElement.Parse($$"""{"logoUri":"l","logo_uri":{{before}}}"""));

        IReadOnlyList<MetadataChange> changes = AuthleteProperties.MapOfV3.Compare(
            was, after is null ? was.WithoutExtension("logo_uri") : was.WithExtension("logo_uri", JsonElement.Parse(after)));

        Assert.That(changes.Select(c => (c.Mapping.JsonName, c.Mapping.IsVendor, c.Value?.ToString())), Is.EqualTo(new[] { ("logo_uri", true, after) }));
        MetadataGuard.EnsureUpdatable("a", ClientOperation.Update, changes);
    }

    [Test]
    public void A_member_with_a_standard_name_that_the_server_has_not_shown_is_refused() => Assert.That(
        () => MetadataGuard.EnsureUpdatable(
            "a",
            ClientOperation.Update,
            AuthleteProperties.MapOfV3.Compare(new ClientMetadata(), new ClientMetadata().WithExtension("logo_uri", 1))),
        Throws.TypeOf<OperationNotSupportedException>());

    [Test]
    public void Every_property_of_the_generated_Authlete_client_is_reachable()
    {
        IEnumerable<string> reachable = AuthleteProperties.MapOfV3.Rows.Select(r => r.JsonName);
        string[] issued = ["clientId", "clientSecret", "locked", "createdAt", "modifiedAt"];

        Assert.That(ClientMgmt.Authlete.V3.Client.All.Except(reachable).Except(issued), Is.Empty);
    }

    [Test]
    public void Every_property_of_the_generated_DocSpace_client_is_reachable()
    {
        IEnumerable<string> reachable = DocSpaceProperties.For(null).Rows.Select(r => r.JsonName);
        string[] issued = ["client_id", "client_secret", "enabled", "created_on", "modified_on"];

        Assert.That(ClientResponse.All.Except(reachable).Except(issued), Is.Empty);
    }

    [Test]
    public void What_DocSpace_sends_is_in_the_generated_requests() => Assert.That(
        DocSpaceProperties.For(null).Rows.Where(r => r.Capability.SettableAtCreation).Select(r => r.RequestName)
            .Except(CreateClientRequest.All),
        Is.Empty);

    [Test]
    public void What_DocSpace_sends_in_an_update_is_in_the_generated_request() => Assert.That(
        DocSpaceProperties.SentInUpdate.Select(r => r.RequestName).Except(UpdateClientRequest.All), Is.Empty);

    [TestCase("3.0", false)]
    [TestCase("3.6.1", false)]
    [TestCase("3.8", false)]
    [TestCase("3.9", true)]
    [TestCase("4.0", true)]
    [TestCase(null, true)]
    public void DocSpace_redirect_uris_can_change_on_servers_after_3_8(string? version, bool expected) => Assert.That(
        DocSpaceProperties.For(version is null ? null : new Version(version)).Rows
            .Single(r => r.Name == "redirect_uris").Capability.Updatable,
        Is.EqualTo(expected));
}
