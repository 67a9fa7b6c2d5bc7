using ClientMgmt.Backends;
using ClientMgmt.Options;

namespace ClientMgmt.DocSpace;

/// <summary>What the registration needs to know of DocSpace.</summary>
internal static class DocSpaceBackend
{
    private static readonly Version s_firstWithSignature = new(3, 1);

    public static BackendDefinition Definition { get; } = new(
        Backend.DocSpace,
        DocSpaceAdapter.Create,
        DocSpaceAdapter.Describe,
        [
            new CredentialSetting(
                CredentialKind.ApiKey, [nameof(ProviderOptions.ApiKey)], o => ProviderCredential.FromApiKey(o.ApiKey!)),
            new CredentialSetting(
                CredentialKind.AccessToken,
                [nameof(ProviderOptions.AccessToken)],
                o => ProviderCredential.FromAccessToken(o.AccessToken!)),
            new CredentialSetting(
                CredentialKind.AscAuthKey,
                [nameof(ProviderOptions.AscAuthKey)],
                o => ProviderCredential.FromAscAuthKey(o.AscAuthKey!)),
            new CredentialSetting(
                CredentialKind.Signature,
                [nameof(ProviderOptions.Signature)],
                o => ProviderCredential.FromSignature(o.Signature!)),
        ],
        Check)
    {
        Optional = [nameof(ProviderOptions.ServerVersion), nameof(ProviderOptions.PathPrefix)],
        RequestsPerMinute = new Dictionary<string, int>
        {
            ["GET"] = 200,
            ["POST"] = 10,
            ["PUT"] = 15,
            ["PATCH"] = 15,
            ["DELETE"] = 15,
        },
    };

    /// <summary>Servers of version 3.0 know no signature.</summary>
    public static bool TakesOnlyCookies(ProviderOptions options) =>
        options.ServerVersion is { } version && version < s_firstWithSignature;

    private static void Check(ProviderOptions options, SettingErrors problems)
    {
        if (TakesOnlyCookies(options) && options.CredentialCallback is null && options.AscAuthKey is null)
        {
            problems.Add(nameof(options.AscAuthKey), "is missing; servers of version 3.0 take no other credential.");
        }

        if (options.PathPrefix?.Trim('/') is not ("api/2.0" or "api/2.0/oauth2"))
        {
            problems.Add(nameof(options.PathPrefix), "must be api/2.0 or api/2.0/oauth2.");
        }
    }
}
