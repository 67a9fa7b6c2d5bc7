using ClientMgmt.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Registration;

/// <summary>What the registration knows of a backend; each backend's folder supplies its own.</summary>
/// <param name="Backend">The kind.</param>
/// <param name="Create">Makes the adapter.</param>
/// <param name="Credentials">The credentials it takes, as they stand in the options.</param>
internal sealed record BackendDefinition(
    Backend Backend,
    Func<ProviderContext, BackendDefinition, IServiceProvider, IClientManagement> Create,
    CredentialSetting[] Credentials)
{
    /// <summary>Settings of its own that must be given.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Settings of its own that may be given.</summary>
    public string[] Optional { get; init; } = [];

    /// <summary>Registers what its adapter needs beyond the provider's context.</summary>
    public Action<IServiceCollection>? AddServices { get; init; }

    /// <summary>Finds what is wrong with the values.</summary>
    public required Action<ProviderOptions, ProviderProblems> Check { get; init; }

    /// <summary>The documented budget of requests per minute by HTTP method; empty where the vendor publishes none.</summary>
    public IReadOnlyDictionary<string, int> RequestsPerMinute { get; init; } = new Dictionary<string, int>();

    /// <summary>The credential that is configured, as it stands now.</summary>
    public ProviderCredential ReadCredential(ProviderOptions options)
    {
        int given = 0;
        while (!Credentials[given].IsGiven(options))
        {
            given++;
        }

        return Credentials[given].Read(options);
    }

    /// <summary>Refuses what a callback supplied if the backend does not take it.</summary>
    public ProviderCredential CheckCredential(ProviderCredential? credential) =>
        credential is not null && Credentials.Any(c => c.Kind == credential.Kind)
            ? credential
            : throw new InvalidOperationException(
                $"CredentialCallback returned {credential?.Kind.ToString() ?? "null"}; {Backend} takes "
                + $"{string.Join(" or ", Credentials.Select(c => c.Kind))}.");
}
