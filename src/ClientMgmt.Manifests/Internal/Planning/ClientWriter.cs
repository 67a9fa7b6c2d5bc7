namespace ClientMgmt.Manifests;

/// <summary>Writes one client so that it is what its manifest says, and finds out whether it is.</summary>
internal sealed class ClientWriter(IClientManagement clients)
{
    private Capabilities Capabilities => clients.Capabilities;

    /// <summary>Puts the rest of a new client right: what its creation could not say, or did not do.</summary>
    /// <returns>The properties that the server stores otherwise all the same.</returns>
    public async Task<IReadOnlyList<string>> FinishAsync(
        ClientManifest manifest, OAuthClient created, CancellationToken cancellationToken)
    {
        if (manifest.Enabled == false && created.Enabled != false)
        {
            await clients.DisableAsync(created.ClientId, cancellationToken).ConfigureAwait(false);
        }

        return await SettleAsync(manifest, created, _ => true, cancellationToken).ConfigureAwait(false);
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

        IReadOnlyList<string> notStored = change.ChangedMetadata.Count == 0
            ? []
            : await UpdateAsync(change, cancellationToken).ConfigureAwait(false);
        if (change.EnabledAfter == true && !isEnabled)
        {
            await clients.EnableAsync(id, cancellationToken).ConfigureAwait(false);
        }

        return notStored;
    }

    private async Task<IReadOnlyList<string>> UpdateAsync(ClientChange change, CancellationToken cancellationToken)
    {
        ClientMetadata? seen = null;
        OAuthClient stored = await clients.UpdateAsync(
            change.ClientId!,
            now =>
            {
                EnsureNoDrift(change, now);
                seen = now;
                return Drift.Apply(change, now);
            },
            cancellationToken).ConfigureAwait(false);

        // What had been changed by somebody else already, and is not a part of the plan, stays for the next plan to show.
        HashSet<string> drifted = [.. Missing(change.Manifest!, seen!).Except(change.ChangedMetadata)];
        return await SettleAsync(change.Manifest!, stored, name => !drifted.Contains(name), cancellationToken).ConfigureAwait(false);
    }

    // A change may alter another property: on Authlete, the method of authentication decides the type of the client. What the
    // manifest says of that one then needs a second request.
    private async Task<IReadOnlyList<string>> SettleAsync(
        ClientManifest manifest, OAuthClient stored, Func<string, bool> isOurs, CancellationToken cancellationToken)
    {
        string[] missing = [.. Missing(manifest, stored.Metadata).Where(isOurs)];
        if (missing.Length == 0
            || Capabilities.CheckUpdate(stored.Metadata, Wanted(manifest, stored.Metadata, missing)).Count > 0)
        {
            return missing;
        }

        OAuthClient again = await clients.UpdateAsync(
            stored.ClientId, now => Wanted(manifest, now, missing), cancellationToken).ConfigureAwait(false);
        return [.. Missing(manifest, again.Metadata).Where(isOurs)];
    }

    private IReadOnlyList<string> Missing(ClientManifest manifest, ClientMetadata now) =>
        Capabilities.FindChanges(now, manifest.ApplyTo(now, Capabilities));

    private ClientMetadata Wanted(ClientManifest manifest, ClientMetadata now, IEnumerable<string> names) =>
        Drift.Set(now, manifest.ApplyTo(now, Capabilities), names);

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
