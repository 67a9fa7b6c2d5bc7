using System.Text.Json;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>
/// The description of one client in a file. It is a manifest that need not say which client it is about, and may hold what
/// 'client get' prints beside the properties.
/// </summary>
internal static class ClientFile
{
    private static readonly ReaderOptions s_options = new()
    {
        RequireClient = false,
        IgnoredKeys = [.. ClientDocument.Facts.Where(f => f != ClientDocument.ClientId)],
    };

    /// <exception cref="ManifestException">Something is wrong with it.</exception>
    /// <exception cref="UsageException">It is not about one client, or about another one.</exception>
    public static async Task<IEnumerable<PropertyChange>> ReadAsync(string path, string? clientId, Session session)
    {
        IReadOnlyList<ClientManifest> manifests = await ManifestSource.ReadAsync(session, path, s_options).ConfigureAwait(false);
        string name = ManifestSource.Name(path);
        if (manifests is not [var manifest])
        {
            throw new UsageException($"--file: {name} holds {manifests.Count} clients; leave one, or use 'apply'.");
        }

        if (clientId is not null && manifest.ClientId is not null && manifest.ClientId != clientId)
        {
            throw new UsageException($"{name} is about client {manifest.ClientId}, and not about {clientId}; remove its client_id to use it for another.");
        }

        if (manifest.IgnoredKeys.Count > 0)
        {
            session.View.Note($"{name}: {string.Join(", ", manifest.IgnoredKeys)}: not set, because a server chooses it or another command changes it.");
        }

        return manifest.Values.Concat(manifest.Extensions).Select(p => new PropertyChange(
            p.Key, p.Value.ValueKind == JsonValueKind.Null ? null : p.Value, $"{manifest.LocationOf(p.Key)}"));
    }
}
