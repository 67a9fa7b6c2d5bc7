using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Demo;

/// <summary>The demo with one provider: what the steps share.</summary>
internal sealed class DemoRun(IClientManagement clients, DemoProvider provider)
{
    private readonly List<string> _others = [];
    private OAuthClient? _client;

    public IClientManagement Clients { get; } = clients;

    public DemoProvider Provider { get; } = provider;

    /// <summary>The client that the steps work on, as it was last looked at.</summary>
    public OAuthClient Client
    {
        get => _client ?? throw new MismatchException("there is no client to work on, because none could be created");
        set => _client = value;
    }

    public string ClientId => Client.ClientId;

    /// <summary>The ids of clients that the demo created beside it.</summary>
    public IReadOnlyList<string> Others => _others;

    /// <summary>One of those.</summary>
    public string Another => _others.Count > 0
        ? _others[0]
        : throw new MismatchException("there is no second client, because none could be created");

    /// <summary>The ids of clients that another user registered.</summary>
    public IReadOnlyList<string> Foreign { get; set; } = [];

    /// <summary>The requests that the last call sent.</summary>
    public IReadOnlyList<SandboxRequest> Sent { get; set; } = [];

    public Task<OAuthClient> ReadAsync(CancellationToken cancellationToken) => Clients.GetAsync(ClientId, cancellationToken);

    /// <summary>Looks at the client, so that the step can tell what changed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken) =>
        Client = await ReadAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<string>> ListIdsAsync(CancellationToken cancellationToken) =>
        [.. (await Clients.ListAsync(null, cancellationToken).ReadAllAsync().ConfigureAwait(false)).Select(c => c.ClientId)];

    public async Task CreateOthersAsync(int count, CancellationToken cancellationToken)
    {
        for (int i = 1; i <= count; i++)
        {
            ClientMetadata metadata = DemoMetadata.For(this, $"Demo {i}");
            _others.Add((await Clients.CreateAsync(metadata, cancellationToken).ConfigureAwait(false)).ClientId);
        }
    }
}
