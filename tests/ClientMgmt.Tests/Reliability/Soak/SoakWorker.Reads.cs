namespace ClientMgmt.Tests.Reliability;

// What only reads. Every answer has to be what the model says.
internal sealed partial class SoakWorker
{
    // DocSpace gives 50 at most, after a cursor. On Authlete all clients are on one page: there, one that another caller
    // deletes meanwhile moves the rest of the list, and what comes to stand on a page that was read already is not told.
    private readonly int _pageSize = clients.Capabilities.Supports(ClientOperation.SetSecret) ? 100 : 50;

    private Task GetAsync(SoakState client)
    {
        report.Begin(1);
        return report.ReadAsync(async () => Expect(
            "Reading", client, SoakState.From(await clients.GetAsync(client.Id), client.IsGranted)));
    }

    // The clients of others come and go meanwhile.
    private Task ListAsync()
    {
        report.Begin(store.IsReadOneByOne ? 0 : 1);
        return report.ReadAsync(async () =>
        {
            List<OAuthClient> all = await clients.ListAsync(new ClientListOptions { PageSize = _pageSize }).ToListAsync();
            if (store.IsReadOneByOne)
            {
                report.ReadEach(all.Count);
            }
            else
            {
                report.NeedMore(Math.Max(0, (all.Count - 1) / _pageSize));
            }

            string prefix = _subject.Replace("user-", "w", StringComparison.Ordinal) + "-";
            string[] own = [.. all.Where(c => c.Metadata.ClientName!.StartsWith(prefix, StringComparison.Ordinal)).Select(c => c.ClientId).Order()];
            Expect(own.SequenceEqual(Model.Select(c => c.Id).Order()), $"A list holds {string.Join(' ', own)}");
        });
    }

    private Task GrantedAsync(SoakState client)
    {
        report.Begin(1);
        return report.ReadAsync(async () =>
        {
            GrantedScopes scopes = await clients.Grants.GetGrantedScopesAsync(client.Id, _asked);
            Expect(!client.IsGranted || scopes.Latest is ["openid"], $"The scopes of {client.Id} are {scopes}");
        });
    }

    private Task AuthorizedAsync()
    {
        report.Begin(1);
        return report.ReadAsync(async () =>
        {
            HashSet<string> all = await clients.Grants.ListAuthorizedClientsAsync(_asked).Select(c => c.ClientId).ToHashSetAsync();
            Expect(
                Model.All(c => c.IsGranted == all.Contains(c.Id)), $"The list of authorized clients holds {string.Join(' ', all)}");
        });
    }
}
