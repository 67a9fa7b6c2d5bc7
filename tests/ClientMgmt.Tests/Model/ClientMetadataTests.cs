using System.Collections.Immutable;
using System.Text.Json;

namespace ClientMgmt.Tests.Model;

public sealed class ClientMetadataTests
{
    [Test]
    public void A_list_is_copied_when_it_is_assigned()
    {
        var uris = new List<string> { "https://a.example" };
        var metadata = new ClientMetadata { RedirectUris = uris };

        uris.Add("https://b.example");

        Assert.That(metadata.RedirectUris, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_key_set_outlives_the_document_it_came_from()
    {
        ClientMetadata metadata;
        using (JsonDocument document = JsonDocument.Parse("""{"keys":[]}"""))
        {
            metadata = new ClientMetadata { Jwks = document.RootElement };
        }

        Assert.That(metadata.Jwks!.Value.GetRawText(), Is.EqualTo("""{"keys":[]}"""));
    }

    [Test]
    public void With_leaves_the_original_as_it_is()
    {
        var original = new ClientMetadata { ClientName = "a" };

        _ = original with { ClientName = "b" };

        Assert.That(original.ClientName, Is.EqualTo("a"));
    }

    [Test]
    public void Sets_are_equal_in_any_order() => Assert.That(
        new ClientMetadata { GrantTypes = ["a", "b"], Scope = "x y" },
        Is.EqualTo(new ClientMetadata { GrantTypes = ["b", "a"], Scope = "y x" }));

    [Test]
    public void Acr_values_are_in_order_of_preference() => Assert.That(
        new ClientMetadata { DefaultAcrValues = ["a", "b"] },
        Is.Not.EqualTo(new ClientMetadata { DefaultAcrValues = ["b", "a"] }));

    [Test]
    public void An_empty_list_is_not_the_same_as_none() => Assert.That(
        new ClientMetadata { RedirectUris = [] }, Is.Not.EqualTo(new ClientMetadata()));

    [Test]
    public void Equal_metadata_have_the_same_hash_code() => Assert.That(
        new ClientMetadata { GrantTypes = ["a", "b"] }.GetHashCode(),
        Is.EqualTo(new ClientMetadata { GrantTypes = ["b", "a"] }.GetHashCode()));

    [Test]
    public void A_vendor_property_can_be_set_and_cleared()
    {
        ClientMetadata set = new ClientMetadata().WithExtension("pkceRequired", true);

        Assert.That(
            (set.Extensions["pkceRequired"].GetBoolean(), set.WithoutExtension("pkceRequired")),
            Is.EqualTo((true, new ClientMetadata())));
    }

    [Test]
    public void A_vendor_property_without_any_value_is_refused()
    {
        JsonElement none = default;

        Assert.That(() => new ClientMetadata { Extensions = new Dictionary<string, JsonElement> { ["a"] = none } }, Throws.ArgumentException);
        Assert.That(() => new ClientMetadata().WithExtension("a", none), Throws.ArgumentException);
    }

    [Test]
    public void By_name_such_a_value_clears() => Assert.That(
        new ClientMetadata { ClientName = "a" }.WithExtension("a", 1).WithValue("a", default).WithValue("client_name", default),
        Is.EqualTo(new ClientMetadata()));

    [Test]
    public void A_vendor_property_that_is_null_is_null() => Assert.That(
        new ClientMetadata().WithExtension<JsonElement?>("a", null).WithExtension<object?>("b", null).Extensions.Values.Select(v => v.ValueKind),
        Is.EqualTo(new[] { JsonValueKind.Null, JsonValueKind.Null }));

    [Test]
    public void A_vendor_property_outlives_the_document_it_came_from()
    {
        ClientMetadata metadata;
        using (JsonDocument document = JsonDocument.Parse("[1]"))
        {
            metadata = new ClientMetadata().WithExtension("a", document.RootElement);
        }

        Assert.That(metadata.Extensions["a"].GetRawText(), Is.EqualTo("[1]"));
    }

    [Test]
    public void The_text_names_vendor_properties_without_their_values() => Assert.That(
        new ClientMetadata { ClientName = "a" }.WithExtension("attributes", "canary").ToString(),
        Is.EqualTo("ClientMetadata { client_name = a, attributes }"));

    [Test]
    public void A_list_that_holds_null_is_refused() =>
        Assert.That(() => new ClientMetadata { GrantTypes = ["a", null!] }, Throws.ArgumentException);

    [Test]
    public void A_key_set_that_is_no_value_is_not_set() =>
        Assert.That(new ClientMetadata { Jwks = default(JsonElement) }.Jwks, Is.Null);

    [Test]
    public void The_text_shows_no_key_set() => Assert.That(
        new ClientMetadata { Jwks = JsonElement.Parse("""{"keys":["canary"]}""") }.ToString(),
        Is.EqualTo("ClientMetadata { jwks = Object }"));

    [Test]
    public void The_text_of_a_large_logo_is_short() =>
        Assert.That(new ClientMetadata { LogoUri = new string('x', 300_000) }.ToString(), Has.Length.LessThan(200));

    [Test]
    public void Tags_of_translations_in_another_case_are_others_whatever_the_comparer_of_the_caller()
    {
        var ignoringCase = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

        Assert.That(
            new ClientMetadata { ClientNames = ignoringCase.Add("JA", "x") },
            Is.Not.EqualTo(new ClientMetadata { ClientNames = ignoringCase.Add("ja", "x") }));
    }

    [Test]
    public void The_text_of_granted_scopes_is_the_same_in_every_culture() => Assert.That(
        new GrantedScopes { ModifiedAt = DateTimeOffset.UnixEpoch }.ToString(), Does.Contain("ModifiedAt = 1970-01-01 00:00:00Z"));

    [Test]
    public void Granted_scopes_of_the_same_values_are_equal() => Assert.That(
        new GrantedScopes { Latest = ["a", "b"] }, Is.EqualTo(new GrantedScopes { Latest = ["b", "a"] }));
}
