using ClientMgmt.Backends;
using ClientMgmt.Options;

namespace ClientMgmt.Authlete;

/// <summary>What the registration needs to know of Authlete.</summary>
internal static class AuthleteBackend
{
    public static BackendDefinition V2 { get; } = new(
        Backend.AuthleteV2,
        AuthleteAdapter.CreateV2,
        AuthleteAdapter.DescribeV2,
        [
            new CredentialSetting(
                CredentialKind.ServiceApiKey,
                [nameof(ProviderOptions.ServiceApiKey), nameof(ProviderOptions.ServiceApiSecret)],
                o => ProviderCredential.FromServiceKey(o.ServiceApiKey!, o.ServiceApiSecret!)),
        ],
        (options, problems) =>
        {
            CheckBaseAddress(options, problems);
            CheckNumber(nameof(options.ServiceApiKey), options.ServiceApiKey, problems);
        })
    {
        Optional = [nameof(ProviderOptions.Developer)],
    };

    public static BackendDefinition V3 { get; } = new(
        Backend.AuthleteV3,
        AuthleteAdapter.CreateV3,
        AuthleteAdapter.DescribeV3,
        [
            new CredentialSetting(
                CredentialKind.AccessToken,
                [nameof(ProviderOptions.AccessToken)],
                o => ProviderCredential.FromAccessToken(o.AccessToken!)),
        ],
        (options, problems) =>
        {
            CheckBaseAddress(options, problems);
            CheckNumber(nameof(options.ServiceId), options.ServiceId, problems);
        })
    {
        Required = [nameof(ProviderOptions.ServiceId)],
    };

    private static void CheckNumber(string setting, string? value, SettingErrors problems)
    {
        if (value is { Length: > 0 } && !value.All(char.IsAsciiDigit))
        {
            problems.Add(setting, "must be the decimal API key of the service.");
        }
    }

    // The vendor's SDK notes: a base address that ends in /api doubles that part, and the answer is 404.
    private static void CheckBaseAddress(ProviderOptions options, SettingErrors problems)
    {
        if (options.BaseAddress is { IsAbsoluteUri: true } address
            && address.AbsolutePath.TrimEnd('/').EndsWith("/api", StringComparison.Ordinal))
        {
            problems.Add(nameof(options.BaseAddress), "must not end in /api; the paths of the API begin with it.");
        }
    }
}
