using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Where private keys are found, and what is shown instead.</summary>
internal sealed class PrivateKeysTests
{
    private const string Secret = """{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}""";

    private static readonly string[] s_public =
        ["null", "\"text\"", "5", "[]", "{}", """{"keys":5}""", """{"keys":{"k":"x"}}""", """{"keys":[1,"k",["d"]]}""", """{"keys":[{"kty":"EC","x":"AA","y":"BB"}]}"""];

    [TestCase(Secret)]
    [TestCase("""{"keys":[1,{"kty":"EC","x":"AA"},{"kty":"EC","d":"BB"}]}""")]
    public void A_key_with_a_private_part_is_private(string keys) => Assert.That(PrivateKeys.IsIn("jwks", Json(keys)), Is.True);

    [TestCaseSource(nameof(s_public))]
    public void What_has_no_private_part_is_not(string keys) => Assert.That(PrivateKeys.IsIn("jwks", Json(keys)), Is.False);

    [Test]
    public void Only_keys_are_looked_into() => Assert.That(
        (PrivateKeys.IsIn("extension", Json(Secret)), PrivateKeys.Hide("extension", Json(Secret))?.GetRawText()), Is.EqualTo((false, Secret)));

    [Test]
    public void Of_private_keys_the_private_parts_alone_are_hidden() => Assert.That(
        PrivateKeys.Hide("jwks", Json("""{"keys":[1,{"kty":"RSA","n":"AA","d":"BB","p":"CC"},{"kty":"oct","k":"DD"},{"kty":"EC","x":"EE"}]}"""))?.GetRawText(),
        Is.EqualTo("""{"keys":[1,{"kty":"RSA","n":"AA","d":"[redacted]","p":"[redacted]"},{"kty":"oct","k":"[redacted]"},{"kty":"EC","x":"EE"}]}"""));

    [TestCase("\"not a set of keys\"", "\"[redacted]\"")]
    [TestCase("""[{"kty":"oct","k":"c2VjcmV0"}]""", "\"[redacted]\"")]
    [TestCase("""{"keys":[{"kty":"EC","x":"AA"}]}""", """{"keys":[{"kty":"EC","x":"AA"}]}""")]
    [TestCase("{}", "{}")]
    [TestCase("null", "null")]
    public void What_is_no_set_of_keys_but_may_hold_one_is_hidden_as_a_whole(string keys, string shown) =>
        Assert.That(PrivateKeys.Hide("jwks", Json(keys))?.GetRawText(), Is.EqualTo(shown));

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
