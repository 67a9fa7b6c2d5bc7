using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>A client from its registration to its end, on servers as they differ.</summary>
public sealed class LifeTests
{
    private static readonly string[] s_forbidden =
        ["registration_access_token", "registration_client_uri", "client_secret_expires_at", "client_id_issued_at", "client_secret"];

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("")]
    public async Task The_secret_of_a_new_client_is_told_though_reading_it_answers_nothing(string body)
    {
        using var host = new RegistrationHost();
        host.Server.Before = (request, _) => Task.FromResult(request.Method == HttpMethod.Get ? FakeServer.Of(200, body) : null);

        OAuthClient created = await host.Clients.CreateAsync(RegistrationHost.Sample);

        Assert.That(created.ClientSecret, Is.Not.Null);
    }

    [Test]
    public async Task When_a_client_was_registered_is_told_though_reading_it_does_not_say()
    {
        using var host = new RegistrationHost();
        host.Server.Hides = ["client_id_issued_at"];

        OAuthClient created = await host.Clients.CreateAsync(RegistrationHost.Sample);

        Assert.That(created.CreatedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));
    }

    [Test]
    public async Task A_secret_that_an_update_replaced_is_told_though_the_client_cannot_be_read_back()
    {
        using var watch = new Watch();
        using var host = new RegistrationHost(p => p.Resilience.MaxRetryAttempts = 0, watch: watch);
        host.Server.NewSecretOnPut = true;
        string id = await host.CreateAsync();
        bool isChanged = false;
        host.Server.Before = (request, _) =>
        {
            bool fails = isChanged && request.Method == HttpMethod.Get;
            isChanged |= request.Method == HttpMethod.Put;
            return Task.FromResult(fails ? FakeServer.Of(500) : null);
        };

        OAuthClient changed = await host.RenameAsync(id);

        Assert.That(changed.ClientSecret!.Reveal(), Is.EqualTo(host.Server.Client(id)["client_secret"]!.GetValue<string>()));
        Assert.That(watch.Log.Lines, Has.Some.Contains("secret").And.Some.Contains("could not be read back"));
    }

    [Test]
    public void A_registration_whose_answer_names_no_client_sends_nobody_to_a_list_that_does_not_have_it()
    {
        using var host = new RegistrationHost();
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeServer.Of(201, "{}"));

        var error = Assert.ThrowsAsync<UnexpectedResponseException>(() => host.CreateAsync())!;

        Assert.That(error.Error.Summary, Does.StartWith("the client was probably created").And.EndWith("no list shows it."));
    }

    [Test]
    public async Task A_client_is_registered_read_changed_and_deleted(
        [Values] bool rotates, [Values] bool tellsKey, [Values(200, 201)] int created, [Values(200, 204)] int deleted)
    {
        using var host = new RegistrationHost();
        (host.Server.RotatesOnPut, host.Server.TellsKey) = (rotates && tellsKey, tellsKey);
        (host.Server.CreateStatus, host.Server.DeleteStatus) = ((HttpStatusCode)created, (HttpStatusCode)deleted);

        OAuthClient client = await host.Clients.CreateAsync(RegistrationHost.Sample);
        OAuthClient changed = await host.RenameAsync(client.ClientId);
        OAuthClient read = await host.Clients.GetAsync(client.ClientId);
        await host.Clients.DeleteAsync(client.ClientId);

        Assert.Multiple(() =>
        {
            Assert.That((client.Metadata.ClientName, changed.Metadata.ClientName, read.Metadata.ClientName), Is.EqualTo(("One", "Two", "Two")));
            Assert.That(client.ClientSecret!.Reveal(), Is.EqualTo("secret-1"));
            Assert.That(client.CreatedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));
            Assert.That(client.ClientSecretExpiresAt, Is.EqualTo(DateTimeOffset.MaxValue));
            Assert.That(host.Server.Ids, Is.Empty);
            Assert.That(host.Store[client.ClientId], Is.Null);
        });
    }

    [Test]
    public async Task What_the_server_issued_is_no_vendor_property()
    {
        using var host = new RegistrationHost();

        OAuthClient client = await host.Clients.GetAsync(await host.CreateAsync());

        Assert.That(client.Metadata.Extensions, Is.Empty);
    }

    [Test]
    public async Task An_update_holds_the_id_and_all_metadata_and_nothing_that_the_standard_forbids()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.Client(id)["future"] = JsonNode.Parse("""{"a":[1.10]}""");

        await host.RenameAsync(id);

        JsonElement body = JsonElement.Parse(host.Requests.Single(r => r.Method == "PUT").Body!);
        Assert.That(body.EnumerateObject().Select(m => m.Name), Is.EquivalentTo(new[] { "client_id", "client_name", "redirect_uris", "future" }));
        Assert.That(body.EnumerateObject().Select(m => m.Name).Intersect(s_forbidden), Is.Empty);
        Assert.That(body.GetProperty("future").GetRawText(), Is.EqualTo("""{"a":[1.10]}"""));
    }

    [Test]
    public async Task An_update_holds_the_secret_where_the_settings_ask_for_it()
    {
        using var host = new RegistrationHost(p => p.SendClientSecret = true);

        await host.RenameAsync(await host.CreateAsync());

        Assert.That(JsonElement.Parse(host.Requests.Single(r => r.Method == "PUT").Body!).GetProperty("client_secret").GetString(), Is.EqualTo("secret-1"));
    }

    [Test]
    public async Task Names_by_language_are_members_of_their_own()
    {
        using var host = new RegistrationHost();
        var names = new Dictionary<string, string> { ["ja"] = "いち", ["de-CH"] = "Eins" };

        OAuthClient client = await host.Clients.CreateAsync(RegistrationHost.Sample with { ClientNames = names });
        OAuthClient changed = await host.Clients.UpdateAsync(client.ClientId, m => m with { ClientNames = new Dictionary<string, string> { ["ja"] = "に" } });

        JsonElement sent = JsonElement.Parse(host.Requests[0].Body!);
        Assert.That((sent.GetProperty("client_name#ja").GetString(), sent.GetProperty("client_name#de-CH").GetString()), Is.EqualTo(("いち", "Eins")));
        Assert.That(client.Metadata.ClientNames, Is.EquivalentTo(names));
        Assert.That(changed.Metadata.ClientNames!.Keys, Is.EqualTo(new[] { "ja" }));
        Assert.That(changed.Metadata.Extensions, Is.Empty);
    }

    [Test]
    public async Task Scopes_that_a_client_may_request_are_its_metadata()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();

        await host.Clients.Scopes.SetRequestableScopesAsync(id, ["b", "a"]);
        IReadOnlyList<string>? set = await host.Clients.Scopes.GetRequestableScopesAsync(id);
        await host.Clients.Scopes.ClearRequestableScopesAsync(id);

        Assert.That(set, Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(await host.Clients.Scopes.GetRequestableScopesAsync(id), Is.Null);
        Assert.That(host.Server.Client(id).ContainsKey("scope"), Is.False);
    }

    [Test]
    public async Task A_client_without_a_key_is_returned_all_the_same_and_cannot_be_read()
    {
        using var host = new RegistrationHost();
        host.Server.IssuesKey = false;

        OAuthClient client = await host.Clients.CreateAsync(RegistrationHost.Sample);

        Assert.That(client.ClientSecret, Is.Not.Null);
        Assert.That(async () => await host.Clients.GetAsync(client.ClientId), Throws.InstanceOf<ClientNotFoundException>());
        Assert.That(host.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_list_has_the_known_clients_in_the_order_of_their_ids_and_ends_with_those_whose_keys_are_refused()
    {
        using var host = new RegistrationHost();
        string[] ids = [await host.CreateAsync(), await host.CreateAsync(), await host.CreateAsync()];
        host.Server.Remove(ids[1]);

        var listed = new List<string>();
        var error = Assert.ThrowsAsync<AccessDeniedException>(async () =>
        {
            await foreach (OAuthClient client in host.Clients.ListAsync(new ClientListOptions { PageSize = 2 }))
            {
                listed.Add(client.ClientId);
            }
        });

        Assert.That((listed, error!.Error.Summary), Is.EqualTo((new[] { ids[0], ids[2] }, error.Error.Summary)));
        Assert.That(error.Error.Summary, Does.Contain("1 of the known clients").And.Contain(ids[1]).And.Not.Contain(ids[0]));
    }

    [Test]
    public async Task A_list_whose_caller_takes_what_cannot_be_read_ends_as_others_do()
    {
        using var host = new RegistrationHost();
        string[] ids = [await host.CreateAsync(), await host.CreateAsync()];
        host.Server.Remove(ids[0]);
        var told = new List<(string, Type)>();

        List<OAuthClient> listed = await host.Clients.ListAsync(new ClientListOptions { OnUnreadable = (id, e) => told.Add((id, e.GetType())) }).ToListAsync();

        Assert.That((listed.Single().ClientId, told), Is.EqualTo((ids[1], new[] { (ids[0], typeof(AccessDeniedException)) })));
    }

    [Test]
    public async Task A_page_leaves_out_what_cannot_be_read()
    {
        using var host = new RegistrationHost();
        string[] ids = [await host.CreateAsync(), await host.CreateAsync()];
        host.Server.Remove(ids[0]);

        ClientPage page = await host.Clients.ListPageAsync();

        Assert.That((page.Clients.Single().ClientId, page.NextCursor), Is.EqualTo((ids[1], (string?)null)));
    }

    [Test]
    public async Task Pages_of_the_list_follow_one_another()
    {
        using var host = new RegistrationHost();
        string[] ids = [await host.CreateAsync(), await host.CreateAsync(), await host.CreateAsync()];

        ClientPage first = await host.Clients.ListPageAsync(new ClientListOptions { PageSize = 2 });
        ClientPage second = await host.Clients.ListPageAsync(new ClientListOptions { PageSize = 2, Cursor = first.NextCursor });

        Assert.That(first.Clients.Concat(second.Clients).Select(c => c.ClientId), Is.EqualTo(ids));
        Assert.That((first.Clients.Count, second.NextCursor), Is.EqualTo((2, (string?)null)));
    }

    [Test]
    public async Task A_list_of_three_pages_asks_the_store_once_what_there_is()
    {
        using var host = new RegistrationHost();
        string[] ids = [await host.CreateAsync(), await host.CreateAsync(), await host.CreateAsync(), await host.CreateAsync(), await host.CreateAsync()];

        List<OAuthClient> listed = await host.Clients.ListAsync(new ClientListOptions { PageSize = 2 }).ToListAsync();

        Assert.That(listed.Select(c => c.ClientId), Is.EqualTo(ids));
        Assert.That(host.Store.Lists, Is.EqualTo(1));
    }

    [Test]
    public async Task A_client_that_is_forgotten_while_a_list_is_read_is_left_out()
    {
        using var host = new RegistrationHost();
        string[] ids = [await host.CreateAsync(), await host.CreateAsync()];
        host.Server.Before = async (_, token) =>
        {
            await host.Store.RemoveAsync(RecordingStore.Server, ids[1], token);
            return null;
        };

        List<OAuthClient> listed = await host.Clients.ListAsync(new ClientListOptions { PageSize = 1 }).ToListAsync();

        Assert.That(listed.Select(c => c.ClientId), Is.EqualTo((string[])[ids[0]]));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Eight_clients_of_a_list_are_read_at_once(CancellationToken limit)
    {
        using var host = new RegistrationHost();
        for (int i = 0; i < 20; i++)
        {
            await host.CreateAsync();
        }

        int under = 0, most = 0;
        var full = new TaskCompletionSource();
        host.Server.Before = async (_, _) =>
        {
            int now = Interlocked.Increment(ref under);
            most = Math.Max(most, now);
            if (now == 8)
            {
                full.TrySetResult();
            }

            await full.Task.WaitAsync(limit);
            Interlocked.Decrement(ref under);
            return null;
        };

        Assert.That(await host.Clients.ListAsync(cancellationToken: limit).CountAsync(limit), Is.EqualTo(20));
        Assert.That(most, Is.EqualTo(8));
    }
}
