namespace ClientMgmt.Tests.Reliability;

/// <summary>How an update ended: with what was stored, or with the error for it.</summary>
internal sealed record RaceUpdate(OAuthClient? Answer, ClientConflictException? Error)
{
    /// <summary>Runs an update; any other error than that of a conflict fails the test.</summary>
    public static async Task<RaceUpdate> RunAsync(
        IClientManagement clients, string clientId, Func<ClientMetadata, ClientMetadata> change)
    {
        try
        {
            return new RaceUpdate(await clients.UpdateAsync(clientId, change), null);
        }
        catch (ClientConflictException e)
        {
            return new RaceUpdate(null, e);
        }
    }
}
