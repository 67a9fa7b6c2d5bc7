namespace ClientMgmt.Manifests;

/// <summary>A client as the server has it after a change.</summary>
/// <param name="Client">The client.</param>
/// <param name="NotStored">The properties that the server did not store as it was asked to.</param>
internal sealed record StoredClient(OAuthClient Client, IReadOnlyList<string> NotStored)
{
    public static async Task<StoredClient> OfAsync(Task<OAuthClient> change)
    {
        try
        {
            return new StoredClient(await change.ConfigureAwait(false), []);
        }
        catch (MetadataNotStoredException e)
        {
            return new StoredClient(e.Client, [.. e.Error.FieldErrors.Select(f => NameOf(f.Name))]);
        }
    }

    // Errors call translations client_name#, and the metadata client_names.
    private static string NameOf(string name) => name.EndsWith('#') ? name[..^1] + "s" : name;
}
