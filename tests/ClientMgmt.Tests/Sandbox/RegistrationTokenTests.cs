using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.RegistrationOperations;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>Who may register and manage clients.</summary>
public sealed class RegistrationTokenTests
{
    [TestCase(RegistrationAccess.Open, new[] { 201, 201, 201 })]
    [TestCase(RegistrationAccess.Token, new[] { 201, 201, 201 })]
    [TestCase(RegistrationAccess.Once, new[] { 201, 401, 401 })]
    [TestCase(RegistrationAccess.Counted, new[] { 201, 201, 401 })]
    public async Task An_initial_access_token_is_good_for_a_while(RegistrationAccess access, int[] statuses)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { InitialAccess = access });
        Assert.That(
            new[] { (await client.RegisterAsync()).Status, (await client.RegisterAsync()).Status, (await client.RegisterAsync()).Status },
            Is.EqualTo(statuses));
    }

    [Test]
    public async Task A_refused_registration_uses_up_nothing()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { InitialAccess = RegistrationAccess.Once });
        await client.RegisterAsync(bare: true);
        Assert.That((await client.RegisterAsync()).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task More_initial_access_tokens_are_issued()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { InitialAccess = RegistrationAccess.Once });
        string second = client.Server.DynamicRegistration.IssueInitialAccessToken();
        Assert.That(((await client.RegisterAsync()).Status, (await client.RegisterAsync(token: second)).Status), Is.EqualTo((201, 201)));
    }

    [TestCase(None, "same", "same")]
    [TestCase(Update, "same", "new")]
    [TestCase(Read, "new", "same")]
    [TestCase(Read | Update, "new", "new")]
    public async Task Tokens_rotate(RegistrationOperations operations, string afterRead, string afterUpdate)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { RotatesOn = operations });
        await client.RegisterAsync();
        string? registered = client.Token;
        await client.ReadAsync();
        string? read = client.Token;
        await client.UpdateAsync();
        Assert.That((read == registered ? "same" : "new", client.Token == read ? "same" : "new"), Is.EqualTo((afterRead, afterUpdate)));
        Assert.That((await client.ReadAsync(registered)).Status, Is.EqualTo(afterRead == "new" || afterUpdate == "new" ? 401 : 200));
    }

    [Test]
    public async Task A_refused_update_rotates_nothing()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { RotatesOn = Update });
        await client.RegisterAsync();
        await client.UpdateAsync("\"client_name\":5");
        Assert.That((await client.ReadAsync()).Status, Is.EqualTo(200));
    }

    [TestCase(false, 200)]
    [TestCase(true, 401)]
    public async Task A_token_at_another_clients_uri_is_refused_and_may_burn(bool burns, int after)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { MismatchBurnsToken = burns });
        await client.RegisterAsync();
        string path = client.Path, token = client.Token!;
        await client.RegisterAsync();
        Answer mismatch = await client.ReadAsync(token);
        Answer own = await client.SendAsync("GET", path, null, token);
        Assert.That((mismatch.Status, own.Status), Is.EqualTo((401, after)));
    }

    [Test]
    public async Task Tokens_run_out()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { TokenLifetime = TimeSpan.FromMinutes(5) });
        await client.RegisterAsync();
        int before = (await client.ReadAsync()).Status;
        client.Server.ClockOffset = TimeSpan.FromMinutes(5);
        Assert.That((before, (await client.ReadAsync()).Status), Is.EqualTo((200, 401)));
    }

    [TestCase(false, 1)]
    [TestCase(true, 6)]
    public async Task Of_updates_that_are_under_way_at_once_one_token_lives(bool succeed, int successes)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { RotatesOn = Update, UpdateDuration = TimeSpan.FromMilliseconds(200), ConcurrentUpdatesSucceed = succeed });
        await client.RegisterAsync();
        string body = $$"""{"client_id":"{{client.Id}}",{{RegistrationClient.Uris}}}""";
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.SendAsync("PUT", client.Path, body, client.Token)));
        string[] tokens = [.. answers.Where(a => a.Status == 200).Select(a => (string)a["registration_access_token"]!)];
        Answer[] reads = await Task.WhenAll(tokens.Select(token => client.SendAsync("GET", client.Path, null, token)));
        Assert.That((tokens.Distinct().Count(), reads.Count(a => a.Status == 200)), Is.EqualTo((successes, 1)));
    }

    [TestCase("GET", 404)]
    [TestCase("PUT", 404)]
    [TestCase("DELETE", 404)]
    public async Task A_management_token_is_told_that_a_client_is_gone(string method, int status)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        Answer answer = await client.SendAsync(method, "as/register/none", "{}", SandboxDefaults.ManagementToken);
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_management_token_manages_every_client_and_leaves_its_token_alone()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { RotatesOn = Update | Read });
        await client.RegisterAsync();
        string? own = client.Token;
        Answer read = await client.ReadAsync(SandboxDefaults.ManagementToken);
        Answer updated = await client.UpdateAsync("\"client_name\":\"Two\"", SandboxDefaults.ManagementToken);
        Assert.That((read["registration_access_token"], updated["registration_access_token"]), Is.EqualTo(((object?)null, (object?)null)));
        Assert.That(client.Server.DynamicRegistration.FindToken(client.Id), Is.EqualTo(own));
        Assert.That((await client.DeleteAsync(SandboxDefaults.ManagementToken)).Status, Is.EqualTo(204));
    }

    [Test]
    public async Task A_management_token_registers_and_need_not_be_there()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        int accepted = (await client.RegisterAsync(token: SandboxDefaults.ManagementToken)).Status;
        client.Server.DynamicRegistration.Behavior = new() { ManagementTokenAccepted = false };
        Assert.That((accepted, (await client.ReadAsync(SandboxDefaults.ManagementToken)).Status), Is.EqualTo((201, 401)));
    }

    [Test]
    public async Task A_management_token_lists_all_clients_page_by_page()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { ListPageSize = 2 });
        IReadOnlyList<string> ids = client.Server.DynamicRegistration.Seed(5);
        var found = new List<string>();
        var sizes = new List<int>();
        for (string? path = "as/register"; path is not null;)
        {
            Answer page = await client.SendAsync("GET", path, null, SandboxDefaults.ManagementToken);
            found.AddRange(page.Json.AsArray().Select(c => (string)c!["client_id"]!));
            sizes.Add(page.Json.AsArray().Count);
            path = page.Header("Link") is { } link ? new Uri(link.Split('<', '>')[1]).PathAndQuery[1..] : null;
        }

        Assert.That((found, sizes), Is.EqualTo((ids, new[] { 2, 2, 1 })));
    }

    [TestCase(null, "wrong", 405)]
    [TestCase(2, "wrong", 401)]
    [TestCase(2, null, 401)]
    public async Task A_list_is_for_a_management_token_where_there_is_one(int? size, string? token, int status)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { ListPageSize = size });
        Assert.That((await client.SendAsync("GET", "as/register", null, token)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_disabled_client_is_refused_until_it_is_enabled()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        await client.RegisterAsync();
        client.Server.DynamicRegistration.SetEnabled(client.Id, false);
        int disabled = (await client.ReadAsync()).Status;
        int byManagement = (await client.ReadAsync(SandboxDefaults.ManagementToken)).Status;
        client.Server.DynamicRegistration.SetEnabled(client.Id, true);
        Assert.That((disabled, byManagement, (await client.ReadAsync()).Status), Is.EqualTo((401, 200, 200)));
    }

    [Test]
    public async Task An_administrator_makes_a_token_anew()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        await client.RegisterAsync();
        string renewed = client.Server.DynamicRegistration.RenewToken(client.Id);
        Assert.That(((await client.ReadAsync()).Status, (await client.ReadAsync(renewed)).Status), Is.EqualTo((401, 200)));
    }

    [Test]
    public async Task Clients_may_have_no_token_and_no_uri()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { IssuesTokens = false });
        Answer answer = await client.RegisterAsync();
        Assert.That((answer["registration_access_token"], answer["registration_client_uri"]), Is.EqualTo(((object?)null, (object?)null)));
    }

    [Test]
    public async Task Registrations_in_an_hour_are_limited()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { RegistrationsPerHour = 2 });
        await client.RegisterAsync();
        await client.RegisterAsync();
        Answer third = await client.RegisterAsync();
        client.Server.ClockOffset = TimeSpan.FromHours(1);
        Answer later = await client.RegisterAsync();
        Assert.That((third.Status, third.Header("Retry-After"), later.Status), Is.EqualTo((429, "3600", 201)));
    }
}
