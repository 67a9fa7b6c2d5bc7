using ClientMgmt.Options;

namespace ClientMgmt.Backends;

/// <summary>A credential as it stands in the options.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Settings">The settings that make it up; all must be given.</param>
/// <param name="Read">Reads it, if all are given.</param>
internal sealed record CredentialSetting(
    CredentialKind Kind, string[] Settings, Func<ProviderOptions, ProviderCredential> Read)
{
    public bool IsGiven(ProviderOptions options) => Settings.All(s => BackendSettings.IsGiven(options, s));
}
