namespace ClientMgmt.Manifests;

/// <summary>Does what a plan to copy says.</summary>
internal sealed class Copier(IClientManagement target, CopyPlan plan, CopyOptions options)
{
    private readonly ClientWriter _writer = new(target);
    private Newcomers? _newcomers;

    public async Task<IReadOnlyList<CopyResult>> RunAsync(CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrency, 1);
        _newcomers = await Newcomers.FindAsync(target, plan, options, cancellationToken).ConfigureAwait(false);
        var queue = new WorkQueue<CopyResult>(options.MaxConcurrency, options.ContinueOnError, options.OnResult);
        CopyResult[] results = await queue.RunAsync(
            plan.Items,
            item => RunAsync(item, cancellationToken),
            item => new CopyResult(item, ApplyStatus.Skipped) { Message = Failures.Skipped(cancellationToken) },
            result => result.Status != ApplyStatus.Done,
            cancellationToken).ConfigureAwait(false);
        queue.ThrowIfNotReported(results);
        return results;
    }

    private async Task<CopyResult> RunAsync(CopyItem item, CancellationToken cancellationToken)
    {
        if (item.Problems.Count > 0)
        {
            return new CopyResult(item, ApplyStatus.Failed) { Message = string.Join(" ", item.Problems) };
        }

        OAuthClient? created = null;
        try
        {
            if (_newcomers!.CopyOf(item) is { } copy)
            {
                // Whoever made it has also set its secret.
                return new CopyResult(item with { ExistingId = copy.TargetId, Mapping = copy, KeptSecret = null }, ApplyStatus.Done) { Mapping = copy };
            }

            if (item.ExistingId is not null)
            {
                return await FinishAsync(item, cancellationToken).ConfigureAwait(false);
            }

            StoredClient stored = await StoredClient.OfAsync(target.CreateAsync(
                item.Manifest.ApplyTo(new ClientMetadata(), target.Capabilities), cancellationToken)).ConfigureAwait(false);
            created = stored.Client;
            IReadOnlyList<string> notStored = await _writer.FinishAsync(
                stored, item.Manifest.Enabled, now => item.Manifest.ApplyTo(now, target.Capabilities), cancellationToken)
                .ConfigureAwait(false);
            if (await TrySetSecretAsync(item, created, cancellationToken).ConfigureAwait(false) is { } error)
            {
                return SecretNotSet(item, created, notStored, error);
            }

            created = created with { ClientSecret = item.KeptSecret ?? created.ClientSecret };
            bool isDone = notStored.Count == 0 || options.AllowLoss;
            return new CopyResult(item, isDone ? ApplyStatus.Done : ApplyStatus.Failed)
            {
                Mapping = Map(item, created),
                NotStored = notStored,
                Message = isDone ? null : Failures.NotStored(notStored),
            };
        }
        catch (Exception e)
        {
            (ApplyStatus status, string message) = Failures.Explain(
                item.ExistingId is null ? ChangeKind.Create : ChangeKind.Change, e, created is not null, cancellationToken);
            return new CopyResult(item, status) { Mapping = created is null ? null : Map(item, created), Message = message, Error = e };
        }
    }

    private async Task<CopyResult> FinishAsync(CopyItem item, CancellationToken cancellationToken)
    {
        if (item.KeptSecret is { } secret)
        {
            await target.SetSecretAsync(item.ExistingId!, secret, cancellationToken).ConfigureAwait(false);
        }

        if (item.Mapping is { } known)
        {
            return new CopyResult(item, ApplyStatus.Done) { Mapping = known with { Secret = item.KeptSecret ?? known.Secret } };
        }

        if (item.IsUnfinished)
        {
            await target.DisableAsync(item.ExistingId!, cancellationToken).ConfigureAwait(false);
        }

        // The secret of a client that somebody else made is not for the mapping.
        OAuthClient client = await target.GetAsync(item.ExistingId!, cancellationToken).ConfigureAwait(false);
        CopyMapping mapping = Map(item, client);
        return new CopyResult(item, ApplyStatus.Done) { Mapping = item.IsUnfinished ? mapping : mapping with { Secret = item.KeptSecret } };
    }

    private async Task<Exception?> TrySetSecretAsync(CopyItem item, OAuthClient created, CancellationToken cancellationToken)
    {
        try
        {
            await (item.KeptSecret is { } secret ? target.SetSecretAsync(created.ClientId, secret, cancellationToken) : Task.CompletedTask)
                .ConfigureAwait(false);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    // A new plan finds out which secret it has, if no answer told.
    private CopyResult SecretNotSet(CopyItem item, OAuthClient created, IReadOnlyList<string> notStored, Exception error) =>
        new(item, ApplyStatus.Failed)
        {
            Mapping = Map(item, created),
            NotStored = [.. notStored, "client_secret"],
            Message = $"The client was created as {created.ClientId}, but is not certain to have the secret of the source; run this again to set it. {error.Message}",
            Error = error,
        };

    private CopyMapping Map(CopyItem item, OAuthClient client) =>
        new(plan.Source, item.SourceId, plan.Target, client.ClientId, client.ClientSecret);
}
