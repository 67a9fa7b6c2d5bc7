using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>Changes whose answer is lost, refused, or no longer waited for.</summary>
public sealed class InterruptedChangeTests
{
    [Test]
    public async Task A_client_that_was_created_is_returned_with_its_secret_though_a_handler_fails_while_it_is_read_back()
    {
        using var host = new RegistrationHost();
        host.Server.Before = FailToRead;

        OAuthClient created = await host.Clients.CreateAsync(RegistrationHost.Sample);

        Assert.That(created.ClientSecret, Is.Not.Null);
    }

    [Test]
    public async Task A_change_that_was_accepted_is_unknown_if_a_handler_fails_while_it_is_read_back()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        bool isChanged = false;
        host.Server.Before = (request, token) =>
        {
            isChanged |= request.Method == HttpMethod.Put;
            return isChanged ? FailToRead(request, token) : Task.FromResult<HttpResponseMessage?>(null);
        };

        Assert.That(
            () => host.RenameAsync(id), Throws.TypeOf<OutcomeUnknownException>().With.InnerException.TypeOf<KeyNotFoundException>());
    }

    [Test]
    public async Task The_beginning_of_an_update_is_written_down_before_it_is_sent_and_taken_away_by_its_answer()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        DateTimeOffset? marked = null;
        host.Server.Before = (request, _) =>
        {
            marked = request.Method == HttpMethod.Put ? host.Store[id]!.ChangeBegunAt : marked;
            return Task.FromResult<HttpResponseMessage?>(null);
        };

        await host.RenameAsync(id);

        Assert.That(marked, Is.Not.Null);
        Assert.That(host.Store[id]!.ChangeBegunAt, Is.Null);
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(429)]
    public async Task A_refused_update_leaves_no_mark_and_the_key_as_it_was(int status)
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        ClientRegistration before = host.Store[id]!;
        host.Server.Before = (request, _) => Task.FromResult(request.Method == HttpMethod.Put ? FakeServer.Of(status) : null);

        Assert.That(async () => await host.RenameAsync(id), Throws.InstanceOf<ClientManagementException>());
        Assert.That(host.Store[id], Is.EqualTo(before));
    }

    [Test]
    public async Task A_refused_update_is_told_as_that_whatever_the_store_throws_meanwhile()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.Before = (request, _) => Task.FromResult(request.Method == HttpMethod.Put ? FakeServer.Of(400) : null);
        host.Store.BeforeSave = saved => _ = saved.ChangeBegunAt ?? throw new InvalidOperationException("the database is away");

        Assert.That(async () => await host.RenameAsync(id), Throws.InstanceOf<InvalidClientMetadataException>());
    }

    [Test]
    public async Task An_update_whose_answer_is_lost_is_told_as_the_end_of_the_key_where_it_was_replaced()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        LoseAnswers(host, HttpMethod.Put);

        var now = Assert.ThrowsAsync<OutcomeUnknownException>(() => host.RenameAsync(id))!;
        host.Server.After = (_, answer) => answer;
        var later = Assert.ThrowsAsync<OutcomeUnknownException>(() => host.Clients.GetAsync(id))!;

        Assert.That((string[])[now.Error.Summary, later.Error.Summary], Has.All.Contains("The answer with the new key was lost"));
        Assert.That(host.Store[id]!.ChangeBegunAt, Is.Not.Null);
    }

    [Test]
    public async Task An_update_whose_answer_is_lost_is_found_to_be_made_where_the_key_stays()
    {
        using var host = new RegistrationHost();
        host.Server.RotatesOnPut = false;
        string id = await host.CreateAsync();
        LoseAnswers(host, HttpMethod.Put);

        OAuthClient changed = await host.RenameAsync(id);

        Assert.That(changed.Metadata.ClientName, Is.EqualTo("Two"));
        Assert.That(host.Store[id]!.ChangeBegunAt, Is.Null);
    }

    [Test]
    public async Task An_update_that_did_not_arrive_is_told_as_not_made_and_the_key_goes_on()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.Before = (request, _) => request.Method == HttpMethod.Put
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
            : Task.FromResult<HttpResponseMessage?>(null);

        var error = Assert.ThrowsAsync<OutcomeUnknownException>(() => host.RenameAsync(id))!;
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(null);

        Assert.That(error.Error.Summary, Does.EndWith("the change had not been made."));
        Assert.That((await host.RenameAsync(id)).Metadata.ClientName, Is.EqualTo("Two"));
    }

    [Test]
    public async Task An_update_after_which_a_handler_of_the_application_fails_is_told_as_the_end_of_the_key()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.After = (request, answer) => request.Method == HttpMethod.Put ? throw new KeyNotFoundException() : answer;

        Assert.ThrowsAsync<KeyNotFoundException>(() => host.RenameAsync(id));
        var later = Assert.ThrowsAsync<OutcomeUnknownException>(() => host.Clients.GetAsync(id))!;

        Assert.That(later.Error.Summary, Does.Contain("has no known end").And.Contains("The answer with the new key was lost"));
    }

    [Test]
    public async Task A_handler_of_the_application_that_fails_before_anything_is_sent_leaves_a_mark_that_the_next_answer_takes_away()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.Before = (request, _) =>
            request.Method == HttpMethod.Put ? throw new KeyNotFoundException() : Task.FromResult<HttpResponseMessage?>(null);
        Assert.ThrowsAsync<KeyNotFoundException>(() => host.RenameAsync(id));

        await host.Clients.GetAsync(id);

        Assert.That(host.Store[id]!.ChangeBegunAt, Is.Null);
    }

    [Test]
    public async Task A_mark_that_another_process_left_goes_when_the_key_turns_out_to_be_good()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        await host.Store.SaveAsync(RecordingStore.Server, host.Store[id]! with { ChangeBegunAt = DateTimeOffset.UnixEpoch });

        await host.Clients.GetAsync(id);

        Assert.That(host.Store[id]!.ChangeBegunAt, Is.Null);
    }

    [Test]
    public async Task A_deletion_whose_answer_is_lost_is_made_and_forgotten()
    {
        using var host = new RegistrationHost(p => p.Server = RegistrationServer.NodeOidcProvider);
        string id = await host.CreateAsync();
        LoseAnswers(host, HttpMethod.Delete);

        await host.Clients.DeleteAsync(id);

        Assert.That(host.Store[id], Is.Null);
    }

    [Test]
    public async Task A_deletion_that_was_answered_leaves_its_mark_until_the_key_is_forgotten()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Store.Saved.Clear();

        await host.Clients.DeleteAsync(id);

        Assert.That(host.Store.Saved.Select(r => r.IsBeingDeleted), Is.EqualTo((bool[])[true]));
        Assert.That(host.Store[id], Is.Null);
    }

    [Test]
    public async Task A_deletion_that_nobody_heard_the_end_of_is_known_to_be_made_by_whoever_comes_next()
    {
        using var host = new RegistrationHost(p => p.Server = RegistrationServer.NodeOidcProvider);
        string id = await host.CreateAsync();
        host.Server.After = (_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded);
        Assert.ThrowsAsync<OutcomeUnknownException>(() => host.Clients.DeleteAsync(id));
        bool wasMarked = host.Store[id]!.IsBeingDeleted;
        host.Server.After = (_, answer) => answer;

        Assert.ThrowsAsync<ClientNotFoundException>(() => host.Clients.GetAsync(id));

        Assert.That((wasMarked, host.Store[id]), Is.EqualTo((true, (ClientRegistration?)null)));
    }

    [Test]
    public async Task A_deletion_after_which_a_handler_of_the_application_fails_is_known_to_be_made_by_whoever_comes_next()
    {
        using var host = new RegistrationHost(p => p.Server = RegistrationServer.NodeOidcProvider);
        string id = await host.CreateAsync();
        host.Server.After = (request, answer) => request.Method == HttpMethod.Delete ? throw new KeyNotFoundException() : answer;

        Assert.ThrowsAsync<KeyNotFoundException>(() => host.Clients.DeleteAsync(id));

        Assert.ThrowsAsync<ClientNotFoundException>(() => host.Clients.GetAsync(id));
    }

    [Test]
    public async Task The_key_to_a_deleted_client_stays_where_a_server_refuses_that_of_a_disabled_one_too()
    {
        using var host = new RegistrationHost(p => p.Server = RegistrationServer.Keycloak);
        string id = await host.CreateAsync();
        LoseAnswers(host, HttpMethod.Delete);

        await host.Clients.DeleteAsync(id);
        var error = Assert.ThrowsAsync<ClientNotFoundException>(() => host.Clients.GetAsync(id))!;

        Assert.That(error.Error.Summary, Does.Contain("unless somebody disabled it since"));
        Assert.That((host.Store[id]?.IsBeingDeleted, await host.Clients.ListAsync().CountAsync()), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task A_deletion_with_a_key_that_an_update_had_lost_before_is_not_taken_for_made()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        LoseAnswers(host, HttpMethod.Put);
        Assert.ThrowsAsync<OutcomeUnknownException>(() => host.RenameAsync(id));

        var error = Assert.ThrowsAsync<OutcomeUnknownException>(() => host.Clients.DeleteAsync(id))!;

        Assert.That(error.Error.Summary, Does.Contain("The answer with the new key was lost"));
        Assert.That(host.Store[id], Is.Not.Null);
    }

    [TestCase(403)]
    [TestCase(302)]
    public async Task A_refused_deletion_leaves_the_registration_as_it_was(int status)
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        ClientRegistration before = host.Store[id]!;
        host.Server.Before = (request, _) => Task.FromResult(request.Method == HttpMethod.Delete ? FakeServer.Of(status) : null);

        Assert.That(async () => await host.Clients.DeleteAsync(id), Throws.InstanceOf<ClientManagementException>());
        Assert.That(host.Store[id], Is.EqualTo(before));
    }

    [Test]
    public async Task A_registration_whose_answer_is_lost_is_not_sent_again_and_says_that_no_list_shows_it()
    {
        using var host = new RegistrationHost(p => p.Resilience.MaxRetryAttempts = 3);
        LoseAnswers(host, HttpMethod.Post);

        var error = Assert.ThrowsAsync<OutcomeUnknownException>(() => host.CreateAsync())!;

        Assert.That(error.Error.Summary, Does.EndWith("the key to it is lost, and no list shows it."));
        Assert.That(host.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [CancelAfter(30_000)]
    public async Task What_is_on_the_wire_goes_on_to_its_end_and_is_kept_though_nobody_waits(string method, CancellationToken limit)
    {
        using var host = new RegistrationHost();
        string? id = method == "PUT" ? await host.CreateAsync() : null;
        using var cancel = new CancellationTokenSource();
        host.Server.Before = async (request, token) =>
        {
            if (request.Method.Method == method)
            {
                await cancel.CancelAsync();
                token.ThrowIfCancellationRequested();
            }

            return null;
        };

        Assert.That(
            async () => await (id is null
                ? host.Clients.CreateAsync(RegistrationHost.Sample, cancel.Token)
                : host.RenameAsync(id, cancellationToken: cancel.Token)).WaitAsync(limit),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(host.Store[host.Server.Ids.Single()]!.AccessToken.Reveal(), Is.EqualTo(host.Server.Keys.Single()));
    }

    [Test]
    [CancelAfter(30_000)]
    public void What_is_on_the_wire_and_stalls_ends_with_the_time_for_an_attempt(CancellationToken limit)
    {
        using var host = new RegistrationHost(p => p.Resilience.AttemptTimeout = TimeSpan.FromMilliseconds(50));
        host.Server.Before = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return null;
        };

        var error = Assert.ThrowsAsync<OutcomeUnknownException>(() => host.CreateAsync().WaitAsync(limit))!;

        Assert.That(error.Error.Summary, Does.Contain("AttemptTimeout"));
    }

    private static void LoseAnswers(RegistrationHost host, HttpMethod method) => host.Server.After = (request, answer) =>
        request.Method == method ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : answer;

    private static Task<HttpResponseMessage?> FailToRead(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Method == HttpMethod.Get ? throw new KeyNotFoundException() : Task.FromResult<HttpResponseMessage?>(null);
}
