using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>The library over a server in memory, with a store that tells what was asked of it.</summary>
public sealed class RegistrationHost : IDisposable
{
    private readonly WireHost _host;

    public RegistrationHost(
        Action<ProviderOptions>? change = null, TimeProvider? time = null, Watch? watch = null, RecordingStore? store = null, int mostRequests = 1000)
    {
        Store = store ?? new RecordingStore();
        _host = WireHost.For(
            Backend.DynamicRegistration,
            p =>
            {
                (p.ManagementToken, p.RegistrationStoreCallback) = (null, _ => Store);
                change?.Invoke(p);
            },
            time: time,
            watch: watch).OnAny(Server.AnswerAsync).Expect(mostRequests);
    }

    public FakeServer Server { get; } = new();

    public RecordingStore Store { get; }

    public IClientManagement Clients => _host.Clients;

    public IReadOnlyList<WireRequest> Requests => _host.Requests;

    public static ClientMetadata Sample { get; } = new() { ClientName = "One", RedirectUris = ["https://a.example/cb"] };

    public async Task<string> CreateAsync() => (await Clients.CreateAsync(Sample)).ClientId;

    public Task<OAuthClient> RenameAsync(string id, string name = "Two", CancellationToken cancellationToken = default) =>
        Clients.UpdateAsync(id, m => m with { ClientName = name }, cancellationToken);

    public void Dispose() => _host.Dispose();
}
