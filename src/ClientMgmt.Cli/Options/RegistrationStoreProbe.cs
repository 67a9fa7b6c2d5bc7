using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>Makes sure that the key to a client could be kept, before anything registers one.</summary>
internal static class RegistrationStoreProbe
{
    // A disk that is full still takes an empty file. This is more than a key and an address need, and as much as a disk gives out at once.
    private const int ProbeLength = 8192;

    /// <exception cref="UsageException">It could not.</exception>
    public static async Task RunAsync(Session session, string provider)
    {
        if (session.Providers.FindRegistrations(provider) is not { } known
            || session.Providers.Options(provider).RegistrationStore is not { } folder || !Path.IsPathFullyQualified(folder))
        {
            return;
        }

        try
        {
            PrivateFile.CreateFolder(folder);
            PrivateFile.Try(Path.Combine(folder, "probe"), ProbeLength);

            // The store makes the folders of the server for that, as it does to save a key.
            IAsyncDisposable turn = await known.Store.LockAsync(known.Server, "", session.Token).ConfigureAwait(false);
            await turn.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            string setting = $"{SandboxSettings.Section}:{nameof(ClientManagementOptions.Providers)}:{provider}:{nameof(ProviderOptions.RegistrationStore)}";
            throw new UsageException(
                $"the keys to clients could not be kept in {folder}: {FileErrors.Reason(e)} Nothing was registered. {session.Configuration?.Describe(setting) ?? setting} chooses another folder.", e);
        }
    }
}
