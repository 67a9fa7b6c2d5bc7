using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>How an update ended: with what was stored, or with the error for it.</summary>
internal sealed record RaceUpdate(OAuthClient? Answer, ClientManagementException? Error)
{
    /// <summary>Runs an update; any other error than that of a loss fails the test.</summary>
    public static async Task<RaceUpdate> RunAsync(
        IClientManagement clients, string clientId, Func<ClientMetadata, ClientMetadata> change)
    {
        try
        {
            return new RaceUpdate(await clients.UpdateAsync(clientId, change), null);
        }
        catch (ClientManagementException e) when (IsLoss(clients, e))
        {
            return new RaceUpdate(null, e);
        }
    }

    // Servers of dynamic registration may ignore whatever they like, which looks alike.
    private static bool IsLoss(IClientManagement clients, ClientManagementException error) =>
        SampleMetadata.IsStandard(clients.Capabilities) ? error is MetadataNotStoredException : error is ClientConflictException;
}
