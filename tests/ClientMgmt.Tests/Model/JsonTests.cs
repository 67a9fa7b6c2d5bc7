using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Tests.Model;

/// <summary>The JSON of the model: RFC 7591 section 2 and 3.2.1, in both serializers.</summary>
[TestFixtureSource(typeof(Serializers), nameof(Serializers.Both))]
public sealed class JsonTests(object serializer)
{
    private readonly Serializers _serializer = (Serializers)serializer;

    [Test]
    public void Metadata_are_written_in_the_names_of_the_standards_without_what_is_not_set() => Assert.That(
        JToken.Parse(_serializer.Write(new ClientMetadata
        {
            ClientName = "Orders",
            ClientNames = new Dictionary<string, string> { ["ja"] = "注文", ["de-CH"] = "Bestellungen" },
            RedirectUris = ["https://a.example/cb"],
            RequireAuthTime = false,
            DefaultMaxAge = 60,
            BackchannelLogoutUri = "https://a.example/out",
        }.WithExtension("pkceRequired", true))),
        Is.EqualTo(JToken.Parse("""
            {
              "backchannel_logout_uri": "https://a.example/out", "client_name": "Orders", "client_name#de-CH": "Bestellungen",
              "client_name#ja": "注文", "default_max_age": 60, "redirect_uris": ["https://a.example/cb"],
              "require_auth_time": false, "pkceRequired": true
            }
            """)).Using<JToken>(JToken.DeepEquals));

    [Test]
    public void A_client_has_its_metadata_beside_what_the_server_issued() => Assert.That(
        _serializer.Write(new OAuthClient
        {
            ClientId = "1",
            ClientSecret = new Secret("s3cr3t"),
            ClientSecretExpiresAt = DateTimeOffset.MaxValue,
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
            ModifiedAt = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_250),
            Enabled = true,
            Metadata = new ClientMetadata { ClientName = "Orders" },
        }),
        Is.EqualTo("""
            {"client_id":"1","client_secret":"[redacted]","client_secret_expires_at":0,"client_id_issued_at":1700000000,"enabled":true,"modified_at":1700000000.25,"client_name":"Orders"}
            """));

    [Test]
    public void Unknown_names_are_extensions() => Assert.That(
        _serializer.Read<ClientMetadata>("""{"Client_Name":1,"redirect_uris#de":[],"vendor":null}""")!.Extensions
            .Select(e => (e.Key, e.Value.GetRawText())),
        Is.EqualTo(new[] { ("Client_Name", "1"), ("redirect_uris#de", "[]"), ("vendor", "null") }));

    [Test]
    public void Null_is_not_set() => Assert.That(
        _serializer.Read<ClientMetadata>("""{"client_name":null,"client_name#de":null,"redirect_uris":null,"jwks":null,"extensions":null}"""),
        Is.EqualTo(new ClientMetadata()));

    [Test]
    public void Translations_are_also_read_from_an_object() => Assert.That(
        _serializer.Read<ClientMetadata>("""{"client_names":{"de":"a"},"client_name#fr":"b"}"""),
        Is.EqualTo(new ClientMetadata { ClientNames = new Dictionary<string, string> { ["de"] = "a", ["fr"] = "b" } }));

    [TestCase("logo_uri")]
    [TestCase("scope")]
    [TestCase("client_names")]
    [TestCase("client_name#de")]
    [TestCase("client_id")]
    [TestCase("client_secret")]
    [TestCase("enabled")]
    [TestCase("extensions")]
    public void A_vendor_member_with_the_name_of_another_is_kept_apart(string name)
    {
        ClientMetadata metadata = new ClientMetadata { LogoUri = "l", Scope = "s" }.WithExtension(name, 1);

        string json = _serializer.Write(metadata);

        Assert.That(json, Does.EndWith($",\"extensions\":{{\"{name}\":1}}}}"));
        Assert.That(_serializer.Read<ClientMetadata>(json), Is.EqualTo(metadata));
    }

    [Test]
    public void The_last_of_members_with_the_same_name_counts() => Assert.That(
        _serializer.Read<OAuthClient>("""{"client_id":"1","client_id":"2","client_name":"a","client_name":"b","x":1,"x":2}"""),
        Is.EqualTo(new OAuthClient { ClientId = "2", Metadata = new ClientMetadata { ClientName = "b" }.WithExtension("x", 2) }));

    [Test]
    public void Metadata_can_be_read_from_a_whole_client() => Assert.That(
        _serializer.Read<ClientMetadata>("""{"client_id":"1","client_secret":"s","client_name":"a","enabled":true}"""),
        Is.EqualTo(new ClientMetadata { ClientName = "a" }));

    [Test]
    public void Nothing_is_null() => Assert.That(
        (_serializer.Read<ClientMetadata>("null"), _serializer.Read<OAuthClient>("null"), _serializer.Write(null)),
        Is.EqualTo((default(ClientMetadata), default(OAuthClient), "null")));

    [TestCase("""{"redirect_uris":["a",1]}""", "redirect_uris[1]", "a text")]
    [TestCase("""{"redirect_uris":["a",null]}""", "redirect_uris[1]", "a text")]
    [TestCase("""{"redirect_uris":"a"}""", "redirect_uris", "a list of texts")]
    [TestCase("""{"client_name":1}""", "client_name", "a text")]
    [TestCase("""{"client_name#de":{}}""", "client_name#de", "a text")]
    [TestCase("""{"client_name#a.b":{}}""", "['client_name#a.b']", "a text")]
    [TestCase("""{"client_names":{"de":1}}""", "client_names.de", "a text")]
    [TestCase("""{"client_names":[]}""", "client_names", "an object of texts by language")]
    [TestCase("""{"default_max_age":"60"}""", "default_max_age", "a whole number")]
    [TestCase("""{"default_max_age":1.5}""", "default_max_age", "a whole number")]
    [TestCase("""{"default_max_age":2147483648}""", "default_max_age", "a whole number")]
    [TestCase("""{"require_auth_time":"true"}""", "require_auth_time", "true or false")]
    [TestCase("""{"extensions":[]}""", "extensions", "an object")]
    public void A_wrong_type_is_an_error_with_its_path(string json, string path, string kind)
    {
        (string where, string message) = _serializer.Error<ClientMetadata>(json);

        Assert.That(where.TrimStart('$', '.'), Is.EqualTo(path));
        Assert.That(message, Does.StartWith($"The value must be {kind}.").And.Contain(path));
    }

    [TestCase("""{"client_id":1}""", "client_id", "must be a text")]
    [TestCase("""{"client_name":"a"}""", "", "client_id is missing")]
    [TestCase("""{"client_id":null}""", "", "client_id is missing")]
    [TestCase("""{"client_id":"1","client_secret":1}""", "client_secret", "must be a text")]
    [TestCase("""{"client_id":"1","client_secret":""}""", "client_secret", "not empty")]
    [TestCase("""{"client_id":"1","client_secret_expires_at":"0"}""", "client_secret_expires_at", "seconds since 1970")]
    [TestCase("""{"client_id":"1","client_id_issued_at":1e20}""", "client_id_issued_at", "seconds since 1970")]
    [TestCase("""{"client_id":"1","modified_at":"2024-01-01T00:00:00Z"}""", "modified_at", "seconds since 1970")]
    [TestCase("""{"client_id":"1","enabled":1}""", "enabled", "true or false")]
    [TestCase("[]", "", "an object")]
    public void So_is_a_client_that_is_none(string json, string path, string message) => Assert.That(
        _serializer.Error<OAuthClient>(json) is var (where, text) ? (where.TrimStart('$', '.'), text) : default,
        Is.EqualTo((path, message)).Using<(string Path, string Text)>((a, e) => a.Path == e.Path && a.Text.Contains(e.Text, StringComparison.Ordinal)));

    [TestCase("{\"vendor\":")]
    [TestCase("{\"vendor\":[1,")]
    [TestCase("{\"vendor\":tru}")]
    public void What_is_no_JSON_is_the_error_of_the_serializer(string json) =>
        Assert.That(() => _serializer.Error<ClientMetadata>(json), Throws.Nothing);

    [Test]
    public void So_is_a_value_that_is_too_deep() => Assert.That(
        _serializer.Error<ClientMetadata>($"{{\"vendor\":{new string('[', 100)}{new string(']', 100)}}}").Message, Does.Contain("64"));

    [Test]
    public void A_secret_is_read_but_not_a_redacted_one()
    {
        string[] values = ["\"s3cr3t\"", "\"[redacted]\"", "null"];

        Assert.That(
            values.Select(v => _serializer.Read<OAuthClient>($$"""{"client_id":"1","client_secret":{{v}}}""")!.ClientSecret?.Reveal()),
            Is.EqualTo(new[] { "s3cr3t", null, null }));
    }

    [Test]
    public void A_secret_is_written_by_a_converter_that_says_so() => Assert.That(
        (_serializer.Reveal(new OAuthClient { ClientId = "1", ClientSecret = new Secret("s3cr3t") }), _serializer.Reveal(new Secret("s3cr3t"))),
        Is.EqualTo(("""{"client_id":"1","client_secret":"s3cr3t"}""", "\"s3cr3t\"")));
}
