using System.Net;
using System.Text.Json;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>The key to a client is never lost where it can be kept, and never shown.</summary>
public sealed class KeyTests
{
    [Test]
    public async Task The_key_is_saved_before_anything_else_of_an_answer_is_read()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();

        // The answer is no client any more, and its key is the only one.
        host.Server.After = (request, answer) => request.Method == HttpMethod.Put ? Broken(answer) : answer;
        await Calls.CatchAsync(host.Clients, ClientOperation.Update, id);

        Assert.That(host.Store[id]!.AccessToken.Reveal(), Is.EqualTo(host.Server.Keys.Single()));

        static HttpResponseMessage Broken(HttpResponseMessage answer)
        {
            JsonElement told = JsonElement.Parse(answer.Content.ReadAsStringAsync().Result);
            string key = told.GetProperty("registration_access_token").GetRawText();
            return FakeServer.Of(200, $$"""{"registration_access_token":{{key}},"redirect_uris":{"no":"list"} }""");
        }
    }

    [Test]
    public async Task The_key_is_kept_where_the_address_beside_it_is_the_old_one_but_for_half_of_a_surrogate_pair()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        string address = host.Store[id]!.ClientUri.OriginalString[..^1] + "\\ud800";
        host.Server.After = (request, answer) => request.Method != HttpMethod.Put ? answer
            : FakeServer.Of(200, $$"""{"client_id":"{{id}}","registration_access_token":"{{host.Server.Keys.Single()}}","registration_client_uri":"{{address}}"}""");

        await host.RenameAsync(id);

        Assert.That(host.Store[id]!.AccessToken.Reveal(), Is.EqualTo(host.Server.Keys.Single()));
    }

    [Test]
    public async Task An_answer_about_another_client_brings_no_key()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        ClientRegistration before = host.Store[id]!;
        host.Server.After = (request, answer) => request.Method == HttpMethod.Get
            ? FakeServer.Of(200, """{"client_id":"other","registration_access_token":"stolen"}""")
            : answer;

        Assert.That(async () => await host.Clients.GetAsync(id), Throws.InstanceOf<UnexpectedResponseException>());
        Assert.That(host.Store[id], Is.EqualTo(before));
    }

    [TestCase(ClientOperation.Create)]
    [TestCase(ClientOperation.Update)]
    public async Task A_store_that_fails_gives_the_registration_to_the_caller(ClientOperation operation)
    {
        using var host = new RegistrationHost();
        string? id = operation == ClientOperation.Update ? await host.CreateAsync() : null;
        host.Store.BeforeSave = registration =>
        {
            if (registration.ChangeBegunAt is null)
            {
                throw new IOException("The disk is full.");
            }
        };

        var error = Assert.ThrowsAsync<RegistrationNotStoredException>(
            () => id is null ? host.CreateAsync() : host.RenameAsync(id))!;

        Assert.That(error.Registration.AccessToken.Reveal(), Is.EqualTo(host.Server.Keys.Single()));
        Assert.That(error.Registration.ClientUri.AbsoluteUri, Does.EndWith(host.Server.Ids.Single()));
        Assert.That(error.InnerException, Is.InstanceOf<IOException>());
        Assert.That($"{error} {error.Registration}", Does.Not.Contain("registration-key").And.Not.Contain("/register/"));
    }

    [Test]
    public async Task A_store_that_fails_before_an_update_stops_it()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Store.BeforeSave = _ => throw new IOException("The disk is full.");

        Assert.That(async () => await host.RenameAsync(id), Throws.InstanceOf<RegistrationStoreException>());
        Assert.That(host.Requests.Select(r => r.Method), Does.Not.Contain("PUT"));
    }

    [Test]
    public async Task The_key_and_the_address_are_in_no_log_trace_error_or_text()
    {
        using var watch = new Watch();
        using var host = new RegistrationHost(watch: watch);
        var shown = new List<string>();
        string id = await host.CreateAsync();
        shown.Add((await host.RenameAsync(id)).ToString());
        host.Server.Before = (request, _) => Task.FromResult<HttpResponseMessage?>(FakeServer.Of(
            400, $$"""{"error":"invalid_request","error_description":"{{request.Headers.Authorization?.Parameter}} at {{request.RequestUri}} and {{request.RequestUri!.PathAndQuery}}"}"""));
        foreach (ClientOperation operation in (ClientOperation[])[ClientOperation.Get, ClientOperation.Update, ClientOperation.Delete])
        {
            shown.Add((await Calls.CatchAsync(host.Clients, operation, id))!.ToString());
        }

        shown.Add(JsonSerializer.Serialize(host.Store[id]!.AccessToken));
        shown.AddRange(watch.Log.Lines);
        shown.AddRange(watch.Spans.SelectMany(s => s.TagObjects.Select(t => $"{t.Key}={t.Value}").Append(s.DisplayName).Append(s.StatusDescription ?? "")));

        Assert.That(shown, Has.All.Not.Contain("registration-key").And.All.Not.Contain("/t/register/"));
        Assert.That(watch.Attempts.Select(a => a.GetTagItem("url.template")).Distinct(), Is.EquivalentTo(new[] { "/register", "/registration-client-uri" }));
    }

    [TestCase("https://evil.example/x", "evil.example")]
    [TestCase("http://as.example.test/t/register/x", "plain http")]
    [TestCase("https://user:pass@as.example.test/x", "holds a user name or a fragment")]
    [TestCase("https://as.example.test/x#y", "holds a user name or a fragment")]
    [TestCase("ftp://as.example.test/x", "neither http nor https")]
    public async Task The_key_goes_to_no_address_that_the_settings_do_not_speak_of(string address, string reason)
    {
        using var host = new RegistrationHost();
        host.Server.AddressOf = _ => address;
        string id = await host.CreateAsync();

        var error = (await Calls.CatchAsync(host.Clients, ClientOperation.Get, id) as UnexpectedResponseException)!;

        Assert.That(error.Message, Does.Contain(reason).And.Not.Contain("pass"));
        Assert.That(host.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("https://evil.example/x")]
    [TestCase("http://as.example.test/t/register/x")]
    [TestCase("https://user:pass@as.example.test/x")]
    public async Task An_address_to_which_the_key_does_not_go_takes_no_place_of_one_that_has_just_answered(string address)
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        Uri before = host.Store[id]!.ClientUri;
        host.Server.Show = told => told["registration_client_uri"] = address;

        await host.RenameAsync(id);
        await host.RenameAsync(id, "Three");

        Assert.That(host.Store[id]!.ClientUri, Is.EqualTo(before));
        Assert.That(host.Store[id]!.AccessToken.Reveal(), Is.EqualTo(host.Server.KeyOf(id)));
    }

    [TestCase("https://admin.example.test/clients/1?client_id=1&x=%2F")]
    [TestCase("https://admin.example.test:8443/y")]
    public async Task The_settings_may_name_other_origins_and_the_address_is_used_as_it_is(string address)
    {
        using var host = new RegistrationHost(p => p.AllowedOrigins = "https://admin.example.test https://ADMIN.example.test:8443");
        host.Server.AddressOf = _ => address;

        await host.Clients.GetAsync(await host.CreateAsync());

        Assert.That(host.Requests[^1].Url, Is.EqualTo(address));
    }
}
