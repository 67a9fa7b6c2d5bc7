namespace ClientMgmt.Options;

/// <summary>The settings of <see cref="ProviderOptions"/> that not every backend has, by name.</summary>
internal static class BackendSettings
{
    private static readonly ProviderOptions s_defaults = new();

    public static string[] Names { get; } =
    [
        nameof(ProviderOptions.BaseAddress),
        nameof(ProviderOptions.ServiceId),
        nameof(ProviderOptions.AccessToken),
        nameof(ProviderOptions.ServiceApiKey),
        nameof(ProviderOptions.ServiceApiSecret),
        nameof(ProviderOptions.Developer),
        nameof(ProviderOptions.ApiKey),
        nameof(ProviderOptions.AscAuthKey),
        nameof(ProviderOptions.Signature),
        nameof(ProviderOptions.ServerVersion),
        nameof(ProviderOptions.PathPrefix),
        nameof(ProviderOptions.Issuer),
        nameof(ProviderOptions.RegistrationEndpoint),
        nameof(ProviderOptions.InitialAccessToken),
        nameof(ProviderOptions.ManagementToken),
        nameof(ProviderOptions.Server),
        nameof(ProviderOptions.RegistrationStore),
        nameof(ProviderOptions.SendClientSecret),
        nameof(ProviderOptions.RotatesOnRead),
        nameof(ProviderOptions.AllowedOrigins),
        nameof(ProviderOptions.Switches),
        nameof(ProviderOptions.RegistrationStoreCallback),
    ];

    /// <summary>Whether a setting has a value of its own.</summary>
    public static bool IsGiven(ProviderOptions options, string setting)
    {
        object? value = Value(options, setting);
        return !string.IsNullOrEmpty(value?.ToString()) && !Equals(value, Value(s_defaults, setting));
    }

    public static string Text(ProviderOptions options, string setting) => Value(options, setting) switch
    {
        Secret secret => secret.Reveal(),
        object value => value.ToString() ?? "",
        null => "",
    };

    // Written out, because reflection is what would make the first check of the options slow.
    public static object? Value(ProviderOptions options, string setting) => setting switch
    {
        nameof(options.BaseAddress) => options.BaseAddress,
        nameof(options.ServiceId) => options.ServiceId,
        nameof(options.AccessToken) => options.AccessToken,
        nameof(options.ServiceApiKey) => options.ServiceApiKey,
        nameof(options.ServiceApiSecret) => options.ServiceApiSecret,
        nameof(options.Developer) => options.Developer,
        nameof(options.ApiKey) => options.ApiKey,
        nameof(options.AscAuthKey) => options.AscAuthKey,
        nameof(options.Signature) => options.Signature,
        nameof(options.ServerVersion) => options.ServerVersion,
        nameof(options.PathPrefix) => options.PathPrefix,
        nameof(options.Issuer) => options.Issuer,
        nameof(options.RegistrationEndpoint) => options.RegistrationEndpoint,
        nameof(options.InitialAccessToken) => options.InitialAccessToken,
        nameof(options.ManagementToken) => options.ManagementToken,
        nameof(options.Server) => options.Server,
        nameof(options.RegistrationStore) => options.RegistrationStore,
        nameof(options.SendClientSecret) => options.SendClientSecret,
        nameof(options.RotatesOnRead) => options.RotatesOnRead,
        nameof(options.AllowedOrigins) => options.AllowedOrigins,
        nameof(options.Switches) => options.Switches,
        nameof(options.RegistrationStoreCallback) => options.RegistrationStoreCallback,
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "There is no such setting."),
    };
}
