namespace ClientMgmt.Tests.Wire;

/// <summary>What is told of a change that the library had to read back.</summary>
public sealed class ReadBackTests
{
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

    private static Task<HttpResponseMessage> Answer(string? body) =>
        body is null ? throw new IOException() : Task.FromResult(WireAnswer.Ok(body).ToResponse());
}
