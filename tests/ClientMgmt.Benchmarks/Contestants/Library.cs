using ClientMgmt.Benchmarks.Contestants.DocSpace;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Benchmarks.Contestants;

/// <summary>ClientMgmt as an application wires it up, with its default options.</summary>
internal sealed class Library : IContestant
{
    private readonly ServiceProvider _services;
    private readonly ClientMetadata _metadata;

    private Library(ServiceProvider services, IClientManagement clients, ClientMetadata metadata) =>
        (_services, Clients, _metadata) = (services, clients, metadata);

    public string Name => "ClientMgmt";

    public IClientManagement Clients { get; }

    /// <param name="backend">The vendor.</param>
    /// <param name="address">Where the API is.</param>
    /// <param name="customize">Changes the options and the HTTP client, for what an application may do as well.</param>
    public static Library Create(Backend backend, Uri address, Action<IHttpClientBuilder>? customize = null)
    {
        var services = new ServiceCollection();
        services.AddClientManagement(options => options.Providers["benchmark"] = Options(backend, address))
            .ConfigureHttpClient("benchmark", http => customize?.Invoke(http));
        ServiceProvider provider = services.BuildServiceProvider();
        return new Library(provider, provider.GetRequiredService<IClientManagement>(), Metadata(backend));
    }

    public Task GetAsync(string clientId) => Clients.GetAsync(clientId);

    public Task CreateAsync() => Clients.CreateAsync(_metadata);

    public Task PageAsync() => Clients.ListPageAsync();

    public async Task ListAsync(Action read)
    {
        await foreach (OAuthClient unused in Clients.ListAsync())
        {
            read();
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>All defaults but one: DocSpace's documented budget of 200 reads a minute would be all that is measured.</summary>
    public static ProviderOptions Options(Backend backend, Uri address) => new()
    {
        Backend = backend,
        BaseAddress = backend == Backend.DynamicRegistration ? null : address,
        ServiceId = backend == Backend.AuthleteV3 ? Api.ServiceId : null,
        AccessToken = backend == Backend.DynamicRegistration ? null : new Secret(Api.Token),
        RegistrationEndpoint = backend == Backend.DynamicRegistration ? new Uri(address, Api.Registration.Create) : null,
        RegistrationStore = backend == Backend.DynamicRegistration ? "memory" : null,
        Resilience = { RequestsPerMinute = { ["GET"] = 0, ["POST"] = 0, ["PUT"] = 0, ["DELETE"] = 0, ["*"] = 0 } },
    };

    /// <summary>What it creates, like the others.</summary>
    public static ClientMetadata Metadata(Backend backend)
    {
        var metadata = new ClientMetadata
        {
            ClientName = "Orders",
            ClientUri = "https://orders.example.com/",
            LogoUri = "https://orders.example.com/logo.png",
            TokenEndpointAuthMethod = ClientAuthenticationMethods.ClientSecretBasic,
            RedirectUris = ["https://orders.example.com/cb", "https://orders.example.com/silent"],
            GrantTypes = [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken],
            ResponseTypes = ["code"],
        };
        return backend switch
        {
            Backend.AuthleteV3 => metadata with { Description = "Takes orders" },
            Backend.DynamicRegistration => metadata with { Scope = "orders.read openid" },
            _ => new ClientMetadata
            {
                ClientName = metadata.ClientName,
                Description = "Takes orders",
                ClientUri = metadata.ClientUri,
                RedirectUris = metadata.RedirectUris,
                LogoUri = NewPortalClient.Default.Logo,
                TosUri = "https://orders.example.com/tos",
                PolicyUri = "https://orders.example.com/policy",
                PostLogoutRedirectUris = ["https://orders.example.com/bye"],
                Scope = "files:read openid",
                AllowedOrigins = ["https://orders.example.com"],
            },
        };
    }
}
