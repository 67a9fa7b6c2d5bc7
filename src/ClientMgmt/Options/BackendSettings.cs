namespace ClientMgmt.Options;

/// <summary>The settings of <see cref="ProviderOptions"/> that not every backend has, by name.</summary>
internal static class BackendSettings
{
    private static readonly ProviderOptions s_defaults = new();

    // Written out, because reflection is what would make the first check of the options slow.
    private static readonly Dictionary<string, Func<ProviderOptions, object?>> s_values = new(StringComparer.Ordinal)
    {
        [nameof(ProviderOptions.BaseAddress)] = o => o.BaseAddress,
        [nameof(ProviderOptions.ServiceId)] = o => o.ServiceId,
        [nameof(ProviderOptions.AccessToken)] = o => o.AccessToken,
        [nameof(ProviderOptions.ServiceApiKey)] = o => o.ServiceApiKey,
        [nameof(ProviderOptions.ServiceApiSecret)] = o => o.ServiceApiSecret,
        [nameof(ProviderOptions.Developer)] = o => o.Developer,
        [nameof(ProviderOptions.ApiKey)] = o => o.ApiKey,
        [nameof(ProviderOptions.AscAuthKey)] = o => o.AscAuthKey,
        [nameof(ProviderOptions.Signature)] = o => o.Signature,
        [nameof(ProviderOptions.ServerVersion)] = o => o.ServerVersion,
        [nameof(ProviderOptions.PathPrefix)] = o => o.PathPrefix,
        [nameof(ProviderOptions.Issuer)] = o => o.Issuer,
        [nameof(ProviderOptions.RegistrationEndpoint)] = o => o.RegistrationEndpoint,
        [nameof(ProviderOptions.InitialAccessToken)] = o => o.InitialAccessToken,
        [nameof(ProviderOptions.ManagementToken)] = o => o.ManagementToken,
        [nameof(ProviderOptions.Server)] = o => o.Server,
        [nameof(ProviderOptions.RegistrationStore)] = o => o.RegistrationStore,
        [nameof(ProviderOptions.SendClientSecret)] = o => o.SendClientSecret,
        [nameof(ProviderOptions.RotatesOnRead)] = o => o.RotatesOnRead,
        [nameof(ProviderOptions.AllowedOrigins)] = o => o.AllowedOrigins,
        [nameof(ProviderOptions.Switches)] = o => o.Switches,
        [nameof(ProviderOptions.RegistrationStoreCallback)] = o => o.RegistrationStoreCallback,
    };

    public static IReadOnlyCollection<string> Names => s_values.Keys;

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

    public static object? Value(ProviderOptions options, string setting) => s_values[setting](options);
}
