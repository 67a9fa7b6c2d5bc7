namespace ClientMgmt.Cli.Commands;

/// <summary>The client as the server has it, for callers that compare for themselves what was stored.</summary>
internal static class StoredClient
{
    public static async Task<OAuthClient> AsStoredAsync(this Task<OAuthClient> change)
    {
        try
        {
            return await change.ConfigureAwait(false);
        }
        catch (MetadataNotStoredException e)
        {
            return e.Client;
        }
    }
}
