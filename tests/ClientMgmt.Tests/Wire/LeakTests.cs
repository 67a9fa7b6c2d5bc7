using System.Net;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>No exception shows a credential, a secret or a body, even if the server sends them back.</summary>
public sealed class LeakTests
{
    private const string Sentinel = "text-of-the-body-0001";

    private static IEnumerable<TestCaseData> Echoes() =>
        InTurn.Of(WireOperations.All, [400, 403, 500]).Select(pair => new TestCaseData(pair.Row, pair.Value));

    [TestCaseSource(nameof(Echoes))]
    public async Task What_was_sent_and_comes_back_in_a_message_is_not_shown(WireOperation row, int status)
    {
        string[] sent = [.. Sent(row)];
        string echo = string.Join(" and '", sent) + "'";
        string body = row.Backend switch
        {
            Backend.DocSpace => $$"""{"detail":"{{echo}}","errors":[{"field":"name","code":"{{echo}}","message":"{{echo}}"}]}""",
            Backend.DynamicRegistration => $$"""{"error":"{{echo}}","error_description":"{{echo}}"}""",
            _ => $$"""{"resultCode":"{{echo}}","resultMessage":"{{echo}}"}""",
        };
        using WireHost host = row.Prepare(WireHost.For(row.Backend), Echo(status, body, echo)).OnEveryOther(Echo(status, body, echo));

        string shown = Leaks.TextOf(await row.CatchAsync(host));

        Assert.That(sent.Where(s => shown.Contains(s, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("a1_")]
    [TestCase("chosen-client-secret_0001")]
    public async Task A_chosen_secret_is_not_shown_however_short_it_is(string secret)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3)
            .OnAny(WireAnswer.Of(500, $$"""{"resultMessage":"bad secret '{{secret}}'"}"""));

        Exception? error = null;
        try
        {
            await host.Clients.SetSecretAsync("17", new Secret(secret));
        }
        catch (Exception e)
        {
            error = e;
        }

        Assert.That(Leaks.TextOf(error), Does.Contain("HTTP 500").And.Not.Contain(secret));
    }

    [Test]
    public async Task A_credential_that_comes_back_percent_encoded_is_not_shown()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, o => o.AccessToken = new Secret("token+with/all=of+them"))
            .OnAny(WireAnswer.Of(400, """{"resultMessage":"bad token 'token%2Bwith%2Fall%3Dof%2Bthem'"}"""));

        string shown = Leaks.TextOf(await WireOperations.Of(Backend.AuthleteV3, ClientOperation.List).CatchAsync(host));

        Assert.That(shown, Does.Contain("bad token '[redacted]'"));
    }

    [Test]
    public async Task The_name_of_a_field_error_shows_nothing_that_was_sent()
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .OnAny(WireAnswer.Of(400, $$"""{"errors":[{"field":"{{WireHost.Signature}}","message":"m"}]}"""));

        string shown = Leaks.TextOf(await WireOperations.Of(Backend.DocSpace, ClientOperation.Create).CatchAsync(host));

        Assert.That(shown, Does.Not.Contain(WireHost.Signature));
    }

    [TestCase(401)]
    [TestCase(429)]
    [TestCase(500)]
    public async Task A_portal_credential_that_comes_back_from_the_exchange_is_not_shown(int status)
    {
        using WireHost host = WireHost.For(Backend.DocSpace, o => (o.Signature, o.ApiKey) = (null, new Secret(WireHost.ApiKey)))
            .OnAny(WireAnswer.Of(status, $$"""{"detail":"no such key: {{WireHost.ApiKey}}"}"""));

        string shown = Leaks.TextOf(await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host));

        Assert.That(shown, Does.Contain("HTTP").And.Not.Contain(WireHost.ApiKey));
    }

    [Test]
    public async Task Neither_the_token_that_was_refused_nor_the_one_after_it_is_shown()
    {
        string[] tokens = ["management-token-0001", "management-token-0002"];
        int calls = 0;
        using WireHost host = WireHost.For(Backend.AuthleteV3, p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = (_, _) => ValueTask.FromResult(ProviderCredential.FromAccessToken(new Secret(tokens[calls++])));
        }).OnAny(WireAnswer.Of(401, $$"""{"resultMessage":"bad tokens {{tokens[0]}} and {{tokens[1]}}"}"""));

        string shown = Leaks.TextOf(await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host));

        Assert.That(shown, Does.Contain("bad tokens [redacted] and [redacted]"));
    }

    private static IEnumerable<TestCaseData> UnreadableBodies()
    {
        string[] bodies =
        [
            $"<html>{Sentinel}</html>",
            $$"""{"clientSecret":"{{Sentinel}}","client_secret":"{{Sentinel}}","data":[{"client_secret":"{{Sentinel}}" """,
            $"\"{Sentinel}\"",
            $$"""{"resultMessage":{"clientSecret":"{{Sentinel}}"},"detail":{"client_secret":"{{Sentinel}}"} }""",
        ];
        return from pair in InTurn.Of(WireOperations.All, bodies, each: 2)
               from status in pair.Row.Operation == ClientOperation.Get ? [0, 302, 400, 500] : new[] { 0 }
               select new TestCaseData(pair.Row, pair.Value, status);
    }

    [TestCaseSource(nameof(UnreadableBodies))]
    public async Task A_body_that_cannot_be_read_ends_in_an_error_of_the_library_that_does_not_show_it(WireOperation row, string body, int status)
    {
        HttpStatusCode actual = status == 0 ? row.Main.Answer.Status : (HttpStatusCode)status;
        using WireHost host = row.Prepare(WireHost.For(row.Backend), new WireAnswer(actual, body)).OnEveryOther(new WireAnswer(actual, body));

        Exception? error = await row.CatchAsync(host);

        Assert.That(Leaks.IsOwn(error), Is.True, error?.GetType().Name);
        Assert.That(Leaks.TextOf(error), Does.Not.Contain(Sentinel));
    }

    private static WireAnswer Echo(int status, string body, string echo) =>
        WireAnswer.Of(status, body) with { Headers = new Dictionary<string, string> { ["X-Request-Id"] = echo } };

    private static IEnumerable<string> Sent(WireOperation row)
    {
        string[] credentials = row.Backend switch
        {
            Backend.AuthleteV2 => [WireHost.ServiceApiSecret, "MTAwMTAwMTAwOnNlcnZpY2UtYXBpLXNlY3JldC0wMDAx"],
            Backend.AuthleteV3 => [WireHost.AccessToken],
            Backend.DynamicRegistration when row.Operation == ClientOperation.ListScopes => [],
            Backend.DynamicRegistration => [WireHost.ManagementToken],
            _ when row.Operation == ClientOperation.GetPublicInfo => [],
            _ => [WireHost.Signature],
        };
        string? secret = row.Operation == ClientOperation.SetSecret ? AuthleteOperations.ChosenSecret
            : row.Decisive > 0 ? AuthleteOperations.StoredSecret
            : null;
        return secret is null ? credentials : credentials.Append(secret);
    }
}
