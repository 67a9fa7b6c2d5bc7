using ClientMgmt.Registration;

namespace ClientMgmt.Authlete;

/// <summary>What the registration needs to know of Authlete.</summary>
internal static class AuthleteBackend
{
    public static BackendDefinition V2 { get; } = new(
        Backend.AuthleteV2,
        (context, definition, _) => AuthleteClientManagement.Create(context, definition),
        [
            new CredentialSetting(
                CredentialKind.ServiceApiKey,
                [nameof(ProviderOptions.ServiceApiKey), nameof(ProviderOptions.ServiceApiSecret)],
                o => ProviderCredential.FromServiceKey(o.ServiceApiKey!, o.ServiceApiSecret!)),
        ])
    {
        Check = o => CheckBaseAddress(o).Concat(CheckNumber(nameof(o.ServiceApiKey), o.ServiceApiKey)),
    };

    public static BackendDefinition V3 { get; } = new(
        Backend.AuthleteV3,
        (context, definition, _) => AuthleteClientManagement.Create(context, definition),
        [
            new CredentialSetting(
                CredentialKind.AccessToken,
                [nameof(ProviderOptions.AccessToken)],
                o => ProviderCredential.FromAccessToken(o.AccessToken!)),
        ])
    {
        Required = [nameof(ProviderOptions.ServiceId)],
        Check = o => CheckBaseAddress(o).Concat(CheckNumber(nameof(o.ServiceId), o.ServiceId)),
    };

    private static IEnumerable<(string, string)> CheckNumber(string setting, string? value) =>
        value is { Length: > 0 } && !value.All(char.IsAsciiDigit)
            ? [(setting, "must be the decimal API key of the service.")]
            : [];

    // The vendor's SDK notes: a base address that ends in /api doubles that part, and the answer is 404.
    private static IEnumerable<(string, string)> CheckBaseAddress(ProviderOptions options) =>
        options.BaseAddress is { IsAbsoluteUri: true } address
        && address.AbsolutePath.TrimEnd('/').EndsWith("/api", StringComparison.Ordinal)
            ? [(nameof(options.BaseAddress), "must not end in /api; the paths of the API begin with it.")]
            : [];
}
