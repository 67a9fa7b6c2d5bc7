using System.Text;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>Successes that cannot be read as a whole: what they hold of the key is told nowhere else.</summary>
public sealed class UnreadableAnswerTests
{
    // What is behind the place cannot be read; what is before it can.
    private static readonly TestCaseData[] s_damages =
    [
        Damage("bytes that are not UTF-8", text => [.. Encoding.UTF8.GetBytes(text[..^1] + ",\"x\":\""), 0xff, (byte)'"', (byte)'}']),
        Damage("a value that is nested too deep", text => Encoding.UTF8.GetBytes($"{text[..^1]},\"x\":{new string('[', 200)}{new string(']', 200)}}}")),
        Damage("an end that is missing", text => Encoding.UTF8.GetBytes(text[..^1] + ",\"x\":")),
        Damage("something after it", text => Encoding.UTF8.GetBytes(text + "<br>")),
    ];

    [TestCaseSource(nameof(s_damages))]
    public async Task A_new_client_is_known_and_its_key_kept(Func<string, byte[]> damage)
    {
        using var host = new RegistrationHost();
        Spoil(host, HttpMethod.Post, damage);

        OAuthClient created = await host.Clients.CreateAsync(RegistrationHost.Sample);

        Assert.That(created.Metadata, Is.EqualTo(RegistrationHost.Sample));
        Assert.That(created.ClientSecret!.Reveal(), Does.StartWith("secret-"));
        Assert.That(host.Store[created.ClientId]!.AccessToken.Reveal(), Is.EqualTo(host.Server.KeyOf(created.ClientId)));
    }

    [TestCaseSource(nameof(s_damages))]
    public async Task An_update_goes_on_with_the_new_key(Func<string, byte[]> damage)
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        Spoil(host, HttpMethod.Put, damage);

        OAuthClient changed = await host.RenameAsync(id);

        Assert.That(changed.Metadata.ClientName, Is.EqualTo("Two"));
        Assert.That(host.Store[id]!.AccessToken.Reveal(), Is.EqualTo(host.Server.KeyOf(id)));
    }

    [TestCaseSource(nameof(s_damages))]
    public async Task A_reading_fails_but_the_key_that_it_brought_is_kept(Func<string, byte[]> damage)
    {
        using var host = new RegistrationHost(p => p.RotatesOnRead = true);
        string id = await host.CreateAsync();
        host.Server.RotatesOnRead = true;
        Spoil(host, HttpMethod.Get, damage);

        Assert.ThrowsAsync<UnexpectedResponseException>(() => host.Clients.GetAsync(id));

        Assert.That(host.Store[id]!.AccessToken.Reveal(), Is.EqualTo(host.Server.KeyOf(id)));
    }

    [Test]
    public void A_new_client_that_can_not_be_read_back_either_is_told_with_its_secret()
    {
        using var host = new RegistrationHost();
        Spoil(host, HttpMethod.Post, text => Encoding.UTF8.GetBytes(text + "<br>"));
        host.Server.Before = (request, _) => Task.FromResult(request.Method == HttpMethod.Get ? FakeServer.Of(403) : null);

        var error = Assert.ThrowsAsync<MetadataNotStoredException>(() => host.CreateAsync())!;

        Assert.That(error.Client.ClientSecret!.Reveal(), Does.StartWith("secret-"));
        Assert.That(host.Store[error.Client.ClientId]!.AccessToken.Reveal(), Is.EqualTo(host.Server.KeyOf(error.Client.ClientId)));
    }

    [Test]
    public async Task An_update_whose_answer_says_nothing_of_a_key_is_told_as_the_end_of_the_one_that_was_replaced()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        Spoil(host, HttpMethod.Put, _ => [0xff]);

        var error = Assert.ThrowsAsync<OutcomeUnknownException>(() => host.RenameAsync(id))!;

        Assert.That(error.Error.Summary, Does.Contain("The answer with the new key was lost"));
    }

    [Test]
    public void A_registration_whose_answer_says_nothing_of_a_client_is_told_as_probably_made()
    {
        using var host = new RegistrationHost();
        Spoil(host, HttpMethod.Post, _ => Encoding.UTF8.GetBytes("<html>"));

        var error = Assert.ThrowsAsync<UnexpectedResponseException>(() => host.CreateAsync())!;

        Assert.That(error.Error.Summary, Does.StartWith("the client was probably created"));
    }

    private static TestCaseData Damage(string what, Func<string, byte[]> damage) => new TestCaseData(damage).SetArgDisplayNames(what);

    private static void Spoil(RegistrationHost host, HttpMethod method, Func<string, byte[]> damage) => host.Server.After = (request, answer) =>
    {
        if (request.Method == method)
        {
            string text = answer.Content.ReadAsStringAsync().Result;
            answer.Content = new ByteArrayContent(damage(text));
        }

        return answer;
    };
}
