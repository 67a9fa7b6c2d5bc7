using ClientMgmt.Backends;
using ClientMgmt.Options;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.DynamicRegistration;

/// <summary>What the library needs to know of servers of dynamic registration before it asks one.</summary>
internal static class RegistrationBackend
{
    public static BackendDefinition Definition { get; } = new(
        Backend.DynamicRegistration,
        RegistrationAdapter.Create,
        RegistrationOperations.Describe,
        [
            new CredentialSetting(
                CredentialKind.InitialAccessToken,
                [nameof(ProviderOptions.InitialAccessToken)],
                o => ProviderCredential.FromInitialAccessToken(o.InitialAccessToken!)),
            new CredentialSetting(
                CredentialKind.ManagementToken,
                [nameof(ProviderOptions.ManagementToken)],
                o => ProviderCredential.FromManagementToken(o.ManagementToken!)),
        ],
        Check)
    {
        Addresses = [nameof(ProviderOptions.Issuer), nameof(ProviderOptions.RegistrationEndpoint)],
        IsOpen = true,
        Optional =
        [
            nameof(ProviderOptions.Server), nameof(ProviderOptions.RegistrationStore), nameof(ProviderOptions.RegistrationStoreCallback),
            nameof(ProviderOptions.Switches), nameof(ProviderOptions.SendClientSecret), nameof(ProviderOptions.RotatesOnRead), nameof(ProviderOptions.AllowedOrigins),
        ],
        AddServices = services => services.AddSingleton<RegistrationStores>().AddSingleton<ServerMetadata>(),
        FindRegistrations = provider => IsManaged(provider.Options) ? null : new ClientRegistrations(
            provider.Services.Application.GetRequiredService<RegistrationStores>().Of(provider), ServerOf(provider.Options))
        {
            Judge = address => ClientOrigins.Refuse(address, provider.Options.RegistrationEndpoint ?? address, provider.Options),
        },
    };

    /// <summary>Whether one token manages all clients, so that none has a key of its own.</summary>
    public static bool IsManaged(ProviderOptions options) =>
        options.ManagementToken is not null || (options.CredentialCallback is not null && !HasStore(options));

    /// <summary>What registrations are kept under.</summary>
    public static string ServerOf(ProviderOptions options) => (options.Issuer ?? options.RegistrationEndpoint)!.AbsoluteUri.TrimEnd('/');

    private static bool HasStore(ProviderOptions options) =>
        options.RegistrationStoreCallback is not null || !string.IsNullOrEmpty(options.RegistrationStore);

    private static void Check(ProviderOptions options, SettingErrors problems)
    {
        if (!IsManaged(options) && !HasStore(options))
        {
            problems.Add(
                nameof(options.RegistrationStore),
                $"is missing; set it to the absolute path of a folder, or to {RegistrationStores.InMemory} where clients may be forgotten. "
                + "A ManagementToken needs none.");
        }

        if (options.ManagementToken is not null && HasStore(options))
        {
            problems.Add(nameof(options.RegistrationStore), "is not used beside ManagementToken; remove one of them.");
        }

        if (options.RegistrationStore is { Length: > 0 } store && store != RegistrationStores.InMemory && !Path.IsPathFullyQualified(store))
        {
            problems.Add(nameof(options.RegistrationStore), $"must be {RegistrationStores.InMemory} or the absolute path of a folder.");
        }

        if (options is { RegistrationStore.Length: > 0, RegistrationStoreCallback: not null })
        {
            problems.Add(nameof(options.RegistrationStore), "must not be set beside RegistrationStoreCallback; remove one of them.");
        }

        foreach ((string setting, string problem) in ServerProfiles.Check(options))
        {
            problems.Add(setting, problem);
        }

        if (ClientOrigins.Parse(options.AllowedOrigins).Any(origin => origin is null))
        {
            problems.Add(nameof(options.AllowedOrigins), "must hold origins such as https://admin.example.com, separated by spaces.");
        }
    }
}
