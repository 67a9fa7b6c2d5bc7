using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.DynamicRegistration;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>What a server is, is a row of a table, and each switch of it has an effect.</summary>
public sealed class ProfileTests
{
    private static readonly string[] s_names = [.. ClientMetadata.StandardNames.Select(n => n.EndsWith('s') && !ClientInformation.All.Contains(n) ? n[..^1] + "#" : n)];

    [Test]
    public void Every_server_has_a_row_that_names_properties_of_the_standards([Values] RegistrationServer server)
    {
        ServerProfile profile = ServerProfiles.Of(new ProviderOptions { Server = server });

        string[] named =
        [
            .. profile.Refused, .. profile.Dropped, .. profile.Kept ?? [], .. profile.NeverShown, .. profile.Required, .. profile.Removals.Keys, .. profile.Defaults.Keys,
        ];
        Assert.That(named.Except(s_names).Except(["#"]), Is.Empty);
        Assert.That(profile.Refused.Intersect(profile.Dropped), Is.Empty);
    }

    [Test]
    public void Keycloak_refuses_sixteen_names_and_every_one_by_language_beforehand()
    {
        using RegistrationHost host = Of(RegistrationServer.Keycloak);
        ClientMetadata metadata = RegistrationHost.Sample with
        {
            OrganizationName = "x",
            ClientNames = new Dictionary<string, string> { ["ja"] = "x" },
            Contacts = ["a@b.example"],
        };

        IReadOnlyList<FieldError> errors = host.Clients.Capabilities.CheckCreation(metadata);

        Assert.That(errors.Select(e => e.Name), Is.EquivalentTo(new[] { "organization_name", "client_names", "contacts" }));
    }

    [Test]
    public async Task Where_what_is_omitted_is_kept_an_update_holds_only_what_it_would_reset_and_what_changes()
    {
        using RegistrationHost host = Of(RegistrationServer.Keycloak);
        string id = (await host.Clients.CreateAsync(RegistrationHost.Sample with { GrantTypes = ["authorization_code"], Scope = "a" })).ClientId;

        await host.Clients.UpdateAsync(id, m => m with { ClientUri = "https://a.example" });

        Assert.That(
            JsonElement.Parse(host.Requests.Single(r => r.Method == "PUT").Body!).EnumerateObject().Select(m => m.Name),
            Is.EquivalentTo(new[] { "client_id", "grant_types", "client_uri" }));
    }

    [Test]
    public async Task Where_a_property_is_removed_by_an_empty_value_that_is_sent()
    {
        using RegistrationHost host = Of(RegistrationServer.Keycloak);
        string id = (await host.Clients.CreateAsync(RegistrationHost.Sample with { ClientUri = "https://a.example", Scope = "a" })).ClientId;

        await host.Clients.UpdateAsync(id, m => m with { ClientUri = null, Scope = null, RedirectUris = null });

        var sent = (JsonObject)JsonNode.Parse(host.Requests.Single(r => r.Method == "PUT").Body!)!;
        Assert.That(
            (sent["client_uri"]!.ToJsonString(), sent["scope"]!.ToJsonString(), sent["redirect_uris"]!.ToJsonString()),
            Is.EqualTo(("\"\"", "\"\"", "[]")));
    }

    [Test]
    public void What_cannot_be_removed_at_all_is_refused_beforehand()
    {
        using RegistrationHost host = Of(RegistrationServer.Keycloak);
        var before = new ClientMetadata { RequestUris = ["https://a.example/r"] };

        Assert.That(host.Clients.Capabilities.CheckUpdate(before, before with { RequestUris = null }).Single().Name, Is.EqualTo("request_uris"));
    }

    [Test]
    public async Task What_the_server_never_shows_is_said_to_be_unconfirmed_and_not_to_be_lost()
    {
        using var watch = new Watch();
        using RegistrationHost host = Of(RegistrationServer.Keycloak, watch);
        host.Server.Hides = ["logo_uri"];

        await host.Clients.CreateAsync(RegistrationHost.Sample with { LogoUri = "https://a.example/logo" });

        Assert.That(watch.Log.Entries.Single(e => e.Id.Name == "Unconfirmed").Message, Does.Contain("never shows logo_uri"));
    }

    [Test]
    public async Task A_member_that_holds_the_value_of_another_setting_is_that_setting()
    {
        using RegistrationHost host = Of(RegistrationServer.Keycloak);
        string id = await host.CreateAsync();
        host.Server.Show = client => client["backchannel_logout_session_required"] = true;

        OAuthClient client = await host.Clients.GetAsync(id);
        await host.RenameAsync(id);

        var sent = (JsonObject)JsonNode.Parse(host.Requests.Single(r => r.Method == "PUT").Body!)!;
        Assert.That(client.Metadata.BackchannelLogoutSessionRequired, Is.Null);
        Assert.That(client.Metadata.Extensions.Keys, Is.EqualTo(new[] { "backchannel_logout_revoke_offline_tokens" }));
        Assert.That(sent.ContainsKey("backchannel_logout_session_required"), Is.False);
        Assert.That(sent["backchannel_logout_revoke_offline_tokens"]!.GetValue<bool>(), Is.True);
    }

    [TestCase("Policy 'Allowed Client Scopes' rejected request", typeof(InvalidClientMetadataException))]
    [TestCase("invalid_client_metadata", typeof(InvalidClientMetadataException))]
    [TestCase("Forbidden", typeof(AccessDeniedException))]
    [TestCase("Policy 'Trusted Hosts' rejected request", typeof(AccessDeniedException))]
    public void Keycloaks_403_is_about_a_value_or_about_the_caller(string said, Type error)
    {
        using RegistrationHost host = Of(RegistrationServer.Keycloak);
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(
            FakeServer.Of(403, $$"""{"error":"insufficient_scope","error_description":"{{said}}"}"""));

        Assert.That(async () => await host.CreateAsync(), Throws.InstanceOf(error));
    }

    [TestCase(RegistrationServer.Keycloak, typeof(InvalidClientMetadataException))]
    [TestCase(RegistrationServer.Generic, typeof(OutcomeUnknownException))]
    public void Whether_500_is_a_refusal_is_known_of_the_server(RegistrationServer server, Type error)
    {
        using RegistrationHost host = Of(server);
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeServer.Of(500));

        Assert.That(async () => await host.CreateAsync(), Throws.InstanceOf(error));
    }

    [TestCase(RegistrationServer.Keycloak, "disabled")]
    [TestCase(RegistrationServer.SpringAuthorizationServer, "expired")]
    public async Task What_401_may_mean_depends_on_the_server(RegistrationServer server, string reason)
    {
        using RegistrationHost host = Of(server);
        string id = await host.CreateAsync();
        host.Server.Replace(id);

        Assert.That((await Calls.CatchAsync(host.Clients, ClientOperation.Get, id))!.Message, Does.Contain(reason));
    }

    [TestCase(RegistrationServer.SpringAuthorizationServer)]
    [TestCase(RegistrationServer.Generic)]
    public async Task A_hash_never_takes_the_place_of_a_secret(RegistrationServer server)
    {
        using RegistrationHost host = Of(server);
        host.Server.After = (request, answer) => request.Method == HttpMethod.Get
            ? FakeServer.Of(200, answer.Content.ReadAsStringAsync().Result.Replace("secret-1", "{bcrypt}$2a$10$x"))
            : answer;

        OAuthClient created = await host.Clients.CreateAsync(RegistrationHost.Sample);

        Assert.That(created.ClientSecret!.Reveal(), Is.EqualTo("secret-1"));
        Assert.That((await host.Clients.GetAsync(created.ClientId)).ClientSecret, Is.Null);
    }

    [TestCase(RegistrationServer.SpringAuthorizationServer, "Create Get List GetRequestableScopes")]
    [TestCase(RegistrationServer.Mcp, "Create ListScopes")]
    [TestCase(RegistrationServer.Keycloak, "Create Get List Update Delete SetSecret GetRequestableScopes SetRequestableScopes ClearRequestableScopes ListScopes")]
    [TestCase(RegistrationServer.Generic, "Create Get List Update Delete GetRequestableScopes SetRequestableScopes ClearRequestableScopes ListScopes")]
    public void The_operations_that_a_server_has_are_known_beforehand(RegistrationServer server, string operations)
    {
        using RegistrationHost host = Of(server);

        Assert.That(
            host.Clients.Capabilities.Operations.Values.Where(o => o.Supported).Select(o => o.Operation.ToString()),
            Is.EquivalentTo(operations.Split(' ')));
    }

    [Test]
    public void A_server_that_keeps_few_names_takes_no_others()
    {
        using RegistrationHost host = Of(RegistrationServer.SpringAuthorizationServer);

        Assert.That(
            host.Clients.Capabilities.CheckCreation((RegistrationHost.Sample with { LogoUri = "x", Scope = "a" }).WithValue("own", JsonElement.Parse("1"))).Select(e => e.Name),
            Is.EquivalentTo(new[] { "logo_uri", "scope", "own" }));
    }

    [Test]
    public void Each_switch_can_be_set_alone()
    {
        var provider = new ProviderOptions
        {
            Server = RegistrationServer.Keycloak,
            SendClientSecret = true,
            RotatesOnRead = true,
            Switches = new RegistrationSwitchesOptions
            {
                Refused = "a b", Dropped = "c", Kept = "g", NeverShown = "d", Required = "e", Removal = PropertyRemoval.Null, NotRemovable = "f",
                KeepsOmitted = false, ResetByOmission = "", Missing = "Delete", TellsScopes = false, UnauthorizedIfDisabled = false,
                KeyExpires = true, ForbidsMetadata = false, FailsOnValues = false, ShowsSecret = false, ReplacesSecret = true,
            },
        };

        ServerProfile row = ServerProfiles.Of(provider), keycloak = ServerProfiles.Of(new ProviderOptions { Server = RegistrationServer.Keycloak });

        Assert.Multiple(() =>
        {
            Assert.That((string.Join('+', row.Refused), row.Dropped.Single(), row.NeverShown.Single(), row.Required.Single()), Is.EqualTo(("a+b", "c", "d", "e")));
            Assert.That((row.Removal, row.ResetByOmission.Count, row.Missing.Single()), Is.EqualTo((PropertyRemoval.Null, 0, ClientOperation.Delete)));
            Assert.That(row.Kept, Is.EqualTo(new[] { "g" }));
            Assert.That(row.Removals.Where(r => r.Value == PropertyRemoval.None).Select(r => r.Key), Is.EqualTo(new[] { "f" }));
            Assert.That(Flags(row).Zip(Flags(keycloak)).Where(pair => pair.First == pair.Second), Is.Empty);
        });

        static bool[] Flags(ServerProfile p) =>
        [
            p.KeepsOmitted, p.TellsScopes, p.UnauthorizedIfDisabled, p.KeyExpires, p.ForbidsMetadata, p.FailsOnValues, p.ShowsSecret,
            p.ReplacesSecret, p.SendsSecret, p.RotatesOnRead,
        ];
    }

    [Test]
    public async Task A_change_whose_end_is_not_known_stays_one_when_a_secret_is_refused_after_it()
    {
        using RegistrationHost host = Of(RegistrationServer.Keycloak);
        host.Server.AddressOf = id => $"https://as.example.test/realms/r/clients-registrations/openid-connect/{id}";
        string id = await host.CreateAsync();
        ClientRegistration begun = host.Store[id]! with { ChangeBegunAt = DateTimeOffset.UnixEpoch };
        await host.Store.SaveAsync(RecordingStore.Server, begun);
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeServer.Of(429));

        Assert.That(async () => await host.Clients.SetSecretAsync(id, new Secret("chosen")), Throws.InstanceOf<RateLimitedException>());
        Assert.That(host.Store[id], Is.EqualTo(begun));
    }

    [Test]
    public async Task A_client_elsewhere_has_no_second_address()
    {
        using RegistrationHost host = Of(RegistrationServer.Keycloak);
        string id = await host.CreateAsync();
        int before = host.Requests.Count;

        Assert.That(async () => await host.Clients.SetSecretAsync(id, new Secret("chosen")), Throws.InstanceOf<OperationNotSupportedException>().With.Message.Contains(id));
        Assert.That((host.Requests.Count, host.Store[id]!.ChangeBegunAt), Is.EqualTo((before, (DateTimeOffset?)null)));
    }

    private static RegistrationHost Of(RegistrationServer server, Watch? watch = null) => new(p => p.Server = server, watch: watch);
}
