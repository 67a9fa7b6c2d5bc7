using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Demo;

/// <summary>The demo with one provider: what the steps share, and what it made.</summary>
internal sealed class DemoRun(IClientManagement clients, DemoProvider provider)
{
    /// <summary>Clients that are not the demo's may have keys that no longer work.</summary>
    public static readonly ClientListOptions AllReadable = new() { OnUnreadable = static (_, _) => { } };

    private readonly List<string> _others = [];
    private readonly List<string> _made = [];
    private readonly string _mark = $"Demo {Guid.NewGuid():N}"[..17];
    private OAuthClient? _client;

    public IClientManagement Clients { get; } = clients;

    public DemoProvider Provider { get; } = provider;

    /// <summary>The sandbox, for steps that run nowhere else.</summary>
    public DemoWorld World => Provider.World ?? throw new InvalidOperationException("This step is for sandboxes only.");

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

    /// <summary>The requests that the last call sent; null where nobody sees them.</summary>
    public IReadOnlyList<SandboxRequest>? Sent { get; set; }

    /// <summary>The ids of all clients that this run created, whether they are still there or not.</summary>
    public IReadOnlyList<string> Made => _made;

    /// <summary>Whether a client may have been created whose id nobody told.</summary>
    public bool MayHaveMadeMore { get; private set; }

    /// <summary>A name that no other client has, not even one of another run.</summary>
    public string Name(string end) => $"{_mark}{end}";

    /// <summary>Whether this run created a client, by its name.</summary>
    public bool IsOwn(OAuthClient client) => client.Metadata.ClientName?.StartsWith(_mark, StringComparison.Ordinal) == true;

    public Task<OAuthClient> ReadAsync(CancellationToken cancellationToken) => Clients.GetAsync(ClientId, cancellationToken);

    /// <summary>Looks at the client, so that the step can tell what changed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken) =>
        Client = await ReadAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>The ids that the provider lists; of a provider with other clients, those that this run created.</summary>
    public async Task<IReadOnlyList<string>> ListIdsAsync(CancellationToken cancellationToken) => Known(
        (await Clients.ListAsync(AllReadable, cancellationToken).ReadAllAsync().ConfigureAwait(false)).Select(c => c.ClientId));

    /// <summary>All of the ids, or those of clients that this run created.</summary>
    public IReadOnlyList<string> Known(IEnumerable<string> ids) => [.. ids.Where(id => Provider.World is not null || _made.Contains(id))];

    /// <summary>Where clients can be listed at all.</summary>
    public async Task ExpectListedAsync(string what, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        if (Clients.Capabilities.Supports(ClientOperation.List))
        {
            Expect.SameMembers(what, ids, await ListIdsAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>The same client in everything that does not change by itself.</summary>
    public void ExpectSame(OAuthClient expected, OAuthClient actual) => Expect.SameClient(
        Provider.ChoosesSecrets && actual.ClientSecret is null ? expected with { ClientSecret = null } : expected, actual);

    public async Task<OAuthClient> CreateAsync(string end, CancellationToken cancellationToken)
    {
        ClientMetadata metadata = DemoMetadata.For(this, Name(end));
        try
        {
            OAuthClient created = await Clients.CreateAsync(metadata, cancellationToken).ConfigureAwait(false);
            _made.Add(created.ClientId);
            return created;
        }
        catch (MetadataNotStoredException e)
        {
            // It is there all the same, and the other steps can do with it.
            _made.Add(e.Client.ClientId);
            _client ??= e.Client;
            throw;
        }
        catch (RegistrationNotStoredException e)
        {
            _made.Add(e.Registration.ClientId);
            throw;
        }
        catch (Exception e) when (e is not (InvalidClientMetadataException or OperationNotSupportedException or AccessDeniedException))
        {
            MayHaveMadeMore = true;
            throw;
        }
    }

    public async Task CreateOthersAsync(int count, CancellationToken cancellationToken)
    {
        for (int i = 1; i <= count; i++)
        {
            try
            {
                _others.Add((await CreateAsync($" {i}", cancellationToken).ConfigureAwait(false)).ClientId);
            }
            catch (MetadataNotStoredException e)
            {
                // The step that creates the first one has said so.
                _others.Add(e.Client.ClientId);
            }
        }
    }
}
