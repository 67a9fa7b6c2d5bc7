using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What a manifest makes of a vendor property that is an object: Authlete's <c>extension</c>, of which <c>scope</c> tells a part.</summary>
internal sealed class VendorMergeTests
{
    private const string Scopes = "\"requestableScopesEnabled\":true,\"requestableScopes\":[\"a\"]";

    private static readonly Capabilities s_capabilities = BackendCapabilities.Of(new ProviderOptions { Backend = Backend.AuthleteV3 });

    [TestCase("""{"accessTokenDuration":60}""", null)]
    [TestCase($$"""{{{Scopes}},"accessTokenDuration":60}""", $$"""{{{Scopes}}}""")]
    [TestCase($$"""{{{Scopes}},"accessTokenDuration":0}""", $$"""{{{Scopes}},"accessTokenDuration":0}""")]
    [TestCase($$"""{{{Scopes}}}""", $$"""{{{Scopes}}}""")]
    public void Null_clears_all_but_what_a_standard_property_tells(string current, string? after) =>
        Assert.That(Apply(current, "null"), Is.EqualTo(after));

    [TestCase("""{"a":1,"b":2}""", """{"b":3}""", """{"a":1,"b":3}""", TestName = "A_member_that_is_not_named_stays")]
    [TestCase("""{"a":1,"b":2}""", """{"b":null}""", """{"a":1}""", TestName = "Null_removes_a_member")]
    [TestCase("""{"a":1,"b":0}""", """{"b":null}""", """{"a":1,"b":0}""", TestName = "A_member_that_is_not_set_stays_as_the_server_shows_it")]
    [TestCase("""{"a":1}""", """{"b":false}""", """{"a":1}""", TestName = "A_member_that_says_nothing_is_not_added")]
    [TestCase("""{"a":{"b":1,"c":2}}""", """{"a":{"c":3}}""", """{"a":{"b":1,"c":3}}""", TestName = "Members_are_merged_at_any_depth")]
    [TestCase("""{"a":{"b":1}}""", """{"a":{}}""", """{"a":{}}""", TestName = "An_empty_object_is_a_value_of_its_own")]
    [TestCase("[1]", """{"b":1}""", """{"b":1}""", TestName = "What_is_no_object_is_replaced")]
    public void An_object_is_merged(string current, string wanted, string after) =>
        Assert.That(Apply(current, wanted), Is.EqualTo(after));

    [TestCase("extension", """{"idTokenDuration":60,"accessTokenDuration":60}""", "idTokenDuration: 60")]
    [TestCase("extension", """{"idTokenDuration":0}""", "")]
    [TestCase("extension", "\"text\"", "")]
    [TestCase("newProperty", """{"idTokenDuration":60}""", "")]
    public void Only_members_that_the_backend_is_known_to_have_no_place_for_are_unsupported(string name, string value, string unsupported)
    {
        Capabilities older = BackendCapabilities.Of(new ProviderOptions { Backend = Backend.AuthleteV2 });

        Assert.That(
            string.Join(", ", VendorMerge.Unsupported(older, name, JsonElement.Parse(value)).Select(m => $"{m.Member.Name}: {m.Value}")),
            Is.EqualTo(unsupported));
    }

    private static string? Apply(string current, string wanted)
    {
        var manifest = new ClientManifest { Extensions = new Dictionary<string, JsonElement> { ["extension"] = JsonElement.Parse(wanted) } };
        ClientMetadata after = manifest.ApplyTo(new ClientMetadata().WithExtension("extension", JsonElement.Parse(current)), s_capabilities);
        return after.Extensions.TryGetValue("extension", out JsonElement value) ? value.GetRawText() : null;
    }
}
