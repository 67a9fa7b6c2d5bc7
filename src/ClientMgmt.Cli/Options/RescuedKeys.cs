using System.Collections.Concurrent;
using System.Text;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>Keys to clients that their store did not keep: nobody else has them, so each is written to a file of its own.</summary>
internal sealed class RescuedKeys(Session session)
{
    private readonly ConcurrentDictionary<RegistrationNotStoredException, Lazy<string>> _kept = new();

    /// <summary>Keeps the key that an error carries, once.</summary>
    /// <returns>Where it is, as the end of a message; empty if the error carries none.</returns>
    public string Keep(Exception? error) => error is RegistrationNotStoredException lost
        ? _kept.GetOrAdd(lost, e => new Lazy<string>(() => Write(e))).Value
        : "";

    private string Write(RegistrationNotStoredException error)
    {
        string text = Output.JsonText.Of(RegistrationDocument.Of(error.Registration, showKey: true));
        foreach (string folder in Places(error.Error.Provider))
        {
            string path = Path.Combine(folder, $"{Program.Name}-registration-{Guid.NewGuid():N}.json");
            try
            {
                using (FileStream stream = PrivateFile.Open(path))
                {
                    stream.Write(Encoding.UTF8.GetBytes(text + "\n"));
                    stream.Flush(flushToDisk: true);
                }

                return $" The tool wrote it to {path}; '{Program.Name} registration import --file {Quoted(path)} --provider {error.Error.Provider}' stores it.";
            }
            catch (Exception e) when (FileErrors.IsOne(e))
            {
                // The next place may be on another disk. What was begun here is no key.
                PrivateFile.TryDelete(path);
            }
        }

        return session.View.ShowSecrets
            ? $" No file could be written either; this is it: {text}"
            : " No file could be written either, and without --show-secrets it is not shown.";
    }

    // As a shell takes it for one word.
    private static string Quoted(string path) => path.Contains(' ') ? $"\"{path}\"" : path;

    // Beside the store, where only the user's own programs look for it; otherwise wherever a file can be.
    private IEnumerable<string> Places(string provider)
    {
        if (session.Providers.Options(provider).RegistrationStore is { } store && Path.GetDirectoryName(store) is { Length: > 0 } beside)
        {
            yield return beside;
        }

        yield return session.Environment.CurrentFolder;
        yield return Path.GetTempPath();
    }
}
