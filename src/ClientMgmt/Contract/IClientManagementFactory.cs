namespace ClientMgmt;

/// <summary>Reaches every configured provider by its name.</summary>
public interface IClientManagementFactory
{
    /// <summary>The names of the configured providers, as the configuration stands now.</summary>
    IReadOnlyCollection<string> Providers { get; }

    /// <summary>Returns the provider that <see cref="ClientManagementOptions.Provider"/> names now.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The configuration is wrong.</exception>
    IClientManagement GetProvider();

    /// <summary>Returns the provider of a name.</summary>
    /// <param name="provider">Its name in the configuration.</param>
    /// <exception cref="ArgumentException">There is no provider of that name.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The configuration is wrong.</exception>
    IClientManagement GetProvider(string provider);
}
