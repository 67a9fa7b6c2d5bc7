using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Cli.Options;

/// <summary>
/// Lets clients be called by their names where those are unique. An id wins: the names are looked at only where no client has the id,
/// so that somebody who gives ids pays for no list.
/// </summary>
internal sealed class ClientNames(Session session)
{
    private readonly Lock _gate = new();
    private Task<ILookup<string, string>>? _all;

    /// <summary>Does something with a client.</summary>
    /// <param name="text">Its id or its name.</param>
    /// <param name="action">What is done with the client of an id.</param>
    /// <returns>The id, and what the action gave.</returns>
    /// <exception cref="UsageException">Several clients have this name.</exception>
    public async Task<(string Id, T Result)> RunAsync<T>(string text, Func<string, Task<T>> action)
    {
        try
        {
            return (text, await action(text).ConfigureAwait(false));
        }
        catch (ClientNotFoundException) when (session.Clients.Capabilities.Supports(ClientOperation.List))
        {
            if (await FindAsync(text).ConfigureAwait(false) is not { } id)
            {
                throw;
            }

            return (id, await action(id).ConfigureAwait(false));
        }
    }

    /// <summary>The same for the one change of a command.</summary>
    public Task<(string Id, T Result)> ChangeAsync<T>(string text, Func<string, Task<T>> change) => RunAsync(text, async id =>
    {
        session.StartsToChange();
        try
        {
            return await change(id).ConfigureAwait(false);
        }
        catch (ClientNotFoundException)
        {
            session.HasNotChanged();
            throw;
        }
    });

    /// <summary>The same for a change that gives nothing.</summary>
    public async Task<string> ChangeAsync(string text, Func<string, Task> change) => (await ChangeAsync(text, async id =>
    {
        await change(id).ConfigureAwait(false);
        return true;
    }).ConfigureAwait(false)).Id;

    /// <summary>Finds the client that is meant, at the price of a read.</summary>
    public async Task<OAuthClient> GetAsync(string text) =>
        (await RunAsync(text, id => session.Clients.GetAsync(id, session.Token)).ConfigureAwait(false)).Result;

    /// <summary>The ids and the names of clients, as far as they are there.</summary>
    public async Task<IReadOnlyList<(string Id, string? Name)>> ResolveAsync(IReadOnlyList<string> texts)
    {
        var found = new List<(string, string?)>();
        foreach (string text in texts)
        {
            try
            {
                OAuthClient client = await GetAsync(text).ConfigureAwait(false);
                found.Add((client.ClientId, client.Metadata.ClientName));
            }
            catch (ClientNotFoundException)
            {
                // What is not there is told when it is to be changed.
                found.Add((text, null));
            }
        }

        return found;
    }

    private async Task<string?> FindAsync(string name)
    {
        Task<ILookup<string, string>> all;
        lock (_gate)
        {
            all = _all ??= ListAsync();
        }

        string[] ids = [.. (await all.ConfigureAwait(false))[name]];
        if (ids.Length > 1)
        {
            throw new UsageException($"several clients are named {name}: {string.Join(", ", ids)}; say which by its ID.");
        }

        if (ids.Length == 1)
        {
            session.View.Note($"{name} is client {ids[0]}.");
        }

        return ids.FirstOrDefault();
    }

    private async Task<ILookup<string, string>> ListAsync()
    {
        var all = new List<(string Name, string Id)>();
        var options = new ClientListOptions { OnUnreadable = static (_, _) => { } };
        await foreach (OAuthClient client in session.Clients.ListAsync(options, session.Token).ConfigureAwait(false))
        {
            if (client.Metadata.ClientName is { } name)
            {
                all.Add((name, client.ClientId));
            }
        }

        return all.ToLookup(c => c.Name, c => c.Id, StringComparer.Ordinal);
    }
}
