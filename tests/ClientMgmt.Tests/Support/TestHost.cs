using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Support;

/// <summary>A sandbox and a library that is configured to talk to it.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestHost(ProviderCase provider, SandboxServer sandbox, ServiceProvider services) =>
        (Case, Sandbox, _services) = (provider, sandbox, services);

    public ProviderCase Case { get; }

    public SandboxServer Sandbox { get; }

    public IClientManagement Clients => _services.GetRequiredService<IClientManagement>();

    /// <summary>The requests that change something, since they were last cleared.</summary>
    public IEnumerable<SandboxRequest> Writes => Sandbox.Requests.Where(IsWrite);

    /// <summary>Whether a request changes something; Authlete rotates a secret by GET.</summary>
    public static bool IsWrite(SandboxRequest request) =>
        request.Method != "GET" || request.Target.Contains("/secret/refresh/", StringComparison.Ordinal);

    public static async Task<TestHost> StartAsync(
        ProviderCase provider,
        Action<Dictionary<string, string?>>? change = null,
        TimeProvider? time = null,
        Watch? watch = null,
        string name = "test")
    {
        SandboxServer sandbox = await SandboxServer.StartAsync(
            time is null ? provider.Sandbox : provider.Sandbox with { TimeProvider = time });
        return new TestHost(provider, sandbox, Library(provider, sandbox, change, time, watch, name));
    }

    /// <summary>A library of its own, which has asked the sandbox for nothing yet.</summary>
    public static ServiceProvider Library(
        ProviderCase provider,
        SandboxServer sandbox,
        Action<Dictionary<string, string?>>? change = null,
        TimeProvider? time = null,
        Watch? watch = null,
        string name = "test")
    {
        Dictionary<string, string?> settings = provider.Settings(sandbox.BaseAddress);
        change?.Invoke(settings);
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(s => KeyValuePair.Create($"ClientManagement:Providers:{watch?.Provider ?? name}:{s.Key}", s.Value))).Build();
        IServiceCollection services = new ServiceCollection().WithoutHandlerTimers();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        watch?.AddTo(services);
        services.AddClientManagement(configuration.GetSection("ClientManagement"));
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Whether clients can be disabled.</summary>
    public bool HasSwitch => Clients.Capabilities.Supports(ClientOperation.Disable);

    public Task<OAuthClient> CreateAsync(string? name = null) =>
        Clients.CreateAsync(SampleMetadata.For(Clients.Capabilities) with { ClientName = name ?? "Portable client" });

    /// <summary>Puts clients into the server, and where they have keys these into the library's store; in the order of lists.</summary>
    public async Task<IReadOnlyList<string>> SeedAsync(int count)
    {
        switch (Case.Backend)
        {
            case Backend.DocSpace:
                return [.. Sandbox.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, count).Reverse()];
            case Backend.DynamicRegistration:
                ClientRegistrations known = _services.FindClientRegistrations(Clients.Provider)!;
                IReadOnlyList<string> ids = Sandbox.DynamicRegistration.Seed(count);
                foreach (string id in ids)
                {
                    await known.Store.SaveAsync(known.Server, new ClientRegistration
                    {
                        ClientId = id,
                        ClientUri = new Uri($"{Sandbox.DynamicRegistration.RegistrationEndpoint}/{id}"),
                        AccessToken = new Secret(Sandbox.DynamicRegistration.FindToken(id)!),
                        SavedAt = DateTimeOffset.UnixEpoch,
                    });
                }

                return [.. ids.Order(StringComparer.Ordinal)];
            default:
                return [.. Sandbox.Authlete.Seed(ServiceId, count).Select(id => $"{id}")];
        }
    }

    /// <summary>Lets the subject (on DocSpace, the caller) grant access to a client.</summary>
    public string? Grant(string clientId, params string[] scopes)
    {
        switch (Case.Backend)
        {
            case Backend.DocSpace:
                Sandbox.DocSpace.AddConsent(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, clientId, scopes);
                return null;
            case Backend.DynamicRegistration:
                return null;
            default:
                Sandbox.Authlete.AddGrant(ServiceId, long.Parse(clientId), ProviderCase.Subject, scopes);
                return ProviderCase.Subject;
        }
    }

    public string ServiceId =>
        Case.Backend == Backend.AuthleteV2 ? SandboxDefaults.ServiceApiKey : SandboxDefaults.ServiceId;

    /// <summary>What the server has stored, as JSON text.</summary>
    public System.Text.Json.Nodes.JsonObject Stored(string clientId) => Case.Backend switch
        {
            Backend.DocSpace => Sandbox.DocSpace.FindClient(SandboxDefaults.Portal, clientId),
            Backend.DynamicRegistration => Sandbox.DynamicRegistration.FindClient(clientId),
            _ => Sandbox.Authlete.FindClient(ServiceId, long.Parse(clientId)),
        }
        ?? throw new AssertionException($"The sandbox has no client {clientId}.");

    /// <summary>Removes all clients, and what the library knows of them.</summary>
    public async Task ResetAsync()
    {
        Sandbox.Reset();
        if (_services.FindClientRegistrations(Clients.Provider) is not { } known)
        {
            return;
        }

        foreach (RegistrationEntry entry in await known.Store.ListAsync(known.Server))
        {
            await known.Store.RemoveAsync(known.Server, entry.ClientId);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
