namespace ClientMgmt.Cli.Configuration;

/// <summary>What has to be known of a backend to reach it.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Secret">The setting that must be kept from view.</param>
/// <param name="Settings">The others.</param>
internal sealed record NewProvider(Backend Backend, string Title, NeededSetting Secret, params NeededSetting[] Settings)
{
    public static IReadOnlyList<NewProvider> All { get; } =
    [
        new(
            Backend.AuthleteV3, "Authlete 3.0",
            new(nameof(ProviderOptions.AccessToken), "the service access token"),
            new(nameof(ProviderOptions.BaseAddress), "the address of the API", "https://us.authlete.com/"),
            new(nameof(ProviderOptions.ServiceId), "the id of the service")),
        new(
            Backend.AuthleteV2, "Authlete 2.3",
            new(nameof(ProviderOptions.ServiceApiSecret), "the API secret of the service"),
            new(nameof(ProviderOptions.BaseAddress), "the address of the API", "https://api.authlete.com/"),
            new(nameof(ProviderOptions.ServiceApiKey), "the API key of the service"),
            new(nameof(ProviderOptions.Developer), "the developer of new clients", IsOptional: true)),
        new(
            Backend.DocSpace, "ONLYOFFICE DocSpace",
            new(nameof(ProviderOptions.ApiKey), "an API key of the portal"),
            new NeededSetting(nameof(ProviderOptions.BaseAddress), "the address of the portal")),
        new(
            Backend.DynamicRegistration, "any server of dynamic client registration",
            new(nameof(ProviderOptions.InitialAccessToken), "the initial access token", IsOptional: true),
            new NeededSetting(nameof(ProviderOptions.Issuer), "the issuer of the authorization server")),
    ];

    /// <summary>All settings that are no secret, each once.</summary>
    public static IEnumerable<NeededSetting> AllSettings => All.SelectMany(p => p.Settings).DistinctBy(s => s.Name);
}
