namespace ClientMgmt.Manifests;

/// <summary>
/// What has come to the target since a copy was planned, from another copy for example. Without a look at that, each client would
/// be there twice.
/// </summary>
internal sealed class Newcomers
{
    private readonly Dictionary<string, CopyMapping> _copies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private Newcomers()
    {
    }

    public static async Task<Newcomers> FindAsync(
        IClientManagement target, CopyPlan plan, CopyOptions options, CancellationToken cancellationToken)
    {
        var found = new Newcomers();
        CopyItem[] todo = [.. plan.Items.Where(i => i.Mapping is null && i.Problems.Count == 0)];
        if (todo.Length == 0)
        {
            return found;
        }

        // By now, the caller may know more than when it made the plan.
        CopyMapping[] known = [.. options.Known.Where(k => k.SourceProvider == plan.Source && k.TargetProvider == plan.Target)];
        ILookup<string, CopyMapping> byTarget = known.ToLookup(k => k.TargetId, target.Capabilities.ClientIdComparer);
        ILookup<string, CopyItem> bySource = todo.ToLookup(i => i.SourceId, plan.SourceIdComparer);
        HashSet<string> names = [.. todo.Select(i => i.ClientName).OfType<string>()];
        try
        {
            await foreach (OAuthClient client in TargetClients.ReadAsync(
                target, new UnreadableClients(), known.Select(k => k.TargetId), cancellationToken).ConfigureAwait(false))
            {
                foreach (CopyMapping copy in byTarget[client.ClientId])
                {
                    foreach (CopyItem item in bySource[copy.SourceId])
                    {
                        found._copies[item.SourceId] = copy;
                    }
                }

                // The copy of one client may have the name of another.
                if (client.Metadata.ClientName is { } name && names.Contains(name) && !byTarget.Contains(client.ClientId))
                {
                    found._names.Add(name);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Then nothing is begun either.
        }

        return found;
    }

    /// <summary>The copy of a client; null if there is none.</summary>
    /// <exception cref="DriftException">There is another client of its name.</exception>
    public CopyMapping? CopyOf(CopyItem item) => _copies.GetValueOrDefault(item.SourceId)
        ?? (item is { ExistingId: null, ClientName: { } name } && _names.Contains(name)
            ? throw new DriftException("A client of this name has come to the target since the plan was made; make a new plan.")
            : null);
}
