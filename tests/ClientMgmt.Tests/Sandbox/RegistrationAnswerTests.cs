using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.RegistrationOperations;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>What answers hold.</summary>
public sealed class RegistrationAnswerTests
{
    private static IEnumerable<TestCaseData> Parts =>
    [
        new("registration_access_token", new Func<RegistrationOperations, DynamicRegistrationBehavior>(o => new() { TokenIn = o })),
        new("registration_client_uri", new Func<RegistrationOperations, DynamicRegistrationBehavior>(o => new() { ClientUriIn = o })),
        new("client_secret", new Func<RegistrationOperations, DynamicRegistrationBehavior>(o => new() { SecretIn = o })),
        new("client_secret_expires_at", new Func<RegistrationOperations, DynamicRegistrationBehavior>(o => new() { SecretExpiryIn = o })),
        new("client_id_issued_at", new Func<RegistrationOperations, DynamicRegistrationBehavior>(o => new() { IssuedAtIn = o })),
    ];

    [TestCaseSource(nameof(Parts))]
    public async Task A_part_is_in_the_answers_that_are_said(string name, Func<RegistrationOperations, DynamicRegistrationBehavior> behavior)
    {
        foreach (RegistrationOperations operation in new[] { None, Create, Read, Update, Create | Update, All })
        {
            await using RegistrationClient client = await RegistrationClient.StartAsync();
            await client.RegisterAsync();
            client.Server.DynamicRegistration.Behavior = behavior(operation);
            Answer read = await client.ReadAsync();
            Answer updated = await client.UpdateAsync();
            Answer created = await client.RegisterAsync();
            Assert.That(
                (created[name] is not null, read[name] is not null, updated[name] is not null),
                Is.EqualTo((operation.HasFlag(Create), operation.HasFlag(Read), operation.HasFlag(Update))),
                $"{operation}");
        }
    }

    [TestCase(201, 204)]
    [TestCase(200, 200)]
    public async Task Statuses_of_success(int create, int delete)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { CreateStatus = create, DeleteStatus = delete });
        Assert.That(((await client.RegisterAsync()).Status, (await client.DeleteAsync()).Status), Is.EqualTo((create, delete)));
    }

    [TestCase(RegistrationLocation.None, null)]
    [TestCase(RegistrationLocation.ClientUri, "http://")]
    [TestCase(RegistrationLocation.OtherApi, "admin/clients/")]
    public async Task A_registration_has_a_location_or_not(RegistrationLocation location, string? start)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { Location = location });
        string? header = (await client.RegisterAsync()).Header("Location");
        Assert.That(header, start is null ? Is.Null : Does.StartWith(start).And.EndsWith(client.Id));
    }

    [Test]
    public async Task A_hash_is_shown_for_the_secret()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { HashInRead = true });
        await client.RegisterAsync();
        string? secret = client.Secret;
        Answer read = await client.ReadAsync();
        Assert.That((string?)read["client_secret"], Is.Not.EqualTo(secret).And.StartsWith("{"));
        Assert.That(client.Server.DynamicRegistration.FindSecret(client.Id), Is.EqualTo(secret));
    }

    [TestCase(RegistrationSecretExpiry.WithSecret, true, false)]
    [TestCase(RegistrationSecretExpiry.Always, true, true)]
    [TestCase(RegistrationSecretExpiry.Never, false, false)]
    public async Task The_expiry_of_a_secret_is_shown(RegistrationSecretExpiry expiry, bool confidential, bool open)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { SecretExpiry = expiry });
        Answer first = await client.RegisterAsync();
        Answer second = await client.RegisterAsync("\"token_endpoint_auth_method\":\"none\"");
        Assert.That((first["client_secret_expires_at"] is not null, second["client_secret_expires_at"] is not null), Is.EqualTo((confidential, open)));
    }

    [Test]
    public async Task A_secret_has_a_lifetime()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { SecretLifetime = TimeSpan.FromDays(30) });
        Answer answer = await client.RegisterAsync();
        Assert.That((long)answer["client_secret_expires_at"]! - (long)answer["client_id_issued_at"]!, Is.EqualTo(30 * 24 * 3600));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_update_may_bring_a_new_secret(bool renews)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { UpdateRenewsSecret = renews });
        await client.RegisterAsync();
        string? before = client.Secret;
        await client.UpdateAsync();
        Assert.That(client.Secret != before, Is.EqualTo(renews));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_secret_may_outlive_the_method_that_needs_it(bool outlives)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { SecretOutlivesMethod = outlives });
        await client.RegisterAsync();
        Answer answer = await client.UpdateAsync("\"token_endpoint_auth_method\":\"none\"");
        Assert.That(answer["client_secret"] is not null, Is.EqualTo(outlives));
    }

    [TestCase(RegistrationSent.Checked, null, 200)]
    [TestCase(RegistrationSent.Checked, "right", 200)]
    [TestCase(RegistrationSent.Checked, "wrong", 400)]
    [TestCase(RegistrationSent.Required, null, 400)]
    [TestCase(RegistrationSent.Required, "right", 200)]
    [TestCase(RegistrationSent.Refused, "right", 400)]
    [TestCase(RegistrationSent.Ignored, "wrong", 200)]
    [TestCase(RegistrationSent.Honoured, "wrong", 200)]
    public async Task A_secret_in_an_update(RegistrationSent sent, string? value, int status)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { SecretInUpdate = sent });
        await client.RegisterAsync();
        Answer answer = await client.UpdateAsync(value is null ? null : $"\"client_secret\":\"{(value == "right" ? client.Secret : value)}\"");
        Assert.That((answer.Status, client.Secret == "wrong"), Is.EqualTo((status, sent == RegistrationSent.Honoured)));
    }

    [TestCase(RegistrationSent.Ignored, 201, false)]
    [TestCase(RegistrationSent.Refused, 400, false)]
    [TestCase(RegistrationSent.Honoured, 201, true)]
    public async Task An_id_and_a_secret_in_a_registration(RegistrationSent sent, int status, bool taken)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { ClientIdInCreate = sent, SecretInCreate = sent });
        Answer id = await client.RegisterAsync("\"client_id\":\"mine\"");
        Answer secret = await client.RegisterAsync("\"client_secret\":\"mine\"");
        Assert.That((id.Status, secret.Status, (string?)id["client_id"] == "mine", (string?)secret["client_secret"] == "mine"), Is.EqualTo((status, status, taken, taken)));
    }

    [TestCase(true, 400)]
    [TestCase(false, 200)]
    public async Task Forbidden_members_are_refused_or_ignored(bool refused, int status)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { ForbiddenMembersRefused = refused });
        await client.RegisterAsync();
        Assert.That((await client.UpdateAsync("\"client_id_issued_at\":null")).Status, Is.EqualTo(status));
    }

    [TestCase(RegistrationSent.Required, 400)]
    [TestCase(RegistrationSent.Ignored, 200)]
    public async Task The_client_id_of_an_update_is_demanded_or_not(RegistrationSent sent, int status)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { ClientIdInUpdate = sent });
        await client.RegisterAsync();
        Answer answer = await client.SendAsync("PUT", client.Path, "{" + RegistrationClient.Uris + "}", client.Token);
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase(RegistrationUnset.Absent, null)]
    [TestCase(RegistrationUnset.Null, "null")]
    [TestCase(RegistrationUnset.EmptyList, "[]")]
    public async Task Lists_that_are_not_set_are_shown_in_three_ways(RegistrationUnset unset, string? shown)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { UnsetLists = unset, UnsetListsIn = Read });
        JsonObject created = (JsonObject)(await client.RegisterAsync()).Json;
        JsonObject read = (JsonObject)(await client.ReadAsync()).Json;
        string? found = !read.TryGetPropertyValue("contacts", out JsonNode? value) ? null : value?.ToJsonString() ?? "null";
        Assert.That((created.ContainsKey("contacts"), found), Is.EqualTo((false, shown)));
    }

    [Test]
    public async Task More_members_are_shown_than_there_are()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { MoreMembers = new Dictionary<string, string> { ["jwks"] = "{}", ["created_at"] = "\"2026\"" }, MoreMembersIn = Read });
        Answer created = await client.RegisterAsync();
        Answer read = await client.ReadAsync();
        Assert.That((created["jwks"], read["jwks"]?.ToJsonString(), (string?)read["created_at"]), Is.EqualTo(((object?)null, "{}", "2026")));
    }

    [Test]
    public async Task Texts_are_shown_as_lists_and_lists_as_texts_and_in_another_order()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { ListsInRead = ["token_endpoint_auth_method"], TextsForLists = ["redirect_uris"], ReordersLists = true });
        await client.RegisterAsync("\"contacts\":[\"a@c.example\",\"b@c.example\"]");
        Answer read = await client.ReadAsync();
        Assert.That(
            (read["token_endpoint_auth_method"]!.ToJsonString(), read["redirect_uris"]!.ToJsonString(), read["contacts"]!.ToJsonString()),
            Is.EqualTo(("[\"client_secret_basic\"]", "\"https://c.example/cb\"", "[\"b@c.example\",\"a@c.example\"]")));
    }

    [Test]
    public async Task A_member_shows_the_value_of_another_one()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new()
        {
            UnknownMembers = RegistrationMember.Kept,
            ShownFrom = new Dictionary<string, string> { ["backchannel_logout_session_required"] = "revoke" },
        });
        Answer answer = await client.RegisterAsync("\"backchannel_logout_session_required\":true,\"revoke\":false");
        Assert.That(((bool?)answer["backchannel_logout_session_required"], (bool?)client.Stored()["backchannel_logout_session_required"]), Is.EqualTo((false, true)));
    }

    [TestCase(true, "no-store")]
    [TestCase(false, null)]
    public async Task Answers_may_be_cached_or_not(bool noStore, string? header)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { NoStore = noStore });
        Assert.That((await client.RegisterAsync()).Header("Cache-Control"), Is.EqualTo(header));
    }

    [Test]
    public async Task A_secret_may_need_a_method_that_is_named()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { SecretNeedsMethod = true, Defaults = new Dictionary<string, string>() });
        Answer unnamed = await client.RegisterAsync();
        Answer named = await client.RegisterAsync("\"token_endpoint_auth_method\":\"client_secret_post\"");
        Assert.That((unnamed["client_secret"] is not null, named["client_secret"] is not null), Is.EqualTo((false, true)));
    }

    [TestCase("private_key_jwt", true)]
    [TestCase("none", false)]
    public async Task Methods_that_need_no_secret_get_none(string method, bool hasSecret)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { MethodsWithoutSecret = ["none"], KeysRequired = false });
        Answer answer = await client.RegisterAsync($"\"token_endpoint_auth_method\":\"{method}\"");
        Assert.That(answer["client_secret"] is not null, Is.EqualTo(hasSecret));
    }

    [Test]
    public async Task Forbidden_members_may_be_echoed()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { ForbiddenMembersRefused = false, ForbiddenMembersEchoed = true, TokenIn = Create });
        await client.RegisterAsync();
        Answer answer = await client.UpdateAsync("\"registration_access_token\":\"sent\"");
        Assert.That((string?)answer["registration_access_token"], Is.EqualTo("sent"));
    }
}
