using ClientMgmt.Benchmarks.Contestants.Generated.Authlete;

namespace ClientMgmt.Benchmarks.Contestants.Authlete;

/// <summary>The bare client that NSwag writes, with its types of all properties.</summary>
internal sealed class GeneratedAuthlete(HttpClient http) : IContestant
{
    private readonly AuthleteV3Client _api = new(http);

    public string Name => "NSwag";

    public Task GetAsync(string clientId) => _api.GetClientAsync(Api.ServiceId, clientId);

    public Task CreateAsync() => _api.CreateClientAsync(Api.ServiceId, new Client
    {
        ClientName = AuthleteClient.New.ClientName,
        Description = AuthleteClient.New.Description,
        ClientType = AuthleteClient.New.ClientType,
        ClientUri = AuthleteClient.New.ClientUri,
        LogoUri = AuthleteClient.New.LogoUri,
        TokenAuthMethod = AuthleteClient.New.TokenAuthMethod,
        RedirectUris = AuthleteClient.New.RedirectUris,
        GrantTypes = AuthleteClient.New.GrantTypes,
        ResponseTypes = AuthleteClient.New.ResponseTypes,
    });

    public Task PageAsync() => _api.ListClientsAsync(Api.ServiceId, null, 0, 100);

    public async Task ListAsync(Action read)
    {
        int start = 0;
        ClientGetListResponse page;
        do
        {
            page = await _api.ListClientsAsync(Api.ServiceId, null, start, start + 100);
            foreach (Client unused in page.Clients!)
            {
                read();
            }

            start += 100;
        }
        while (start < page.TotalCount);
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }
}
