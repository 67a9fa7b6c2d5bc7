using System.Runtime.CompilerServices;

namespace ClientMgmt.Manifests;

/// <summary>Finds out what is to be copied and what is there already.</summary>
internal sealed class CopyPlanner(IClientManagement source, IClientManagement target, CopyOptions options)
{
    private readonly ILookup<string, CopyMapping> _copies = options.Known
        .Where(k => k.SourceProvider == source.Provider && k.TargetProvider == target.Provider)
        .ToLookup(k => k.SourceId, source.Capabilities.ClientIdComparer);

    private readonly UnreadableClients _unreadable = new();
    private readonly Dictionary<string, OAuthClient> _there = new(target.Capabilities.ClientIdComparer);
    private readonly Dictionary<string, string> _owners = new(target.Capabilities.ClientIdComparer);
    private readonly HashSet<string> _mapped = new(target.Capabilities.ClientIdComparer);
    private ILookup<string?, OAuthClient> _byName = Enumerable.Empty<OAuthClient>().ToLookup(c => c.Metadata.ClientName);

    public async Task<CopyPlan> PlanAsync(CancellationToken cancellationToken)
    {
        IReadOnlySet<string>? scopes = await ReadScopesAsync(cancellationToken).ConfigureAwait(false);

        // All of them are held, some kilobytes each: nothing may be created before all losses are known, and whether a name
        // is the only one shows with the last client. To read the source twice instead would let it change in between.
        var clients = new List<OAuthClient>();
        var reader = new ClientReader(source, options.MaxConcurrency, options.OnError) { NeedsSecrets = options.KeepSecrets };
        await foreach (OAuthClient client in reader.ReadAsync(options.Ids, cancellationToken).ConfigureAwait(false))
        {
            clients.Add(client);
        }

        await FindExistingAsync(clients, cancellationToken).ConfigureAwait(false);
        HashSet<string?> shared = [.. clients.GroupBy(c => c.Metadata.ClientName).Where(g => g.Count() > 1).Select(g => g.Key)];
        var translation = new CopyTranslation(source.Capabilities, target.Capabilities, options.Defaults, scopes);
        var kept = new KeptCredentials(source, target, options, _owners);
        CopyItem[] items =
        [
            .. clients.OrderBy(c => c.Metadata.ClientName, StringComparer.Ordinal).ThenBy(c => c.ClientId, StringComparer.Ordinal)
                .Select(c => (Client: c, Item: Plan(c, translation, shared)))
                .Select(p => kept.Plan(p.Item, p.Client, p.Item.ExistingId is { } id ? _there[id] : null)),
        ];
        return new CopyPlan(source.Provider, target.Provider, items, options) { SourceIdComparer = source.Capabilities.ClientIdComparer };
    }

    // Of a server that tells no scopes, nothing is known.
    private async Task<IReadOnlySet<string>?> ReadScopesAsync(CancellationToken cancellationToken) =>
        target.Capabilities.Supports(ClientOperation.ListScopes)
            && await target.Scopes.ListScopesAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } scopes
            ? scopes.Select(s => s.Name).ToHashSet(StringComparer.Ordinal)
            : null;

    private async Task FindExistingAsync(IEnumerable<OAuthClient> clients, CancellationToken cancellationToken)
    {
        HashSet<string> names = [.. clients.Select(c => c.Metadata.ClientName).OfType<string>()];
        _mapped.UnionWith(_copies.SelectMany(c => c).Select(k => k.TargetId));
        await foreach (OAuthClient client in ClientReader.InOrderAsync(
            ReadPossibleCopiesAsync(names, cancellationToken),
            options.MaxConcurrency,
            (client, token) => ClientReader.CompleteAsync(target, client, token).AsTask(),
            cancellationToken).ConfigureAwait(false))
        {
            _there[client.ClientId] = client;
        }

        // Copies that a mapping tells of are those of other clients. All others are here for their names.
        _byName = _there.Values.Where(c => !_mapped.Contains(c.ClientId)).ToLookup(c => c.Metadata.ClientName);
    }

    // Of the target, only what may be a copy is kept in memory.
    private async IAsyncEnumerable<OAuthClient> ReadPossibleCopiesAsync(
        HashSet<string> names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (OAuthClient client in TargetClients.ReadAsync(
            target, _unreadable, _mapped, cancellationToken).ConfigureAwait(false))
        {
            NoteOwner(client);
            if (_mapped.Contains(client.ClientId) || (client.Metadata.ClientName is { } name && names.Contains(name)))
            {
                yield return client;
            }
        }
    }

    private void NoteOwner(OAuthClient client)
    {
        if (options.KeepClientIds)
        {
            _owners[client.ClientId] = client.ClientId;
            if (ClientAlias.Find(client, target.Capabilities) is { } alias && ClientAlias.Counts(client, target.Capabilities))
            {
                _owners[alias] = client.ClientId;
            }
        }
    }

    private CopyItem Plan(OAuthClient client, CopyTranslation translation, HashSet<string?> sharedNames)
    {
        (ClientManifest manifest, IReadOnlyList<PropertyLoss> losses, IReadOnlyList<FieldError> missing) = translation.Translate(client);
        var item = new CopyItem
        {
            SourceId = client.ClientId,
            ClientName = client.Metadata.ClientName,
            Manifest = manifest,
            Losses = losses,
        };
        if (_copies[client.ClientId].LastOrDefault(k => _there.ContainsKey(k.TargetId)) is { } known)
        {
            return item with { ExistingId = known.TargetId, Mapping = known };
        }

        OAuthClient[] named = [.. _byName[client.Metadata.ClientName]];
        if (named.Length == 1 && !sharedNames.Contains(client.Metadata.ClientName))
        {
            return item with { ExistingId = named[0].ClientId, IsUnfinished = IsUnfinished(manifest, named[0]) };
        }

        return item with { Problems = [.. Problems(item, named.Length, missing)] };
    }

    // Only a client that is just what the copy would be is taken for a copy that was cut off before it was put out of use.
    private bool IsUnfinished(ClientManifest manifest, OAuthClient there) => manifest.Enabled == false && there.Enabled == true
        && target.Capabilities.FindChanges(there.Metadata, manifest.ApplyTo(there.Metadata, target.Capabilities)).Count == 0;

    private IEnumerable<ManifestProblem> Problems(CopyItem item, int named, IReadOnlyList<FieldError> missing)
    {
        if (named > 0)
        {
            yield return Problem(item, null, $"{target.Provider} has {named} of this client_name, or {source.Provider} has several, so that it cannot be told whether this one was copied; say so by a mapping, or rename one.");
        }

        if (named == 0 && _unreadable.Doubt is { } doubt)
        {
            yield return Problem(item, null, doubt);
        }

        foreach (FieldError error in missing)
        {
            yield return Problem(item, error.Name, $"{error.Message}; give a value for all copies that lack it.");
        }

        foreach (PropertyLoss loss in options.AllowLoss ? [] : item.Losses)
        {
            yield return Problem(item, loss.Name, $"would be lost: {loss.Reason}.");
        }
    }

    internal static ManifestProblem Problem(CopyItem item, string? property, string message) =>
        new(message) { Client = item.ClientName ?? item.SourceId, Property = property };
}
