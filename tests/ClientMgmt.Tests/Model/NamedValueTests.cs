using System.Text.Json;
using ClientMgmt.Authlete;

namespace ClientMgmt.Tests.Model;

/// <summary>Metadata by name, as editors and command lines need it.</summary>
public sealed class NamedValueTests
{
    private static readonly Dictionary<Type, string> s_samples = new()
    {
        [typeof(string)] = "\"x\"",
        [typeof(bool)] = "true",
        [typeof(int)] = "7",
        [typeof(IReadOnlyList<string>)] = """["a","b"]""",
        [typeof(IReadOnlyDictionary<string, string>)] = """{"de":"Hallo"}""",
        [typeof(JsonElement)] = """{"keys":[]}""",
    };

    private static IReadOnlyList<string> Names => ClientMetadata.StandardNames;

    // The type alone decides.
    private static IEnumerable<string> OneOfEachType => Names.DistinctBy(ClientMetadata.GetValueType);

    [TestCaseSource(nameof(Names))]
    public void A_value_that_is_set_by_name_is_read_by_name(string name)
    {
        string sample = s_samples[ClientMetadata.GetValueType(name)];

        ClientMetadata metadata = new ClientMetadata().WithValue(name, Json(sample));

        Assert.That(metadata.GetValue(name)?.GetRawText(), Is.EqualTo(sample));
    }

    [TestCaseSource(nameof(OneOfEachType))]
    public void A_value_that_is_cleared_by_name_is_not_set(string name)
    {
        ClientMetadata metadata = new ClientMetadata().WithValue(name, Json(s_samples[ClientMetadata.GetValueType(name)]));

        Assert.That(metadata.WithoutValue(name), Is.EqualTo(new ClientMetadata()));
    }

    [TestCaseSource(nameof(OneOfEachType))]
    public void A_value_of_another_type_is_refused_by_name(string name)
    {
        if (ClientMetadata.GetValueType(name) == typeof(JsonElement))
        {
            Assert.That(new ClientMetadata().WithValue(name, Json("1")).GetValue(name), Is.Not.Null);
            return;
        }

        Assert.That(
            () => new ClientMetadata().WithValue(name, Json("[[1]]")), Throws.ArgumentException.With.Message.Contain($"'{name}' must be"));
    }

    [Test]
    public void Setting_by_name_leaves_the_original_as_it_was()
    {
        var original = new ClientMetadata { ClientName = "a" };

        _ = original.WithValue("client_name", Json("\"b\""));

        Assert.That(original.ClientName, Is.EqualTo("a"));
    }

    [Test]
    public void A_standard_name_and_its_property_are_the_same_value() => Assert.That(
        new ClientMetadata().WithValue("redirect_uris", Json("""["https://a.example/cb"]""")),
        Is.EqualTo(new ClientMetadata { RedirectUris = ["https://a.example/cb"] }));

    [Test]
    public void Any_other_name_is_that_of_an_extension() => Assert.That(
        new ClientMetadata().WithValue("pkceRequired", Json("true")), Is.EqualTo(new ClientMetadata().WithExtension("pkceRequired", true)));

    [Test]
    public void A_vendor_property_beside_the_standard_one_of_its_name_is_kept_apart()
    {
        ClientMetadata both = new ClientMetadata { LogoUri = "standard" }.WithExtension("logo_uri", "vendor");

        Assert.That(both.GetValue("logo_uri")?.GetString(), Is.EqualTo("standard"));
        Assert.That(
            both.WithValue("logo_uri", Json("\"new\"")),
            Is.EqualTo(new ClientMetadata { LogoUri = "new" }.WithExtension("logo_uri", "vendor")));
        Assert.That(both.WithoutValue("logo_uri"), Is.EqualTo(new ClientMetadata().WithExtension("logo_uri", "vendor")));
        Assert.That(both.WithoutExtension("logo_uri"), Is.EqualTo(new ClientMetadata { LogoUri = "standard" }));
    }

    [TestCase("contacts", """{"contacts":["x",1]}""", "contacts")]
    [TestCase("jwks", """{"jwks":"not json"}""", "jwks")]
    [TestCase("redirect_uris", """{"redirectUris":"x"}""", "redirectUris")]
    [TestCase("client_names", """{"clientNames":[{"tag":"de","value":"a"},{"tag":"de","value":"b"}]}""", "clientNames")]
    public void A_value_that_the_standard_property_cannot_express_goes_when_that_is_cleared_or_set(string name, string client, string vendors)
    {
        ClientMetadata metadata = AuthleteProperties.MapOfV3.Read(Json(client));
        JsonElement sample = Json(s_samples[ClientMetadata.GetValueType(name)]);

        Assert.That((metadata.GetValue(name), metadata.FindUnexpressed(name)), Is.EqualTo(((JsonElement?)null, vendors)));
        Assert.That(metadata.WithoutValue(name), Is.EqualTo(new ClientMetadata()));
        Assert.That(metadata.WithValue(name, sample), Is.EqualTo(new ClientMetadata().WithValue(name, sample)));
        Assert.That(metadata.WithoutValue(name).FindUnexpressed(name), Is.Null);
    }

    [Test]
    public void It_also_goes_when_the_property_itself_is_cleared_or_set()
    {
        ClientMetadata metadata = AuthleteProperties.MapOfV3.Read(Json("""{"contacts":["x",1],"other":1}"""));

        Assert.That(metadata with { Contacts = null }, Is.EqualTo(new ClientMetadata().WithExtension("other", 1)));
        Assert.That(metadata with { Contacts = ["y"] }, Is.EqualTo(new ClientMetadata { Contacts = ["y"] }.WithExtension("other", 1)));
        Assert.That((metadata with { ClientName = "a" }).WithExtension("other", 2).FindUnexpressed("contacts"), Is.EqualTo("contacts"));
    }

    [Test]
    public void A_vendor_property_of_a_standard_name_stays_when_that_is_cleared_or_set()
    {
        ClientMetadata metadata = AuthleteProperties.MapOfV3.Read(Json("""{"logo_uri":1}"""));

        Assert.That(metadata.FindUnexpressed("logo_uri"), Is.Null);
        Assert.That(metadata.WithoutValue("logo_uri"), Is.EqualTo(metadata));
        Assert.That(metadata with { LogoUri = null }, Is.EqualTo(metadata));
        Assert.That(
            metadata.WithValue("logo_uri", Json("\"new\"")),
            Is.EqualTo(new ClientMetadata { LogoUri = "new" }.WithExtension("logo_uri", 1)));
    }

    [Test]
    public void A_key_set_is_read_by_name_whatever_it_holds() => Assert.That(
        new ClientMetadata().WithValue("jwks", Json("[\"\\ud800\"]")).GetValue("jwks")?.GetRawText(), Is.EqualTo("[\"\\ud800\"]"));

    [Test]
    public void Null_clears() => Assert.That(
        new ClientMetadata { ClientName = "a" }.WithValue("client_name", Json("null")), Is.EqualTo(new ClientMetadata()));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
