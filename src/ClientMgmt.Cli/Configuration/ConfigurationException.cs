using Microsoft.Extensions.Options;

namespace ClientMgmt.Cli.Configuration;

/// <summary>The configuration has mistakes: each is named by its place and key.</summary>
internal sealed class ConfigurationException(string message, bool lacksCredentialsOnly, Exception? inner = null)
    : Exception(message, inner)
{
    private static readonly string[] s_credentials =
    [
        nameof(ProviderOptions.AccessToken), nameof(ProviderOptions.ServiceApiKey), nameof(ProviderOptions.ServiceApiSecret),
        nameof(ProviderOptions.ApiKey), nameof(ProviderOptions.AscAuthKey), nameof(ProviderOptions.Signature),
    ];

    public bool LacksCredentialsOnly => lacksCredentialsOnly;

    public static ConfigurationException Of(OptionsValidationException exception, LoadedConfiguration? configuration)
    {
        string[] failures = [.. exception.Failures];
        return new ConfigurationException(
            string.Join(' ', failures.Select(f => WithPlace(f, configuration))), failures.All(IsMissingCredential), exception);
    }

    private static bool IsMissingCredential(string failure)
    {
        string[] words = failure.Split(' ', 2);
        return words[1].StartsWith("is missing", StringComparison.Ordinal)
            && s_credentials.Contains(words[0].Split(':')[^1], StringComparer.OrdinalIgnoreCase);
    }

    private static string WithPlace(string failure, LoadedConfiguration? configuration) =>
        configuration?.Place(failure.Split(' ', 2)[0]) is { } place ? $"{place}: {failure}" : failure;
}
