using ClientMgmt.Management;
using ClientMgmt.Options;
using ClientMgmt.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Backends;

/// <summary>What the registration knows of a backend; each backend's folder supplies its own.</summary>
/// <param name="Backend">The kind.</param>
/// <param name="Create">Makes the adapter of a provider.</param>
/// <param name="Describe">Tells what a provider of some settings can do, whatever else of them is missing.</param>
/// <param name="Credentials">The credentials it takes, as they stand in the options.</param>
/// <param name="Check">Finds out what else is wrong with the values.</param>
internal sealed record BackendDefinition(
    Backend Backend,
    Func<Provider, BackendAdapter> Create,
    Func<ProviderOptions, Capabilities> Describe,
    CredentialSetting[] Credentials,
    Action<ProviderOptions, SettingErrors> Check)
{
    /// <summary>Settings that say where it is; one at least must be given.</summary>
    public string[] Addresses { get; init; } = [nameof(ProviderOptions.BaseAddress)];

    /// <summary>Whether it can do without a credential.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What it adds to the services of an application.</summary>
    public Action<IServiceCollection>? AddServices { get; init; }

    /// <summary>Finds where a provider keeps the keys to its clients; null where they have none.</summary>
    public Func<Provider, ClientRegistrations?>? FindRegistrations { get; init; }

    /// <summary>Settings of its own that must be given.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Settings of its own that may be given.</summary>
    public string[] Optional { get; init; } = [];

    /// <summary>The documented budget of requests per minute by HTTP method; empty where the vendor publishes none.</summary>
    public IReadOnlyDictionary<string, int> RequestsPerMinute { get; init; } = new Dictionary<string, int>();

    /// <summary>The credential that is configured; null where a callback supplies it, or where there is none.</summary>
    public ProviderCredential? ReadCredential(ProviderOptions options) => options.CredentialCallback is null
        ? Array.Find(Credentials, c => c.IsGiven(options))?.Read(options)
        : null;
}
