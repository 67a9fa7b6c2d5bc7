using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using static ClientMgmt.Sandbox.DocSpaceGeneration;

namespace ClientMgmt.Tests.Sandbox;

public sealed class DocSpaceClientTests
{
    [Test]
    public async Task Create_answers_201_and_the_whole_client()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("POST", "clients", Bodies.Create());
        string[] expected =
        [
            "name", "client_id", "client_secret", "description", "website_url", "terms_url", "policy_url", "logout_redirect_uris", "logo",
            "authentication_methods", "tenant", "redirect_uris", "allowed_origins", "scopes", "created_on", "created_by", "modified_on",
            "modified_by", "enabled", "is_public",
        ];
        Assert.That((answer.Status, answer.Json.AsObject().Select(p => p.Key)), Is.EqualTo((201, expected)));
    }

    [TestCase(Version30, "^[0-9a-f]{8}-[0-9a-f-]{27}$")]
    [TestCase(Version31, "^[A-Za-z0-9]{36}$")]
    [TestCase(Version37, "^[A-Za-z0-9]{36}$")]
    public async Task Secrets_have_the_form_of_the_generation(DocSpaceGeneration generation, string form)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        Answer answer = await raw.SendAsync(
            "POST",
            "api/2.0/clients",
            Bodies.Create().ToJsonString(),
            ("User-Agent", "raw"),
            generation == Version30 ? ("Cookie", "asc_auth_key=" + SandboxDefaults.DocSpaceAuthKey) : raw.Signed());
        Assert.That((string)answer["client_secret"]!, Does.Match(form));
    }

    [Test]
    public async Task Create_ignores_is_public_and_unknown_members()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => (b["is_public"], b["novelty"]) = (false, 1)));
        Assert.That(((bool)answer["is_public"]!, answer["novelty"]), Is.EqualTo((true, (JsonNode?)null)));
    }

    [TestCase("""true""", """["client_secret_post","none"]""")]
    [TestCase("""false""", """["client_secret_post"]""")]
    [TestCase("""null""", """["client_secret_post"]""")]
    public async Task Pkce_adds_the_method_none(string pkce, string methods)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["allow_pkce"] = JsonNode.Parse(pkce)));
        Assert.That(answer["authentication_methods"]!.AsArray().Select(m => (string)m!), Is.EquivalentTo(JsonNode.Parse(methods)!.AsArray().Select(m => (string)m!)));
    }

    [Test]
    public async Task Sets_lose_duplicates_and_their_order()
    {
        string[] sent = ["https://a.example", "https://b.example", "https://c.example", "https://d.example", "https://e.example", "https://a.example"];
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["redirect_uris"] = new JsonArray([.. sent.Select(s => (JsonNode)s)])));
        string[] got = [.. answer["redirect_uris"]!.AsArray().Select(u => (string)u!)];
        Assert.Multiple(() =>
        {
            Assert.That(got, Is.EquivalentTo(sent.Distinct()));
            Assert.That(got, Is.Not.EqualTo(sent.Distinct()));
        });
    }

    [Test]
    public async Task Get_shows_the_plain_secret_and_the_list_its_ciphertext()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer created = await raw.Office("POST", "clients", Bodies.Create());
        Answer got = await raw.Office("GET", $"clients/{created["client_id"]}");
        Answer list = await raw.Office("GET", "clients");
        Assert.Multiple(() =>
        {
            Assert.That((string)got["client_secret"]!, Is.EqualTo((string)created["client_secret"]!));
            Assert.That((string)list["data"]![0]!["client_secret"]!, Has.Length.EqualTo(108));
        });
    }

    [Test]
    public async Task The_list_shows_the_plain_secret_without_encryption()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { SecretsEncrypted = false });
        await raw.CreateOfficeAsync();
        Answer list = await raw.Office("GET", "clients");
        Assert.That((string)list["data"]![0]!["client_secret"]!, Has.Length.EqualTo(36));
    }

    [Test]
    public async Task Self_hosted_creation_times_differ_from_the_stored_ones([Values] DocSpaceStorage storage)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Storage = storage });
        Answer created = await raw.Office("POST", "clients", Bodies.Create());
        Answer list = await raw.Office("GET", "clients");
        bool same = (string)created["created_on"]! == (string)list["data"]![0]!["created_on"]!;
        Assert.That(same, Is.EqualTo(storage == DocSpaceStorage.Saas));
    }

    [TestCase(0, "Z")]
    [TestCase(2, "+02:00")]
    public async Task Times_are_written_with_the_offset_of_the_server(int hours, string end)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { UtcOffset = TimeSpan.FromHours(hours) });
        Answer answer = await raw.Office("POST", "clients", Bodies.Create());
        Assert.That((string)answer["created_on"]!, Does.EndWith(end));
    }

    [Test]
    public async Task Update_answers_nothing_and_changes_a_small_subset([Values(Version31, Version37)] DocSpaceGeneration generation)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        string id = await raw.CreateOfficeAsync();
        Answer answer = await raw.Office("PUT", "clients/" + id, Bodies.Update(b => (b["website_url"], b["enabled"]) = ("https://new.example.com", false)));
        JsonObject client = raw.Server.DocSpace.FindClient(SandboxDefaults.Portal, id)!;
        Assert.That(
            (answer.Status, answer.Text, (string)client["name"]!, (string)client["redirect_uris"]![0]!, (string)client["website_url"]!, (bool)client["enabled"]!),
            Is.EqualTo((200, "", "Changed", "http://localhost:3000/cb", "https://www.example.com", true)));
    }

    [Test]
    public async Task Update_of_the_newest_generation_takes_redirect_uris_and_scopes()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = Next });
        string id = await raw.CreateOfficeAsync();
        await raw.Office("PUT", "clients/" + id, Bodies.Update());
        JsonObject client = raw.Server.DocSpace.FindClient(SandboxDefaults.Portal, id)!;
        Assert.That(((string)client["redirect_uris"]![0]!, (string)client["scopes"]![0]!), Is.EqualTo(("https://other.example.com/cb", "rooms:read")));
    }

    [TestCase(Version31, 200)]
    [TestCase(Version37, 200)]
    [TestCase(Next, 400)]
    public async Task Update_without_redirect_uris_and_scopes_is_refused_by_the_newest_only(DocSpaceGeneration generation, int status)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        string id = await raw.CreateOfficeAsync();
        Answer answer = await raw.Office("PUT", "clients/" + id, Bodies.Update(b => _ = b.Remove("redirect_uris") && b.Remove("scopes")));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase(DocSpaceStorage.SelfHosted, "text")]
    [TestCase(DocSpaceStorage.Saas, null)]
    public async Task An_omitted_description_stays_or_goes_with_the_storage(DocSpaceStorage storage, string? description)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Storage = storage });
        string id = await raw.CreateOfficeAsync();
        await raw.Office("PUT", "clients/" + id, Bodies.Update(b => b.Remove("description")));
        Answer answer = await raw.Office("GET", "clients/" + id);
        Assert.That((string?)answer["description"], Is.EqualTo(description));
    }

    [Test]
    public async Task An_omitted_allow_pkce_takes_pkce_away()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string id = await raw.CreateOfficeAsync(Bodies.Create(b => b["allow_pkce"] = true));
        await raw.Office("PUT", "clients/" + id, Bodies.Update(b => b.Remove("allow_pkce")));
        Answer answer = await raw.Office("GET", "clients/" + id);
        Assert.That(answer["authentication_methods"]!.ToJsonString(), Is.EqualTo("""["client_secret_post"]"""));
    }

    [TestCase(Version31, "ab", 200)]
    [TestCase(Version37, "ab", 400)]
    [TestCase(Version31, "   ", 400)]
    public async Task The_length_of_a_name_is_checked_on_update_from_37(DocSpaceGeneration generation, string name, int status)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        string id = await raw.CreateOfficeAsync();
        Answer answer = await raw.Office("PUT", "clients/" + id, Bodies.Update(b => b["name"] = name));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Update_does_not_check_the_size_of_a_logo()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string id = await raw.CreateOfficeAsync();
        Answer answer = await raw.Office("PUT", "clients/" + id, Bodies.Update(b => b["logo"] = "data:image/png;base64,not base64!"));
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase("""{"status":true}""", true)]
    [TestCase("""{"status":false}""", false)]
    [TestCase("""{"status":null}""", false)]
    [TestCase("""{}""", false)]
    public async Task Activation_reads_a_missing_status_as_false(string body, bool enabled)
    {
        await using RawClient raw = await RawClient.StartAsync();
        string id = await raw.CreateOfficeAsync();
        Answer answer = await raw.Office("PATCH", $"clients/{id}/activation", JsonNode.Parse(body));
        Answer got = await raw.Office("GET", "clients/" + id);
        Assert.That((answer.Status, answer.Text, (bool)got["enabled"]!), Is.EqualTo((200, "", enabled)));
    }

    [Test]
    public async Task Activation_without_a_status_disables_in_every_generation([Values(Version31, Version37, Next)] DocSpaceGeneration generation)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        string id = await raw.CreateOfficeAsync();
        Answer answer = await raw.Office("PATCH", $"clients/{id}/activation", new JsonObject());
        Answer got = await raw.Office("GET", "clients/" + id);
        Assert.That((answer.Status, (bool)got["enabled"]!), Is.EqualTo((200, false)));
    }

    [Test]
    public async Task Activation_changes_the_time_of_modification_but_not_by_whom()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string id = await raw.CreateOfficeAsync(user: SandboxDefaults.DocSpaceUserId);
        await raw.Office("PATCH", $"clients/{id}/activation", JsonNode.Parse("""{"status":false}"""));
        JsonObject client = raw.Server.DocSpace.FindClient(SandboxDefaults.Portal, id)!;
        Assert.That(
            ((string)client["modified_by"]!, (string)client["modified_on"]! == (string)client["created_on"]!),
            Is.EqualTo((SandboxDefaults.DocSpaceUserId, false)));
    }

    [Test]
    public async Task Regenerate_answers_the_new_secret_only()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer created = await raw.Office("POST", "clients", Bodies.Create());
        Answer answer = await raw.Office("PATCH", $"clients/{created["client_id"]}/regenerate");
        Answer got = await raw.Office("GET", $"clients/{created["client_id"]}");
        Assert.Multiple(() =>
        {
            Assert.That(answer.Json.AsObject().Single().Key, Is.EqualTo("client_secret"));
            Assert.That((string)got["client_secret"]!, Is.EqualTo((string)answer["client_secret"]!).And.Not.EqualTo((string)created["client_secret"]!));
        });
    }

    [Test]
    public async Task Delete_answers_nothing_and_then_404()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string id = await raw.CreateOfficeAsync();
        Answer first = await raw.Office("DELETE", "clients/" + id);
        Answer second = await raw.Office("DELETE", "clients/" + id);
        Assert.That((first.Status, first.Text, second.Status), Is.EqualTo((200, "", 404)));
    }

    [TestCase("clients", 2)]
    [TestCase("clients/", 5)]
    [TestCase("clients//", 5)]
    [TestCase("clients//revoke", 5)]
    [TestCase("clients/%20", 5)]
    public async Task Delete_deletes_all_of_the_callers_clients_only_without_a_slash_at_the_end(string path, int left)
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId, 2);
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, 3);
        await raw.Office("DELETE", path);
        Assert.That(raw.Server.DocSpace.Count(SandboxDefaults.Portal), Is.EqualTo(left));
    }

    [TestCase(SandboxDefaults.DocSpaceAdminId, 200, 0)]
    [TestCase(SandboxDefaults.DocSpaceUserId, 403, 2)]
    public async Task Only_an_administrator_deletes_all_clients_of_the_tenant(string user, int status, int left)
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId, 2);
        Answer answer = await raw.Office("DELETE", "clients/tenant", user: user);
        Assert.That((answer.Status, raw.Server.DocSpace.Count(SandboxDefaults.Portal)), Is.EqualTo((status, left)));
    }

    [Test]
    public async Task Info_leaves_six_properties_out()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { StrayPublicProperty = false });
        string id = await raw.CreateOfficeAsync();
        Answer answer = await raw.Office("GET", $"clients/{id}/info");
        Assert.That(answer.Json.AsObject(), Has.Count.EqualTo(14));
    }

    [TestCase(Version31, true)]
    [TestCase(Version37, false)]
    public async Task Info_has_a_stray_property_and_the_whole_client_had_it_too(DocSpaceGeneration generation, bool whole)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        string id = await raw.CreateOfficeAsync();
        Answer info = await raw.Office("GET", $"clients/{id}/info");
        Answer client = await raw.Office("GET", "clients/" + id);
        Assert.That(((bool)info["public"]!, client.Json.AsObject().ContainsKey("public")), Is.EqualTo((true, whole)));
    }

    [Test]
    public async Task Public_info_needs_no_signature_but_refuses_a_wrong_one()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string path = $"api/2.0/clients/{await raw.CreateOfficeAsync()}/public/info";
        Answer none = await raw.SendAsync("GET", path, null);
        Answer wrong = await raw.SendAsync("GET", path, null, ("x-signature", "wrong"));
        Assert.That((none.Status, wrong.Status, wrong.Text), Is.EqualTo((200, 403, "")));
    }

    [TestCase(Version31, DocSpaceStorage.Saas, 500)]
    [TestCase(Version31, DocSpaceStorage.SelfHosted, 404)]
    [TestCase(Version37, DocSpaceStorage.Saas, 404)]
    public async Task Public_info_of_an_unknown_client_depends_on_the_server(DocSpaceGeneration generation, DocSpaceStorage storage, int status)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation, Storage = storage });
        Answer answer = await raw.SendAsync("GET", $"api/2.0/clients/{Guid.NewGuid()}/public/info", null);
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Scopes_are_an_array_with_openid_last()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("GET", "scopes", user: SandboxDefaults.DocSpaceGuestId);
        Assert.That(answer.Json.AsArray().Select(s => (string)s!["name"]!).ToArray() is ["accounts.self:read", .., "rooms:write", "openid"], Is.True);
    }

    [TestCase(Version30, 404)]
    [TestCase(Version31, 404)]
    [TestCase(Version37, 200)]
    [TestCase(Next, 200)]
    public async Task The_second_prefix_is_there_from_37(DocSpaceGeneration generation, int status)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        Answer answer = await raw.SendAsync("GET", "api/2.0/oauth2/scopes", null, raw.Signed(), ("Cookie", "asc_auth_key=" + SandboxDefaults.DocSpaceAuthKey));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Ids_are_compared_without_regard_to_case()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string id = await raw.CreateOfficeAsync();
        Answer answer = await raw.Office("GET", "clients/" + id.ToUpperInvariant());
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase("not-a-uuid")]
    [TestCase("tenant")]
    [TestCase("00000000000000000000000000000000")]
    public async Task A_malformed_id_is_404(string id)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("GET", "clients/" + id);
        Assert.That(answer.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Future_properties_come_with_a_new_client_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { FutureProperties = true });
        string id = await raw.CreateOfficeAsync();
        Answer answer = await raw.Office("GET", "clients/" + id);
        Assert.That(answer["future_decimal"]!.ToJsonString(), Is.EqualTo("0.12345678901234567890123456789"));
    }

    [Test]
    public async Task A_null_description_turns_into_text_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { NullDescriptionBecomesText = true });
        string id = await raw.CreateOfficeAsync(Bodies.Create(b => b["description"] = null));
        Answer answer = await raw.Office("GET", "clients/" + id);
        Assert.That((string?)answer["description"], Is.EqualTo("null"));
    }

    [TestCase(Version31, 404)]
    [TestCase(Version37, 200)]
    [TestCase(Next, 200)]
    public async Task The_deletion_of_all_own_clients_leaves_them_in_the_cache_from_37(DocSpaceGeneration generation, int status)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        string id = await raw.CreateOfficeAsync();
        await raw.Office("DELETE", "clients");
        Answer answer = await raw.Office("GET", "clients/" + id);
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task The_cache_forgets_after_five_minutes()
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { CachedReads = true }, clock);
        string id = await raw.CreateOfficeAsync();
        await raw.Office("DELETE", "clients");
        clock.Advance(TimeSpan.FromMinutes(5));
        Answer answer = await raw.Office("GET", "clients/" + id);
        Assert.That(answer.Status, Is.EqualTo(404));
    }
}
