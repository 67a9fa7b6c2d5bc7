using System.Text.Json;
using ClientMgmt.Authlete;
using ClientMgmt.DocSpace;
using ClientMgmt.DynamicRegistration;
using ClientMgmt.Mapping;

namespace ClientMgmt.Tests.Mapping;

/// <summary>What a server shows after a change, and whether it has stored it: the client before, as it was to be, and as it is.</summary>
public sealed class StoredValuesTests
{
    private static readonly MetadataMap s_plain = RegistrationProperties.For(new ServerProfile());

    [TestCase("{}", """{"settings":{"a":null,"b":1}}""", """{"settings":{"a":5,"b":1}}""", Description = "null leaves it to the server")]
    [TestCase("{}", """{"note":"[1, 2]"}""", """{"note":"[1,2]"}""", Description = "JSON in a text, without its white space")]
    [TestCase("{}", """{"client_name":"a"}""", """{"client_name":"a"}""", Description = "just so")]
    public void A_value_that_only_looks_otherwise_is_stored(string before, string after, string stored) =>
        Assert.That(Lost(s_plain, before, after, stored), Is.Empty);

    [TestCase("""{"settings":{"on":false}}""", """{"settings":{"on":true}}""", Description = "what was switched off is on")]
    [TestCase("""{"note":"x"}""", """{"note":"[]"}""", Description = "an empty list in place of a text")]
    [TestCase("""{"note":"[1,2]"}""", """{"note":"[1]"}""", Description = "JSON in a text, of which a part is missing")]
    public void Another_value_than_was_sent_is_not_stored(string after, string stored) =>
        Assert.That(Lost(s_plain, "{}", after, stored), Has.One.Items);

    [TestCase("""{"contacts":["a","b"]}""", """{"contacts":["a"]}""", """{"contacts":["a","c"]}""")]
    [TestCase("""{"settings":{"l":[1,2],"n":1}}""", """{"settings":{"l":[1],"n":2}}""", """{"settings":{"l":[1],"n":2,"new":3}}""")]
    [TestCase("""{"note":"{\"a\":1,\"b\":2}"}""", """{"note":"{\"a\":1}"}""", """{"note":"{ \"a\": 1 }"}""")]
    public void What_the_server_adds_is_not_what_was_taken_out(string before, string after, string stored) =>
        Assert.That(Lost(s_plain, before, after, stored), Is.Empty);

    [TestCase("""{"contacts":["a","b"]}""", """{"contacts":["a"]}""", """{"contacts":["a","b"]}""")]
    [TestCase("""{"settings":{"l":[1,2]}}""", """{"settings":{"l":[1]}}""", """{"settings":{"l":[2,1]}}""")]
    [TestCase("""{"note":"{\"a\":1,\"b\":2}"}""", """{"note":"{\"a\":1}"}""", """{"note":"{\"b\":2,\"a\":1}"}""")]
    public void What_was_taken_out_and_is_still_there_is_told(string before, string after, string stored) =>
        Assert.That(Lost(s_plain, before, after, stored), Has.One.Items);

    [Test]
    public void A_member_that_said_nothing_may_stay_in_JSON_in_a_text() => Assert.That(
        Lost(s_plain, """{"note":"{\"a\":1,\"b\":false}"}""", """{"note":"{\"a\":1}"}""", """{"note":"{\"a\": 1,\"b\":false}"}"""),
        Is.Empty);

    [Test]
    public void A_text_that_was_a_list_in_JSON_may_become_an_object() => Assert.That(
        Lost(s_plain, """{"note":"[1]"}""", """{"note":"{\"a\":1}"}""", """{"note":"{ \"a\": 1 }"}"""), Is.Empty);

    [TestCase("""{"contacts":[]}""", """{"contacts":[]}""")]
    [TestCase("""{"client_name":""}""", """{"client_name":""}""")]
    [TestCase("""{"require_auth_time":false}""", """{"require_auth_time":false}""")]
    [TestCase("""{"contacts":["a"]}""", """{"contacts":{}}""")]
    public void What_says_nothing_is_cleared(string before, string stored) => Assert.That(Lost(s_plain, before, "{}", stored), Is.Empty);

    [Test]
    public void Another_value_in_place_of_a_cleared_one_is_the_servers_default() => Assert.That(
        Lost(s_plain, """{"contacts":["a"]}""", "{}", """{"contacts":["b"]}"""), Is.Empty);

    [Test]
    public void A_value_that_the_model_cannot_express_is_not_cleared() => Assert.That(
        Lost(s_plain, """{"contacts":["a"]}""", "{}", """{"contacts":[1]}"""), Is.EqualTo(["contacts"]));

    [Test]
    public void A_value_that_the_server_would_not_take_is_not_cleared_while_it_is_there() => Assert.That(
        Lost(DocSpaceProperties.Current, """{"logo":"https://a.example.com"}""", "{}", """{"logo":"https://a.example.com"}"""),
        Is.EqualTo(["logo_uri"]));

    [Test]
    public void A_cleared_property_that_nothing_is_known_of_may_be_what_it_was() => Assert.That(
        Lost(AuthleteProperties.MapOfV3, """{"newlyInvented":1}""", "{}", """{"newlyInvented":1}"""), Is.Empty);

    [TestCase("[]")]
    [TestCase("""["https://a.example.com","https://b.example.com"]""")]
    public void A_list_of_none_or_two_is_not_the_one_address_that_was_sent(string stored) => Assert.That(
        Lost(DocSpaceProperties.Current, "{}", """{"logout_redirect_uris":["https://a.example.com"]}""", $$"""{"logout_redirect_uris":{{stored}}}"""),
        Is.EqualTo(["post_logout_redirect_uris"]));

    [Test]
    public void A_standard_property_has_the_last_word_in_the_vendors_that_it_is_a_part_of() => Assert.That(
        LostOfExtension(c => c with { Scope = "mine" }), Is.Empty);

    [Test]
    public void A_standard_property_that_is_no_part_of_it_has_not() => Assert.That(
        LostOfExtension(c => c with { ClientName = "Orders" }), Is.EqualTo(["extension"]));

    private static string[] LostOfExtension(Func<ClientMetadata, ClientMetadata> change) => Lost(
        AuthleteProperties.MapOfV3,
        new ClientMetadata(),
        change(new ClientMetadata().WithExtension("extension", new { requestableScopesEnabled = true, requestableScopes = new[] { "theirs" } })),
        """{"clientName":"Orders","extension":{"requestableScopesEnabled":true,"requestableScopes":["mine"]}}""");

    private static string[] Lost(MetadataMap map, string before, string after, string stored) =>
        Lost(map, map.Read(JsonElement.Parse(before)), map.Read(JsonElement.Parse(after)), stored);

    private static string[] Lost(MetadataMap map, ClientMetadata before, ClientMetadata after, string stored) =>
        [.. StoredValues.FindLost(map.Compare(before, after), map.Read(JsonElement.Parse(stored))).Select(change => change.Mapping.Name)];
}
