using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>What is told of a change that the library had to read back.</summary>
public sealed class ReadBackTests
{
    private const string Told = "the vault's answer, which may hold a secret";

    // Leading zeros and an alias stand for the same client; the list tells its id alone.
    [TestCase("17")]
    [TestCase("0017")]
    [TestCase("shop")]
    public void A_grant_that_is_still_there_was_not_revoked_whatever_the_client_is_called(string clientId)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((request, _) => Answer(
            request.Method == HttpMethod.Delete ? null
            : request.RequestUri!.AbsolutePath.EndsWith("/list", StringComparison.Ordinal) ? """{"clients":[{"clientId":17}],"totalCount":1}"""
            : AuthleteOperations.Client));

        Assert.That(
            async () => await host.Clients.Grants.RevokeAuthorizationAsync(clientId, "ann"),
            Throws.TypeOf<OutcomeUnknownException>().With.Message.Contain("the change had not been made"));
    }

    [Test]
    public void A_change_without_an_answer_is_unknown_also_if_the_applications_own_code_fails_while_it_is_read_back()
    {
        using WireHost host = Host(answer: null);

        Assert.That(
            async () => await host.Clients.DeleteAsync("17"),
            Throws.TypeOf<OutcomeUnknownException>().With.InnerException.TypeOf<VaultException>()
                .And.Message.Contain("VaultException").And.Message.Not.Contain(Told));
    }

    [Test]
    public void A_change_that_was_accepted_is_unknown_also_if_the_applications_own_code_fails_while_it_is_read_back()
    {
        // The answer to the rotation does not hold the new secret.
        using WireHost host = Host(answer: "{}");

        Assert.That(
            async () => await host.Clients.RotateSecretAsync("17"),
            Throws.TypeOf<OutcomeUnknownException>().With.InnerException.TypeOf<VaultException>()
                .And.Message.Contain("the server accepted the change").And.Message.Contain("VaultException").And.Message.Not.Contain(Told));
    }

    [Test]
    public async Task Whoever_cancels_while_a_change_is_read_back_gets_the_cancellation_of_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(async (request, token) =>
        {
            if (request.Method == HttpMethod.Get)
            {
                await cancellation.CancelAsync();
                token.ThrowIfCancellationRequested();
            }

            return await Answer(null);
        });

        Exception? error = await Calls.CatchAsync(host.Clients, ClientOperation.Delete, "17", cancellation.Token);

        Assert.That((error as OperationCanceledException)?.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    // The token serves the change alone: to read it back, the application is asked for another one.
    private static WireHost Host(string? answer)
    {
        var time = new ManualTime();
        int asked = 0;
        return Resilient.Host(Backend.AuthleteV3, time, provider: p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = (_, _) => asked++ > 0
                ? throw new VaultException()
                : new(ProviderCredential.FromAccessToken(new Secret(WireHost.AccessToken)) with { ExpiresAt = time.GetUtcNow().AddHours(1) });
        }).OnAny((_, _) =>
        {
            time.Advance(TimeSpan.FromHours(2));
            return Answer(answer);
        });
    }

    private static Task<HttpResponseMessage> Answer(string? body) =>
        body is null ? throw new IOException() : Task.FromResult(WireAnswer.Ok(body).ToResponse());

    private sealed class VaultException() : Exception(Told);
}
