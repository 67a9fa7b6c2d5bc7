using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.RegistrationEmptyValue;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>What becomes of the metadata that are sent.</summary>
public sealed class RegistrationMetadataTests
{
    [TestCase(RegistrationMember.Kept, true, true, true)]
    [TestCase(RegistrationMember.Dropped, false, false, false)]
    [TestCase(RegistrationMember.Echoed, true, false, false)]
    [TestCase(RegistrationMember.Hidden, false, false, true)]
    public async Task A_member_is_shown_and_stored_or_not(RegistrationMember treatment, bool answered, bool read, bool stored)
    {
        foreach (string name in new[] { "client_uri", "custom", "client_name#ja" })
        {
            await using RegistrationClient client = await RegistrationClient.StartAsync(new()
            {
                StandardMembers = treatment,
                UnknownMembers = treatment,
                LocalizedMembers = treatment,
                RedirectUris = RegistrationRedirectUris.Never,
            });
            Answer created = await client.RegisterAsync($"\"{name}\":\"https://c.example/\"");
            Answer shown = await client.ReadAsync();
            Answer updated = await client.UpdateAsync($"\"{name}\":\"https://c.example/\"");
            Assert.That(
                (created[name] is not null, shown[name] is not null, updated[name] is not null, client.Stored()[name] is not null),
                Is.EqualTo((answered, read, answered, stored)),
                name);
        }
    }

    [Test]
    public async Task One_member_may_be_an_exception()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new()
        {
            UnknownMembers = RegistrationMember.Kept,
            Members = new Dictionary<string, RegistrationMember> { ["custom"] = RegistrationMember.Refused, ["contacts"] = RegistrationMember.Dropped },
        });
        int refused = (await client.RegisterAsync("\"custom\":1")).Status;
        Answer answer = await client.RegisterAsync("\"other\":1,\"contacts\":[\"a@c.example\"]");
        Assert.That((refused, answer["other"] is not null, answer["contacts"] is not null), Is.EqualTo((400, true, false)));
    }

    [TestCase("null", Omitted, 201, null)]
    [TestCase("null", RegistrationEmptyValue.Refused, 400, null)]
    [TestCase("null", Stored, 201, null)]
    [TestCase("\"\"", Omitted, 201, null)]
    [TestCase("\"\"", RegistrationEmptyValue.Refused, 400, null)]
    [TestCase("\"\"", Stored, 201, "\"\"")]
    [TestCase("[]", Omitted, 201, null)]
    [TestCase("[]", RegistrationEmptyValue.Refused, 400, null)]
    [TestCase("[]", Stored, 201, "[]")]
    public async Task An_empty_value_at_registration(string value, RegistrationEmptyValue meaning, int status, string? stored)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { NullInCreate = meaning, EmptyTextInCreate = meaning, EmptyList = meaning });
        Answer answer = await client.RegisterAsync($"\"{(value == "[]" ? "contacts" : "client_name")}\":{value}");
        JsonNode? found = status == 201 ? client.Stored()[value == "[]" ? "contacts" : "client_name"] : null;
        Assert.That((answer.Status, found?.ToJsonString()), Is.EqualTo((status, stored)));
    }

    [TestCase("null", Omitted, RegistrationOmitted.Kept, "\"One\"")]
    [TestCase("null", Removes, RegistrationOmitted.Kept, null)]
    [TestCase("null", Omitted, RegistrationOmitted.Removed, null)]
    [TestCase("\"\"", Omitted, RegistrationOmitted.Kept, "\"One\"")]
    [TestCase("\"\"", Removes, RegistrationOmitted.Kept, null)]
    [TestCase("\"\"", Stored, RegistrationOmitted.Kept, "\"\"")]
    public async Task An_empty_value_at_an_update(string value, RegistrationEmptyValue meaning, RegistrationOmitted omitted, string? stored)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { NullInUpdate = meaning, EmptyTextInUpdate = meaning, OmittedInUpdate = omitted });
        await client.RegisterAsync("\"client_name\":\"One\"");
        await client.UpdateAsync($"\"client_name\":{value}");
        Assert.That(client.Stored()["client_name"]?.ToJsonString(), Is.EqualTo(stored));
    }

    [TestCase("null")]
    [TestCase("\"\"")]
    public async Task An_empty_value_at_an_update_may_be_refused(string value)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { NullInUpdate = RegistrationEmptyValue.Refused, EmptyTextInUpdate = RegistrationEmptyValue.Refused });
        await client.RegisterAsync();
        Assert.That((await client.UpdateAsync($"\"client_name\":{value}")).Status, Is.EqualTo(400));
    }

    [TestCase(RegistrationOmitted.Removed, null, "[\"a@c.example\"]")]
    [TestCase(RegistrationOmitted.Kept, "\"One\"", null)]
    public async Task An_update_replaces_or_is_partial_but_for_what_it_is_not(RegistrationOmitted omitted, string? name, string? contacts)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { OmittedInUpdate = omitted, OmittedOtherwise = ["contacts"] });
        await client.RegisterAsync("\"client_name\":\"One\",\"contacts\":[\"a@c.example\"]");
        await client.UpdateAsync();
        Assert.That((client.Stored()["client_name"]?.ToJsonString(), client.Stored()["contacts"]?.ToJsonString()), Is.EqualTo((name, contacts)));
    }

    [Test]
    public async Task What_an_update_resets_goes_to_the_servers_default()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { OmittedInUpdate = RegistrationOmitted.Kept, OmittedOtherwise = ["token_endpoint_auth_method"] });
        await client.RegisterAsync("\"token_endpoint_auth_method\":\"none\"");
        Answer answer = await client.UpdateAsync();
        Assert.That(((string?)answer["token_endpoint_auth_method"], answer["client_secret"] is not null), Is.EqualTo(("client_secret_basic", true)));
    }

    [Test]
    public async Task Some_members_cannot_be_removed()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { CannotBeRemoved = ["request_uris"] });
        await client.RegisterAsync("\"request_uris\":[\"https://c.example/r\"]");
        await client.UpdateAsync("\"request_uris\":[]");
        Assert.That(client.Stored()["request_uris"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Some_empty_lists_are_refilled()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { EmptyListRefilled = ["grant_types"] });
        Answer answer = await client.RegisterAsync("\"grant_types\":[]");
        Assert.That(answer["grant_types"]!.ToJsonString(), Is.EqualTo("[\"authorization_code\"]"));
    }

    [TestCase(RegistrationRedirectUris.WithResponseType, "", 400)]
    [TestCase(RegistrationRedirectUris.WithResponseType, "\"response_types\":[]", 201)]
    [TestCase(RegistrationRedirectUris.Always, "\"response_types\":[]", 400)]
    [TestCase(RegistrationRedirectUris.Present, "", 400)]
    [TestCase(RegistrationRedirectUris.Present, "\"redirect_uris\":[]", 201)]
    [TestCase(RegistrationRedirectUris.Never, "", 201)]
    public async Task Redirect_uris_may_be_missing_or_not(RegistrationRedirectUris rule, string members, int status)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { RedirectUris = rule });
        Answer answer = await client.RegisterAsync(members.Length == 0 ? null : members, bare: true);
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase("https://c.example/cb#f", 400, 201)]
    [TestCase("/cb", 400, 201)]
    [TestCase("http://c.example/cb", 201, 400)]
    [TestCase("http://127.0.0.1/cb", 201, 201)]
    [TestCase("com.example.app:/cb", 201, 400)]
    [TestCase("javascript:alert(1)", 400, 400)]
    public async Task Redirect_uris_are_looked_at_in_different_ways(string uri, int byDefault, int otherwise)
    {
        var other = new DynamicRegistrationBehavior
        {
            FragmentsAllowed = true,
            RelativeRedirectUrisAllowed = true,
            HttpForLoopbackOnly = true,
            OwnSchemesForNativeOnly = !uri.StartsWith('/'),
        };
        string body = $"\"redirect_uris\":[\"{uri}\"]";
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        int first = (await client.RegisterAsync(body, bare: true)).Status;
        client.Server.DynamicRegistration.Behavior = other;
        Assert.That((first, (await client.RegisterAsync(body, bare: true)).Status), Is.EqualTo((byDefault, otherwise)));
    }

    [TestCase(RegistrationScopes.Known, "openid unknown", 400, null)]
    [TestCase(RegistrationScopes.Known, "openid profile", 201, "openid profile")]
    [TestCase(RegistrationScopes.KnownOnly, "openid unknown", 201, "openid")]
    [TestCase(RegistrationScopes.Any, "openid unknown", 201, "openid unknown")]
    [TestCase(RegistrationScopes.None, "openid", 400, null)]
    public async Task Scopes_are_taken_or_not(RegistrationScopes rule, string scope, int status, string? stored)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { ScopeWords = rule });
        Answer answer = await client.RegisterAsync($"\"scope\":\"{scope}\"");
        Assert.That((answer.Status, (string?)answer["scope"]), Is.EqualTo((status, stored)));
    }

    [TestCase("\"client_name\":5", 400, 201)]
    [TestCase("\"client_uri\":\"ftp://c.example/\"", 400, 201)]
    [TestCase("\"token_endpoint_auth_method\":\"private_key_jwt\"", 400, 201)]
    [TestCase("\"jwks\":{\"keys\":[]},\"jwks_uri\":\"https://c.example/jwks\"", 400, 201)]
    [TestCase("\"contacts\":[\"nobody\"]", 201, 400)]
    [TestCase("\"jwks\":{}", 201, 400)]
    [TestCase("\"initiate_login_uri\":\"http://c.example/\"", 201, 201)]
    public async Task Values_are_looked_at_in_different_ways(string members, int byDefault, int otherwise)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        int first = (await client.RegisterAsync(members)).Status;
        client.Server.DynamicRegistration.Behavior = new()
        {
            TypesChecked = false,
            UrisChecked = false,
            KeysRequired = false,
            BothKeySetsAllowed = true,
            ContactsChecked = true,
            JwksChecked = true,
        };
        Assert.That((first, (await client.RegisterAsync(members)).Status), Is.EqualTo((byDefault, otherwise)));
    }

    [TestCase("ftp://c.example/", 201)]
    [TestCase("nothing", 400)]
    [TestCase("javascript:alert(1)", 400)]
    public async Task Uris_may_have_other_schemes(string uri, int status)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { OtherSchemesAllowed = true });
        Assert.That((await client.RegisterAsync($"\"client_uri\":\"{uri}\"")).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Some_uris_have_to_be_https()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { HttpsOnly = ["initiate_login_uri"] });
        Assert.That((await client.RegisterAsync("\"initiate_login_uri\":\"http://c.example/\"")).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task The_server_fails_on_what_is_too_long()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { FailsAbove = new Dictionary<string, int> { ["client_name"] = 10 } });
        Assert.That((await client.RegisterAsync("\"client_name\":\"12345678901\"")).Status, Is.EqualTo(500));
    }

    [Test]
    public async Task An_unknown_method_may_be_replaced()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new()
        {
            UnknownMethodReplaced = true,
            Words = new Dictionary<string, IReadOnlyList<string>> { ["token_endpoint_auth_method"] = ["client_secret_basic"] },
        });
        Answer answer = await client.RegisterAsync("\"token_endpoint_auth_method\":\"none\"");
        Assert.That((string?)answer["token_endpoint_auth_method"], Is.EqualTo("client_secret_basic"));
    }

    [Test]
    public async Task Grant_types_follow_response_types()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { GrantsFollowResponseTypes = true });
        Answer answer = await client.RegisterAsync("\"response_types\":[\"id_token code\"],\"grant_types\":[\"refresh_token\"]");
        Assert.That(
            (answer["response_types"]!.ToJsonString(), answer["grant_types"]!.ToJsonString()),
            Is.EqualTo(("[\"code id_token\"]", "[\"refresh_token\",\"authorization_code\",\"implicit\"]")));
    }

    [Test]
    public async Task Values_are_put_in_and_taken_out()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new()
        {
            DuplicatesDropped = true,
            CertificateNeedsMethod = true,
            DefaultEncoding = "A128CBC-HS256",
            Defaults = new Dictionary<string, string> { ["default_max_age"] = "5" },
        });
        Answer answer = await client.RegisterAsync(
            "\"contacts\":[\"a@c.example\",\"a@c.example\"],\"tls_client_auth_subject_dn\":\"CN=c\",\"id_token_encrypted_response_alg\":\"dir\"");
        Assert.That(
            (answer["contacts"]!.AsArray().Count, answer["tls_client_auth_subject_dn"], (string?)answer["id_token_encrypted_response_enc"], (int?)answer["default_max_age"]),
            Is.EqualTo((1, (object?)null, "A128CBC-HS256", 5)));
    }
}
