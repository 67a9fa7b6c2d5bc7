using ClientMgmt.Options;

namespace ClientMgmt;

/// <summary>The providers of an application, and which of them is the default.</summary>
public sealed class ClientManagementOptions
{
    /// <summary>
    /// The name of the default provider, which an <see cref="IClientManagement"/> without a key stands for. It may be left out if there
    /// is only one provider.
    /// </summary>
    public string? Provider { get; set; }

    /// <summary>The providers by name; names are compared without case.</summary>
    public IDictionary<string, ProviderOptions> Providers { get; } =
        new Dictionary<string, ProviderOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// How large an answer may be, in bytes. Default: 33,554,432 (32 MiB), which holds a page of DocSpace clients with
    /// the largest logos.
    /// </summary>
    public long MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Where the section stands in the configuration, so that mistakes can be named by their whole key.</summary>
    internal string KeyPrefix { get; set; } = "";

    /// <summary>What could not be read from the configuration.</summary>
    internal List<BindingError> BindingErrors { get; } = [];

    internal string Key(params string[] parts) => string.Join(':', parts.Prepend(KeyPrefix).Where(p => p.Length > 0));

    /// <summary>The options of a provider, which are made if there are none yet.</summary>
    internal ProviderOptions GetOrAdd(string provider) =>
        Providers.TryGetValue(provider, out ProviderOptions? known) ? known : Providers[provider] = new ProviderOptions();

    internal string? DefaultProvider => Provider ?? (Providers.Count == 1 ? Providers.Keys.Single() : null);
}
