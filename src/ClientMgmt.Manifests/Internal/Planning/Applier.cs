namespace ClientMgmt.Manifests;

/// <summary>Does what a plan says.</summary>
internal sealed class Applier(IClientManagement clients, ManifestPlan plan, ApplyOptions options)
{
    private readonly ClientWriter _writer = new(clients);
    private readonly WorkQueue<ApplyResult> _queue = new(options.MaxConcurrency, options.ContinueOnError, options.OnResult);
    private HashSet<string> _taken = [];

    public async Task<IReadOnlyList<ApplyResult>> ApplyAsync(CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrency, 1);
        ClientChange[] todo = [.. plan.Changes.Where(c => c.Kind != ChangeKind.Unchanged)];
        if (todo.Any(c => c.Kind == ChangeKind.Create))
        {
            _taken = await FindTakenNamesAsync(todo, cancellationToken).ConfigureAwait(false);
        }

        ApplyResult[] first = await RunAsync(todo.Where(c => c.Kind != ChangeKind.Delete), cancellationToken).ConfigureAwait(false);
        ApplyResult[] last = await RunAsync(todo.Where(c => c.Kind == ChangeKind.Delete), cancellationToken).ConfigureAwait(false);
        ApplyResult[] results = [.. first, .. last];
        _queue.ThrowIfNotReported(results);
        return results;
    }

    private Task<ApplyResult[]> RunAsync(IEnumerable<ClientChange> changes, CancellationToken cancellationToken) => _queue.RunAsync(
        [.. changes],
        change => RunAsync(change, cancellationToken),
        change => Skipped(change, cancellationToken),
        result => result.Status is not ApplyStatus.Done,
        cancellationToken);

    // A client of the name may have come since the plan was made, from a run that was cut off for one.
    private async Task<HashSet<string>> FindTakenNamesAsync(ClientChange[] todo, CancellationToken cancellationToken)
    {
        HashSet<string> names = [.. todo.Where(c => c.Kind == ChangeKind.Create).Select(c => c.ClientName!)];
        try
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            await foreach (OAuthClient client in clients.ListAsync(new UnreadableClients().Options, cancellationToken).ConfigureAwait(false))
            {
                if (client.Metadata.ClientName is { } name && names.Contains(name))
                {
                    taken.Add(name);
                }
            }

            return taken;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    private async Task<ApplyResult> RunAsync(ClientChange change, CancellationToken cancellationToken)
    {
        OAuthClient? created = null;
        try
        {
            switch (change.Kind)
            {
                case ChangeKind.Create when _taken.Contains(change.ClientName!):
                    throw new DriftException("A client of this name has come since the plan was made; make a new plan.");
                case ChangeKind.Create:
                    StoredClient stored = await StoredClient.OfAsync(clients.CreateAsync(change.After, cancellationToken)).ConfigureAwait(false);
                    created = stored.Client;
                    return Result(change, created, await _writer.FinishAsync(
                        stored, change.EnabledAfter, now => change.ApplyTo(now, clients.Capabilities), cancellationToken).ConfigureAwait(false));
                case ChangeKind.Change:
                    return Result(change, null, await _writer.ChangeAsync(change, cancellationToken).ConfigureAwait(false));
                default:
                    await DeleteAsync(change, cancellationToken).ConfigureAwait(false);
                    return new ApplyResult(change, ApplyStatus.Done);
            }
        }
        catch (Exception e)
        {
            return Failures.Of(new ApplyResult(change, ApplyStatus.Failed), change.Kind, e, created is not null, cancellationToken) with
            {
                ClientId = created?.ClientId ?? change.ClientId,
                Secret = created?.ClientSecret,
            };
        }
    }

    private async Task DeleteAsync(ClientChange change, CancellationToken cancellationToken)
    {
        try
        {
            OAuthClient now = await clients.GetAsync(change.ClientId!, cancellationToken).ConfigureAwait(false);
            if ((string[])[.. clients.Capabilities.FindChanges(change.Before, Drift.Comparable(change, now.Metadata)), .. Drift.OfClient(change, now)] is { Length: > 0 } drift)
            {
                throw new DriftException(
                    $"Somebody else has changed {string.Join(", ", drift)} since the plan was made; make a new plan. The client was not deleted.");
            }

            await clients.DeleteAsync(change.ClientId!, cancellationToken).ConfigureAwait(false);
        }
        catch (ClientNotFoundException)
        {
            // Gone is gone, whoever deleted it.
        }
    }

    private static ApplyResult Result(ClientChange change, OAuthClient? created, IReadOnlyList<string> notStored) =>
        new(change, notStored.Count == 0 ? ApplyStatus.Done : ApplyStatus.Failed)
        {
            ClientId = created?.ClientId ?? change.ClientId,
            Secret = created?.ClientSecret,
            NotStored = notStored,
            Message = notStored.Count == 0 ? null : Failures.NotStored(notStored),
        };

    private static ApplyResult Skipped(ClientChange change, CancellationToken cancellationToken) => new(change, ApplyStatus.Skipped)
    {
        Message = Failures.Skipped(cancellationToken),
    };
}
