using System.Text.Json;
using ClientMgmt.Authlete;
using ClientMgmt.DocSpace;
using ClientMgmt.Mapping;

namespace ClientMgmt.Tests.Mapping;

/// <summary>One property is at fault for one reason.</summary>
public sealed class MetadataGuardTests
{
    private const string LogoForm = "must be data:image/<png, jpeg, jpg or svg+xml>;base64,…; DocSpace takes no other URL";

    private static readonly MetadataMap s_docSpace = DocSpaceProperties.Current;

    private static readonly MetadataMap s_ruled = new(
        [
            new MetadataMapping(new MetadataCapability("logo_uri"), "logo", new LogoCodec())
            {
                Rule = (_, isCreation) => isCreation ? "not at creation" : "not in an update",
            },
        ],
        new IssuedNames("id", "secret", Enabled: null, "created", "modified"),
        MetadataMapping.Vendor(""));

    [Test]
    public void A_required_property_that_is_set_in_the_wrong_place_is_not_missing_as_well()
    {
        ClientMetadata metadata = new ClientMetadata().WithExtension("client_name", "Orders");

        MetadataGuard.Refusals refusals = MetadataGuard.CheckCreation(s_docSpace, s_docSpace.Compare(new ClientMetadata(), metadata));

        Assert.That(
            refusals.All.Where(e => e.Name == "client_name").Select(e => e.Message),
            Is.EqualTo(["cannot be set: set it by the property of ClientMetadata"]));
    }

    [Test]
    public void A_required_property_that_cannot_change_is_refused_once_when_it_is_cleared() => Assert.That(
        Update(s_docSpace, new ClientMetadata { ClientUri = "https://a.example.com" }, new ClientMetadata()).Select(e => e.Message),
        Is.EqualTo(["cannot be changed: the server ignores changes; delete the client and create it anew"]));

    [Test]
    public void A_property_that_cannot_change_is_not_refused_for_its_value_as_well() => Assert.That(
        Update(
            s_docSpace,
            new ClientMetadata { PostLogoutRedirectUris = ["https://a.example.com"] },
            new ClientMetadata { PostLogoutRedirectUris = ["https://a.example.com", "https://b.example.com"] }).Select(e => e.Message),
        Is.EqualTo(["cannot be changed: the server ignores changes; delete the client and create it anew"]));

    [TestCase("data:image/png;base64,AAAA", "not at creation", "not in an update")]
    [TestCase("https://a.example.com", LogoForm, LogoForm)]
    public void A_value_that_cannot_be_written_is_not_held_against_a_rule(string logo, string atCreation, string inUpdate)
    {
        var (before, after) = (new ClientMetadata(), new ClientMetadata { LogoUri = logo });

        Assert.That(
            MetadataGuard.CheckCreation(s_ruled, s_ruled.Compare(before, after)).All.Concat(Update(s_ruled, before, after)),
            Is.EqualTo([new FieldError("logo_uri", atCreation), new FieldError("logo_uri", inUpdate)]));
    }

    [Test]
    public void An_update_to_a_second_subject_of_certificates_is_refused()
    {
        var before = new ClientMetadata { TlsClientAuthSubjectDn = "CN=a" };

        Assert.That(
            Update(AuthleteProperties.MapOfV3, before, before with { TlsClientAuthSanDns = "a.example.com" }),
            Is.EqualTo([new FieldError(
                "tls_client_auth_san_dns", "cannot be set beside tls_client_auth_subject_dn: a client has only one of them")]));
    }

    [Test]
    public void What_cannot_be_set_and_what_is_missing_is_told_in_one_error_with_its_operation()
    {
        MetadataMap map = AuthleteProperties.MapOfV2;

        OperationNotSupportedException error = Assert.Throws<OperationNotSupportedException>(() => MetadataGuard.EnsureCreatable(
            map, "Mine", map.Compare(new ClientMetadata(), new ClientMetadata { PostLogoutRedirectUris = ["https://a.example.com"] })));

        Assert.That(
            (error.Error.Provider, error.Error.Operation, string.Join(", ", error.Error.FieldErrors.Select(e => e.Name))),
            Is.EqualTo(("Mine", ClientOperation.Create, "post_logout_redirect_uris, developer")));
    }

    [Test]
    public void A_member_that_the_backend_has_no_place_for_may_stay_where_the_server_has_shown_it()
    {
        ClientMetadata before = AuthleteProperties.MapOfV2.Read(JsonElement.Parse("""{"extension":{"idTokenDuration":60}}"""));

        Assert.That(
            Update(AuthleteProperties.MapOfV2, before, before.WithExtension("extension", new { idTokenDuration = 90 })), Is.Empty);
    }

    private static IReadOnlyList<FieldError> Update(MetadataMap map, ClientMetadata before, ClientMetadata after) =>
        MetadataGuard.CheckUpdate(map.Compare(before, after)).All;
}
