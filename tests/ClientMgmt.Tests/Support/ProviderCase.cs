using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Support;

/// <summary>A provider to run tests against: a sandbox, and the settings that reach it.</summary>
public sealed record ProviderCase(string Name, Backend Backend, SandboxOptions Sandbox)
{
    public const string Subject = "ann/o'nym?#%+ ü😀";

    public Version? ServerVersion { get; init; }

    public bool UsesCookie { get; init; }

    public string? PathPrefix { get; init; }

    public override string ToString() => Name;

    /// <summary>The settings of the provider, as they would stand in a configuration file.</summary>
    public Dictionary<string, string?> Settings(Uri address)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Backend"] = Backend.ToString(),
            ["BaseAddress"] = address.ToString(),
            ["ServerVersion"] = ServerVersion?.ToString(),
            ["PathPrefix"] = PathPrefix,
            ["Developer"] = Backend == Backend.AuthleteV2 ? SandboxDefaults.Developer : null,
            ["Resilience:RequestsPerMinute:*"] = "0",
        };
        foreach ((string key, string value) in Credential())
        {
            settings[key] = value;
        }

        return settings;
    }

    private (string Key, string Value)[] Credential() => Backend switch
    {
        Backend.AuthleteV2 =>
        [
            ("ServiceApiKey", SandboxDefaults.ServiceApiKey), ("ServiceApiSecret", SandboxDefaults.ServiceApiSecret),
        ],
        Backend.AuthleteV3 => [("ServiceId", SandboxDefaults.ServiceId), ("AccessToken", SandboxDefaults.AccessToken)],
        _ when UsesCookie => [("AscAuthKey", SandboxDefaults.DocSpaceAuthKey)],
        _ => [("ApiKey", SandboxDefaults.DocSpaceApiKey)],
    };
}
