using System.Text.Json;
using ClientMgmt.DocSpace;
using ClientMgmt.DynamicRegistration;
using ClientMgmt.Mapping;

namespace ClientMgmt.Tests.Mapping;

/// <summary>How a client is read by a table.</summary>
public sealed class MetadataMapTests
{
    private static readonly MetadataMap s_plain = RegistrationProperties.For(new ServerProfile());

    [TestCase("""{"contacts":[1],"contacts":["a"]}""", "a", false)]
    [TestCase("""{"contacts":["a"],"contacts":[1]}""", null, true)]
    [TestCase("""{"contacts":[1],"contacts":null}""", null, false)]
    public void Of_members_with_the_same_name_the_last_one_counts(string client, string? contact, bool isUnexpressed)
    {
        ClientMetadata read = Read(client);

        Assert.That(
            (read.Contacts?.Single(), read.Extensions.ContainsKey("contacts")), Is.EqualTo((contact, isUnexpressed)));
    }

    [Test]
    public void A_vendor_property_that_is_told_again_as_null_is_not_set() =>
        Assert.That(Read("""{"custom":1,"custom":null}""").Extensions, Is.Empty);

    [Test]
    public void Vendor_properties_that_differ_in_case_alone_are_two() =>
        Assert.That(Read("""{"custom":1,"Custom":2}""").Extensions.Keys, Is.EquivalentTo(["custom", "Custom"]));

    [Test]
    public void A_name_may_be_written_with_escapes() =>
        Assert.That(Read("""{"client\u005fname":"Orders"}""").ClientName, Is.EqualTo("Orders"));

    [TestCase("null")]
    [TestCase("{}")]
    public void Keys_that_say_nothing_are_not_set(string jwks)
    {
        ClientMetadata read = Read($$"""{"jwks":{{jwks}}}""");

        Assert.That((read.Jwks, read.Extensions.Count), Is.EqualTo((default(JsonElement?), 0)));
    }

    [Test]
    public void A_flag_that_is_none_is_kept_as_the_server_wrote_it() =>
        Assert.That(Read("""{"require_auth_time":"yes"}""").FindUnexpressed("require_auth_time"), Is.EqualTo("require_auth_time"));

    [TestCase("\"s3cret\"", true)]
    [TestCase("\"\"", false)]
    [TestCase("5", false)]
    public void A_secret_is_a_text(string json, bool expected)
    {
        s_plain.Read(JsonElement.Parse($$"""{"client_secret":{{json}}}"""), out IssuedValues issued);

        Assert.That(issued.ClientSecret is not null, Is.EqualTo(expected));
    }

    [TestCase("logout_redirect_uri", "post_logout_redirect_uris")]
    [TestCase("logout_redirect_uris", "post_logout_redirect_uris")]
    [TestCase("authentication_methods", "token_endpoint_auth_method")]
    [TestCase("unknown", "unknown")]
    public void A_server_may_name_a_property_as_in_its_requests_or_its_answers(string vendor, string name) =>
        Assert.That(DocSpaceProperties.Current.NameOf(vendor), Is.EqualTo(name));

    private static ClientMetadata Read(string client) => s_plain.Read(JsonElement.Parse(client));
}
