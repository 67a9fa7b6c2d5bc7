using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>One user of a key at a time, and what it means when the server does not take it.</summary>
public sealed class OneKeyTests
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task Many_users_of_one_client_follow_one_another(bool rotatesOnRead)
    {
        var store = new RecordingStore();
        using var host = new RegistrationHost(p => p.RotatesOnRead = rotatesOnRead, store: store);
        host.Server.RotatesOnRead = rotatesOnRead;
        string id = await host.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => i % 3 == 0 ? host.Clients.GetAsync(id) : host.RenameAsync(id, $"Name {i}")));

        Assert.That(store[id]!.AccessToken.Reveal(), Is.EqualTo(host.Server.Keys.Single()));
    }

    [Test]
    public async Task A_read_and_the_change_that_follows_from_it_are_one_turn()
    {
        var store = new RecordingStore();
        using var one = new RegistrationHost(store: store);
        using var other = new RegistrationHost(store: store);
        string id = await one.CreateAsync();

        // Two processes, as it were: each has its own order, and they share the store alone.
        other.Server.Before = async (request, token) => await one.Server.AnswerAsync(request, token);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).Clients.UpdateAsync(
            id, m => m with { Contacts = [.. m.Contacts ?? [], $"c{i}@a.example"] })));

        Assert.That((await one.Clients.GetAsync(id)).Metadata.Contacts, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task A_client_that_the_store_does_not_know_is_not_asked_for()
    {
        using var host = new RegistrationHost();

        foreach (ClientOperation operation in (ClientOperation[])[ClientOperation.Get, ClientOperation.Update, ClientOperation.Delete])
        {
            Assert.That(await Calls.CatchAsync(host.Clients, operation, "unknown"), Is.InstanceOf<ClientNotFoundException>());
        }

        Assert.That(host.Requests, Is.Empty);
    }

    [TestCase(ClientOperation.Get)]
    [TestCase(ClientOperation.Update)]
    [TestCase(ClientOperation.Delete)]
    public async Task A_key_that_was_replaced_elsewhere_is_told_as_that_and_sent_once(ClientOperation operation)
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.Replace(id);
        int before = host.Requests.Count;

        var error = await Calls.CatchAsync(host.Clients, operation, id) as AccessDeniedException;

        Assert.That(error!.Error.Summary, Does.Contain("the client is gone, or its key was replaced elsewhere"));
        Assert.That(host.Requests, Has.Count.EqualTo(before + 1));
        Assert.That(host.Store[id], Is.Not.Null);
    }

    [Test]
    public async Task A_newer_key_that_somebody_else_stored_meanwhile_is_tried()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        string key = host.Server.Replace(id);
        host.Server.Before = async (_, token) =>
        {
            await host.Store.SaveAsync(RecordingStore.Server, host.Store[id]! with { AccessToken = new Secret(key) }, token);
            return null;
        };

        Assert.That((await host.Clients.GetAsync(id)).ClientId, Is.EqualTo(id));
    }

    [Test]
    public async Task A_newer_key_that_somebody_else_stored_meanwhile_stays_though_the_change_is_refused_with_it()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        string? newer = null;
        host.Server.Before = async (request, token) =>
        {
            if (request.Method != HttpMethod.Put || newer is not null)
            {
                return request.Method == HttpMethod.Put ? FakeServer.Of(400) : null;
            }

            newer = host.Server.Replace(id);
            await host.Store.SaveAsync(RecordingStore.Server, host.Store[id]! with { AccessToken = new Secret(newer), ChangeBegunAt = null }, token);
            return null;
        };

        Assert.That(async () => await host.RenameAsync(id), Throws.InstanceOf<InvalidClientMetadataException>());
        Assert.That(host.Store[id]!.AccessToken.Reveal(), Is.EqualTo(newer));
    }

    [Test]
    public async Task A_read_that_brings_another_key_is_kept_though_nothing_said_that_it_would()
    {
        using var host = new RegistrationHost();
        host.Server.RotatesOnRead = true;
        string id = await host.CreateAsync();

        await host.Clients.GetAsync(id);

        Assert.That(host.Store[id]!.AccessToken.Reveal(), Is.EqualTo(host.Server.Keys.Single()));
    }

    [Test]
    public async Task A_read_is_not_repeated_where_reading_replaces_the_key()
    {
        using var host = new RegistrationHost(p => (p.RotatesOnRead, p.Resilience.MaxRetryAttempts, p.Resilience.RetryDelay) = (true, 3, TimeSpan.Zero));
        string id = await host.CreateAsync();
        int before = host.Requests.Count;
        host.Server.Before = (_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded);

        Assert.That(async () => await host.Clients.GetAsync(id), Throws.InstanceOf<OutcomeUnknownException>());
        Assert.That(host.Requests, Has.Count.EqualTo(before + 1));
    }

    [Test]
    public async Task A_change_whose_new_key_does_not_live_is_told_as_what_it_is()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.After = (request, answer) =>
        {
            if (request.Method == HttpMethod.Put)
            {
                host.Server.Replace(id);
            }

            return answer;
        };

        var error = Assert.ThrowsAsync<AccessDeniedException>(() => host.RenameAsync(id))!;

        Assert.That(error.Error.Summary, Does.Contain("somebody else changed the client at the same time"));
    }
}
