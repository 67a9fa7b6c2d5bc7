namespace ClientMgmt.Manifests;

/// <summary>Finds the client that each manifest is about, by its id or its name, and never guesses.</summary>
internal sealed class ClientMatcher(
    IClientManagement clients, IReadOnlyList<ClientManifest> manifests, PlanOptions options, List<ManifestProblem> problems)
{
    private readonly UnreadableClients _unreadable = new();

    private readonly HashSet<ClientManifest> _unclear = new(ReferenceEqualityComparer.Instance);

    private StringComparer Ids => clients.Capabilities.ClientIdComparer;

    /// <summary>Whether it could not be found out which client a manifest is about.</summary>
    public bool IsUnclear(ClientManifest manifest) => _unclear.Contains(manifest);

    /// <summary>The client of each manifest, or null; and the clients that none is about, if they are to be deleted.</summary>
    public async Task<(OAuthClient?[] Found, IReadOnlyList<OAuthClient> Unmanaged)> MatchAsync(CancellationToken cancellationToken)
    {
        CheckNames();
        (OAuthClient?[] found, IReadOnlyList<OAuthClient> rest) = options.Prune || manifests.Any(m => m.ClientId is null)
            ? await MatchInListAsync(cancellationToken).ConfigureAwait(false)
            : (await ReadEachAsync(cancellationToken).ConfigureAwait(false), []);
        CheckDoubles(found);
        return (found, rest);
    }

    private void CheckNames()
    {
        foreach ((ClientManifest manifest, string message) in ManifestRules.FindSameNames(manifests))
        {
            Add(manifest, message);
        }
    }

    private async Task<OAuthClient?[]> ReadEachAsync(CancellationToken cancellationToken)
    {
        var found = new List<OAuthClient?>();
        await foreach (OAuthClient? client in ClientReader.InOrderAsync(
            manifests, options.MaxConcurrency, TryGetAsync, cancellationToken).ConfigureAwait(false))
        {
            found.Add(client);
        }

        return [.. found];
    }

    private async Task<OAuthClient?> TryGetAsync(ClientManifest manifest, CancellationToken cancellationToken)
    {
        try
        {
            return await clients.GetAsync(manifest.ClientId!, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ClientNotFoundException or ArgumentException)
        {
            AddMissing(manifest);
            return null;
        }
    }

    private async Task<(OAuthClient?[], IReadOnlyList<OAuthClient>)> MatchInListAsync(CancellationToken cancellationToken)
    {
        HashSet<string> ids = manifests.Select(m => m.ClientId).OfType<string>().ToHashSet(Ids);
        HashSet<string> names = manifests.Where(m => m.ClientId is null).Select(m => m.ClientName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var byId = new Dictionary<string, OAuthClient>(Ids);
        var byName = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var rest = new List<OAuthClient>();
        await foreach (OAuthClient client in clients.ListAsync(_unreadable.Options, cancellationToken).ConfigureAwait(false))
        {
            bool isNamed = client.Metadata.ClientName is { } name && names.Contains(name);
            if (isNamed)
            {
                ListOf(byName, client.Metadata.ClientName!).Add(client.ClientId);
            }

            if (isNamed || ids.Contains(client.ClientId))
            {
                byId[client.ClientId] = client;
            }
            else if (options.Prune)
            {
                // Beyond the limit the plan is refused, and only the number and the names count.
                rest.Add(rest.Count < options.MaxDeletes ? client : new OAuthClient
                {
                    ClientId = client.ClientId,
                    Enabled = client.Enabled ?? true,
                    Metadata = new ClientMetadata { ClientName = client.Metadata.ClientName },
                });
            }
        }

        string?[] matches = [.. manifests.Select(m => Match(m, byId, byName))];
        var complete = await CompleteAsync(byId.Values.Concat(rest), cancellationToken).ConfigureAwait(false);
        return (
            [.. matches.Select(id => id is null ? null : complete[id])],
            [.. rest.Select(c => complete[c.ClientId])]);
    }

    private string? Match(
        ClientManifest manifest, Dictionary<string, OAuthClient> byId, Dictionary<string, List<string>> byName)
    {
        if (manifest.ClientId is { } id)
        {
            if (byId.ContainsKey(id))
            {
                return id;
            }

            AddMissing(manifest);
            return null;
        }

        if (manifest.ClientName is not { Length: > 0 } name)
        {
            Add(manifest, "it is not said which client is meant: give client_id or client_name.");
            return null;
        }

        List<string> named = byName.GetValueOrDefault(name, []);
        if (named.Count > 1)
        {
            named.Sort(StringComparer.Ordinal);
            Add(manifest, $"{named.Count} clients have this client_name ({string.Join(", ", named.Take(5))}); say by client_id which one is meant.");
        }

        if (named.Count == 0 && _unreadable.Doubt is { } doubt)
        {
            Add(manifest, doubt);
        }

        return named.Count == 1 ? named[0] : null;
    }

    private async Task<Dictionary<string, OAuthClient>> CompleteAsync(
        IEnumerable<OAuthClient> listed, CancellationToken cancellationToken)
    {
        var complete = new Dictionary<string, OAuthClient>(Ids);
        await foreach (OAuthClient client in ClientReader.InOrderAsync(
            listed, options.MaxConcurrency, (c, token) => ClientReader.CompleteAsync(clients, c, token).AsTask(), cancellationToken)
            .ConfigureAwait(false))
        {
            complete[client.ClientId] = client;
        }

        return complete;
    }

    private void CheckDoubles(OAuthClient?[] found)
    {
        foreach (var same in manifests.Zip(found).Where(p => p.Second is not null).GroupBy(p => p.Second!.ClientId, Ids))
        {
            foreach ((ClientManifest manifest, OAuthClient? client) in same.Skip(1).Where(p => !_unclear.Contains(p.First)))
            {
                Add(manifest, ManifestRules.SameClient(client!.ClientId, same.First().First));
            }
        }
    }

    private void AddMissing(ClientManifest manifest) => Add(
        manifest,
        $"there is no client {manifest.ClientId} on {clients.Provider}. Its id cannot be chosen: leave client_id out to have a client created.");

    private void Add(ClientManifest manifest, string message)
    {
        lock (problems)
        {
            _unclear.Add(manifest);
            problems.Add(new ManifestProblem(message, manifest.Location) { Client = manifest.DisplayName });
        }
    }

    private static List<string> ListOf(Dictionary<string, List<string>> lists, string key)
    {
        if (!lists.TryGetValue(key, out List<string>? list))
        {
            lists[key] = list = [];
        }

        return list;
    }
}
