using ClientMgmt.Registration;

namespace ClientMgmt;

/// <summary>What backends can do and store, for programs that only check.</summary>
public static class BackendCapabilities
{
    /// <summary>
    /// What a provider of these settings can do and store. Nothing is sent, and neither a credential nor an address need be there.
    /// </summary>
    /// <param name="options">The settings, of which <see cref="ProviderOptions.Backend"/> must be given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The backend is not given, or is none; or a setting that says what its server is has no such value.
    /// </exception>
    public static Capabilities Of(ProviderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Backend is { } backend && BackendRegistry.Find(backend) is { } definition
            ? definition.Describe(options)
            : throw new ArgumentException("The options name no backend.", nameof(options));
    }
}
