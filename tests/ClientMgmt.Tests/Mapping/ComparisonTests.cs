using System.Text.Json;
using ClientMgmt.Authlete;
using ClientMgmt.DocSpace;
using ClientMgmt.Mapping;

namespace ClientMgmt.Tests.Mapping;

/// <summary>What counts as a change of a client.</summary>
public sealed class ComparisonTests
{
    private static readonly MetadataMap s_authlete = AuthleteProperties.MapOfV3;

    [Test]
    public void A_word_in_the_vendors_spelling_is_no_change() => Assert.That(
        s_authlete.Compare(
            new ClientMetadata { TokenEndpointAuthMethod = "none" }, new ClientMetadata { TokenEndpointAuthMethod = "NONE" }),
        Is.Empty);

    [Test]
    public void Neither_the_order_of_response_types_nor_of_their_words_is_a_change() => Assert.That(
        s_authlete.Compare(
            new ClientMetadata { ResponseTypes = ["id_token", "token code"] },
            new ClientMetadata { ResponseTypes = ["code token", "id_token"] }),
        Is.Empty);

    [Test]
    public void A_vendor_property_that_is_cleared_where_it_has_the_default_is_no_change() => Assert.That(
        s_authlete.Compare(new ClientMetadata().WithExtension("clientType", "PUBLIC"), new ClientMetadata()), Is.Empty);

    [Test]
    public void A_vendor_property_that_is_null_is_as_one_that_is_not_there() => Assert.That(
        s_authlete.Compare(new ClientMetadata(), new ClientMetadata().WithExtension("attributes", default(string))), Is.Empty);

    [Test]
    public void A_value_that_the_server_shows_and_would_not_take_may_stay() => Assert.That(
        DocSpaceProperties.Current.Compare(Leaving("a", "b"), Leaving("a", "b")), Is.Empty);

    [TestCase("a", "a b")]
    [TestCase("a b", "a")]
    [TestCase("a", "")]
    [TestCase("", "a")]
    public void A_list_is_changed_though_the_vendor_has_room_for_its_first_entry_alone(string before, string after) => Assert.That(
        DocSpaceProperties.Current.Compare(Leaving(Entries(before)), Leaving(Entries(after))).Select(c => c.Mapping.Name),
        Is.EqualTo(["post_logout_redirect_uris"]));

    // Authlete has no place for it, and a newer server may.
    [Test]
    public void A_member_with_a_standard_name_that_the_server_has_shown_can_be_changed_though_the_table_has_it_not()
    {
        ClientMetadata before = s_authlete.Read(JsonElement.Parse("""{"post_logout_redirect_uris":"a"}"""));

        Assert.That(
            MetadataGuard.CheckUpdate(s_authlete.Compare(before, before.WithExtension("post_logout_redirect_uris", "b"))).All, Is.Empty);
    }

    [Test]
    public void Changes_are_told_in_the_order_of_their_names()
    {
        ClientMetadata after = new ClientMetadata { ClientUri = "https://a.example.com" }.WithExtension("zeal", 1).WithExtension("Zest", 1);

        Assert.That(
            new MappedCapabilities([], s_authlete).FindChanges(new ClientMetadata(), after), Is.EqualTo(["Zest", "client_uri", "zeal"]));
    }

    [Test]
    public void A_value_that_the_standard_property_cannot_express_is_the_vendors_as_a_whole() => Assert.That(
        new MappedCapabilities([], s_authlete).GetVendorPart("contacts", JsonElement.Parse("[1]"))?.GetRawText(), Is.EqualTo("[1]"));

    private static ClientMetadata Leaving(params string[] uris) => new() { PostLogoutRedirectUris = uris };

    private static string[] Entries(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
