namespace ClientMgmt.Manifests;

/// <summary>Writes one client so that it is what its manifest says, and finds out whether it is.</summary>
internal sealed class ClientWriter(IClientManagement clients)
{
    private Capabilities Capabilities => clients.Capabilities;

    /// <summary>Puts the rest of a new client right: what its creation could not say, or did not do.</summary>
    /// <returns>The properties that the server stores otherwise all the same.</returns>
    /// <param name="created">The new client.</param>
    /// <param name="enabled">Whether it is to be in use; null leaves it as it is.</param>
    /// <param name="wish">What metadata become if they are to be as asked.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task<IReadOnlyList<string>> FinishAsync(
        StoredClient created, bool? enabled, Func<ClientMetadata, ClientMetadata> wish, CancellationToken cancellationToken)
    {
        if (enabled == false && created.Client.Enabled != false)
        {
            await clients.DisableAsync(created.Client.ClientId, cancellationToken).ConfigureAwait(false);
        }

        return await SettleAsync(wish, created, _ => true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a planned change.</summary>
    /// <returns>The properties that the server stores otherwise all the same.</returns>
    /// <exception cref="DriftException">Somebody else has changed the client.</exception>
    public async Task<IReadOnlyList<string>> ChangeAsync(ClientChange change, CancellationToken cancellationToken)
    {
        string id = change.ClientId!;
        bool isEnabled = true;
        if (change.EnabledAfter is not null)
        {
            OAuthClient now = await clients.GetAsync(id, cancellationToken).ConfigureAwait(false);
            EnsureNoDrift(change, now.Metadata);
            isEnabled = now.Enabled ?? true;
        }

        // What is to be out of use goes out of use first, and what is to be in use is changed before.
        if (change.EnabledAfter == false && isEnabled)
        {
            await clients.DisableAsync(id, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<string> notStored = change.ChangedMetadata.Any()
            ? await UpdateAsync(change, cancellationToken).ConfigureAwait(false)
            : [];
        if (change.EnabledAfter == true && !isEnabled)
        {
            await clients.EnableAsync(id, cancellationToken).ConfigureAwait(false);
        }

        return notStored;
    }

    private async Task<IReadOnlyList<string>> UpdateAsync(ClientChange change, CancellationToken cancellationToken)
    {
        ClientMetadata? seen = null;
        StoredClient stored = await StoredClient.OfAsync(clients.UpdateAsync(
            change.ClientId!,
            now =>
            {
                EnsureNoDrift(change, now);
                seen = now;
                return Drift.Apply(change, now);
            },
            cancellationToken)).ConfigureAwait(false);

        // What had been changed by somebody else already, and is not a part of the plan, stays for the next plan to show.
        HashSet<string> drifted = [.. Missing(Wish, seen!).Except(change.ChangedMetadata)];
        return await SettleAsync(Wish, stored, name => !drifted.Contains(name), cancellationToken).ConfigureAwait(false);

        ClientMetadata Wish(ClientMetadata now) => change.ApplyTo(now, Capabilities);
    }

    // A change may alter another property: on Authlete, the method of authentication decides the type of the client. What the
    // manifest says of that one then needs a second request. Whether what is sent is stored, the library judges: a server may
    // write a value in another way.
    private async Task<IReadOnlyList<string>> SettleAsync(
        Func<ClientMetadata, ClientMetadata> wish, StoredClient first, Func<string, bool> isOurs, CancellationToken cancellationToken)
    {
        ClientMetadata stored = first.Client.Metadata;
        string[] missing = [.. Missing(wish, stored).Where(isOurs)];
        if (missing.Length == 0 || Capabilities.CheckUpdate(stored, Drift.Set(stored, wish(stored), missing)).Count > 0)
        {
            return missing;
        }

        StoredClient second = await StoredClient.OfAsync(clients.UpdateAsync(
            first.Client.ClientId, now => Drift.Set(now, wish(now), missing), cancellationToken)).ConfigureAwait(false);
        return [.. Missing(wish, second.Client.Metadata).Where(isOurs).Where(name => second.NotStored.Contains(name) || !missing.Contains(name))];
    }

    private IReadOnlyList<string> Missing(Func<ClientMetadata, ClientMetadata> wish, ClientMetadata now) =>
        Capabilities.FindChanges(now, wish(now));

    private void EnsureNoDrift(ClientChange change, ClientMetadata now)
    {
        IReadOnlyList<string> drift = Drift.Find(Capabilities, change, now);
        if (drift.Count > 0)
        {
            throw new DriftException(
                $"Somebody else has changed {string.Join(", ", drift)} since the plan was made; make a new plan. Nothing of the client was changed.");
        }
    }
}
