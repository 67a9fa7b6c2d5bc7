using ClientMgmt.Benchmarks.Contestants.Generated.DocSpace;

namespace ClientMgmt.Benchmarks.Contestants.DocSpace;

/// <summary>The bare client that NSwag writes, with its types of all properties.</summary>
internal sealed class GeneratedDocSpace(HttpClient http) : IContestant
{
    private readonly DocSpaceClient _api = new(http);

    public string Name => "NSwag";

    public Task GetAsync(string clientId) => _api.GetClientAsync(clientId);

    public Task CreateAsync() => _api.CreateClientAsync(new CreateClientRequest
    {
        Name = NewPortalClient.Default.Name,
        Description = NewPortalClient.Default.Description,
        Logo = NewPortalClient.Default.Logo,
        Website_url = NewPortalClient.Default.WebsiteUrl,
        Terms_url = NewPortalClient.Default.TermsUrl,
        Policy_url = NewPortalClient.Default.PolicyUrl,
        Logout_redirect_uri = NewPortalClient.Default.LogoutRedirectUri,
        Scopes = NewPortalClient.Default.Scopes,
        Redirect_uris = NewPortalClient.Default.RedirectUris,
        Allowed_origins = NewPortalClient.Default.AllowedOrigins,
    });

    public Task PageAsync() => _api.ListClientsAsync(50);

    public async Task ListAsync(Action read)
    {
        string? id = null, time = null;
        do
        {
            Generated.DocSpace.ClientPage page = await _api.ListClientsAsync(50, id, time);
            foreach (ClientResponse unused in page.Data!)
            {
                read();
            }

            (id, time) = (page.Last_client_id, page.Last_created_on);
        }
        while (id is not null);
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }
}
