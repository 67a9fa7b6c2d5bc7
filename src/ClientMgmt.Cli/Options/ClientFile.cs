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

        if (clientId is not null && manifest.ClientId is not null && !await IsAsync(session, clientId, manifest).ConfigureAwait(false))
        {
            throw new UsageException($"{name} is about client {manifest.ClientId}, and not about {clientId}; remove its client_id to use it for another.");
        }

        // Of a client that is there, what the server sets is as it was read, and no change. A new one cannot have the id of another
        // as its alias either.
        string[] chosen = clientId is not null ? [] :
        [
            .. manifest.ClientId is null ? [] : (string[])[ClientDocument.ClientId],
            .. manifest.Extensions.Where(e => !session.Clients.Capabilities.CanSetAtCreation(e.Key) || e.Value.ToString() == manifest.ClientId)
                .Select(e => e.Key).Order(StringComparer.Ordinal),
        ];
        string[] skipped = [.. manifest.IgnoredKeys, .. chosen];
        if (skipped.Length > 0)
        {
            session.View.Note($"{name}: {string.Join(", ", skipped)}: not set, because a server chooses it or another command changes it.");
        }

        return manifest.Values.Concat(manifest.Extensions.Where(e => !chosen.Contains(e.Key))).Select(p => new PropertyChange(
            p.Key, p.Value.ValueKind == JsonValueKind.Null ? null : p.Value, $"{manifest.LocationOf(p.Key)}"));
    }

    // Where the client is called by the name that the file tells too, the server says whether that is the one.
    private static async Task<bool> IsAsync(Session session, string called, ClientManifest manifest)
    {
        StringComparer comparer = session.Clients.Capabilities.ClientIdComparer;
        return comparer.Equals(called, manifest.ClientId)
            || (called == manifest.ClientName
                && comparer.Equals((await session.Names.ResolveAsync([called]).ConfigureAwait(false))[0].Id, manifest.ClientId));
    }
}
