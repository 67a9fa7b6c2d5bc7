using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What values of standard properties mean to a plan.</summary>
internal sealed class MetadataRulesTests
{
    [TestCase("client_name", "null", true)]
    [TestCase("client_name", "\"\"", true)]
    [TestCase("client_name", "\"x\"", false)]
    [TestCase("scope", "\"\"", false)]
    [TestCase("redirect_uris", "[]", true)]
    [TestCase("redirect_uris", "[\"\"]", false)]
    [TestCase("jwks", "{}", true)]
    [TestCase("jwks", "{\"keys\":null}", false)]
    [TestCase("default_max_age", "0", false)]
    [TestCase("require_auth_time", "false", false)]
    public void Empty_is_what_says_that_there_is_no_value(string name, string value, bool isEmpty) =>
        Assert.That(MetadataRules.IsEmpty(name, Json(value)), Is.EqualTo(isEmpty));

    [Test]
    public void A_value_that_is_not_there_is_empty_and_unset() =>
        Assert.That((MetadataRules.IsEmpty("jwks", default), MetadataRules.IsUnset("jwks", null)), Is.EqualTo((true, true)));

    [TestCase("false", true)]
    [TestCase("true", false)]
    [TestCase("0", true)]
    [TestCase("0.0", true)]
    [TestCase("1", false)]
    [TestCase("-1", false)]
    [TestCase("0.5", false)]
    [TestCase("1e999", false)]
    [TestCase("\"\"", true)]
    [TestCase("\"x\"", false)]
    [TestCase("""{"a":0,"b":false,"c":null,"d":"","e":[],"f":{}}""", true)]
    [TestCase("""{"a":0,"b":true}""", false)]
    [TestCase("""[0]""", false)]
    public void Unset_is_what_a_server_shows_where_nothing_was_set(string value, bool isUnset) =>
        Assert.That(MetadataRules.IsUnset("extension", Json(value)), Is.EqualTo(isUnset));

    [TestCase("client_name", "\"a\"", "\"a\"", true)]
    [TestCase("client_name", "\"a\"", "\"b\"", false)]
    [TestCase("client_name", "\"a\"", "\"\"", false)]
    [TestCase("client_name", "\"\"", "null", true)]
    [TestCase("client_name", null, "null", true)]
    [TestCase("client_name", null, "\"a\"", false)]
    [TestCase("require_auth_time", null, "false", true)]
    [TestCase("require_auth_time", "true", "false", false)]
    [TestCase("require_auth_time", "false", "true", false)]
    [TestCase("scope", "\"a b\"", "\"b a\"", true)]
    [TestCase("scope", null, "\"\"", false)]
    [TestCase("scope", "\"\"", "\"\"", true)]
    public void A_property_meets_what_a_manifest_wants(string name, string? current, string wanted, bool meets) => Assert.That(
        MetadataRules.Meets(name, current is null ? null : Json(current), Json(wanted)), Is.EqualTo(meets));

    [TestCase("grant_types", """["b","a","B"]""", """["B","a","b"]""")]
    [TestCase("scope", "\" b a  b B \"", "\"B a b\"")]
    [TestCase("client_name", "\"b a\"", "\"b a\"")]
    [TestCase("acr_values", "[1]", "[1]")]
    [TestCase("default_acr_values", """["b","a"]""", """["b","a"]""")]
    [TestCase("require_auth_time", "true", "true")]
    public void Only_what_has_no_order_is_sorted(string name, string value, string sorted) =>
        Assert.That(MetadataRules.Sorted(name, Json(value)).GetRawText(), Is.EqualTo(sorted));

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
