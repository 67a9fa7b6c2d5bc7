using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Demo;

/// <summary>Removes what a run made at a backend that is somebody's, and nothing else.</summary>
/// <param name="run">The run.</param>
/// <param name="known">Where the keys to its clients are kept; null if they have none.</param>
/// <param name="rescue">Keeps a key elsewhere, and says where.</param>
internal sealed class DemoCleaner(DemoRun run, ClientRegistrations? known, Func<RegistrationNotStoredException, string> rescue)
{
    /// <param name="errors">What the steps threw: some errors carry the only key to a client.</param>
    /// <param name="cancellationToken">Ends the trying.</param>
    /// <returns>What is left behind, a line each.</returns>
    public async Task<IReadOnlyList<string>> CleanAsync(IEnumerable<Exception?> errors, CancellationToken cancellationToken)
    {
        var left = new List<string>();
        var ids = new HashSet<string>(run.Made, StringComparer.Ordinal);
        foreach (RegistrationNotStoredException lost in errors.OfType<RegistrationNotStoredException>())
        {
            if (await StoreAsync(lost).ConfigureAwait(false) is { } problem)
            {
                left.Add(problem);
                ids.Remove(lost.Registration.ClientId);
            }
        }

        if (run.MayHaveMadeMore && await FindMoreAsync(ids, cancellationToken).ConfigureAwait(false) is { } unsure)
        {
            left.Add(unsure);
        }

        foreach (string id in ids)
        {
            if (await RemoveAsync(id, cancellationToken).ConfigureAwait(false) is { } problem)
            {
                left.Add(problem);
            }
        }

        return left;
    }

    private async Task<string?> StoreAsync(RegistrationNotStoredException lost)
    {
        try
        {
            await known!.Store.SaveAsync(known.Server, lost.Registration).ConfigureAwait(false);
            return null;
        }
        catch (Exception e)
        {
            return $"client {lost.Registration.ClientId}, whose key could not be stored: {PlainText.OneLine(e.Message)}{rescue(lost)}";
        }
    }

    // A creation that was cut off told no id, but the name is one that nobody else has.
    private async Task<string?> FindMoreAsync(HashSet<string> ids, CancellationToken cancellationToken)
    {
        string reason = "the provider has no list";
        int before = ids.Count;
        try
        {
            if (run.Clients.Capabilities.Supports(ClientOperation.List))
            {
                foreach (OAuthClient client in await run.Clients.ListAsync(DemoRun.AllReadable, cancellationToken).ReadAllAsync().ConfigureAwait(false))
                {
                    if (run.IsOwn(client))
                    {
                        ids.Add(client.ClientId);
                    }
                }

                if (ids.Count > before || known is null)
                {
                    return null;
                }

                reason = "without an answer there is no key to it";
            }
        }
        catch (Exception e) when (e is ClientManagementException or OperationCanceledException)
        {
            reason = PlainText.OneLine(e.Message);
        }

        return $"perhaps a client whose name begins with '{run.Name("")}': a creation was cut off, and {reason}";
    }

    private async Task<string?> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await run.Clients.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ClientNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is ClientManagementException or OperationCanceledException)
        {
            return $"client {id}: {PlainText.OneLine(e.Message)}";
        }
    }
}
