using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Support;

/// <summary>A provider to run tests against: a sandbox, and the settings that reach it.</summary>
public sealed record ProviderCase(string Name, Backend Backend, SandboxOptions Sandbox)
{
    public const string Subject = "ann/o'nym?#%+ ü😀";

    public Version? ServerVersion { get; init; }

    public bool UsesCookie { get; init; }

    public string? PathPrefix { get; init; }

    /// <summary>What a server of dynamic registration is.</summary>
    public RegistrationServer Server { get; init; }

    /// <summary>Whether one token manages all clients of such a server, so that none has a key of its own.</summary>
    public bool IsManaged { get; init; }

    /// <summary>The folder of the keys to clients, for several libraries; null for a memory of each library's own.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>What the server stores and never shows, so that it is not in what is read.</summary>
    public IReadOnlyList<string> NeverShown { get; init; } = [];

    /// <summary>Whether a page of a list takes a request for each of its clients.</summary>
    public bool IsReadOneByOne => Backend == Backend.DynamicRegistration;

    /// <summary>Whether clients are known by the keys to them alone, so that no list has one whose creation got no answer.</summary>
    public bool LosesUnansweredCreations => Backend == Backend.DynamicRegistration;

    /// <summary>Whether the server stores lists in an order of its own.</summary>
    public bool ReordersLists => Sandbox.DynamicRegistration.Behavior.ReordersLists;

    /// <summary>An id as the server makes them that nobody has.</summary>
    public string UnknownId => Backend == Backend.DocSpace ? "6c7cf17b-1bd3-47d5-94c6-be2d35700000" : "999999999999";

    /// <summary>Ids that stand for something else in the server's paths.</summary>
    public IReadOnlyList<string> ReservedIds => Backend switch
    {
        Backend.DocSpace => ["tenant", "INFO", "consents"],
        Backend.DynamicRegistration => [],
        _ => ["list"],
    };

    /// <summary>What the path has to which clients are created.</summary>
    public string CreationPath => Backend == Backend.DynamicRegistration ? $"/{Sandbox.DynamicRegistration.Behavior.EndpointPath}" : "client";

    public override string ToString() => Name;

    /// <summary>The settings of the provider, as they would stand in a configuration file.</summary>
    public Dictionary<string, string?> Settings(Uri address)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Backend"] = Backend.ToString(),
            [Backend == Backend.DynamicRegistration ? "Issuer" : "BaseAddress"] =
                Backend == Backend.DynamicRegistration ? new Uri(address, "as").ToString() : address.ToString(),
            ["ServerVersion"] = ServerVersion?.ToString(),
            ["PathPrefix"] = PathPrefix,
            ["Developer"] = Backend == Backend.AuthleteV2 ? SandboxDefaults.Developer : null,
            ["Server"] = Backend == Backend.DynamicRegistration ? Server.ToString() : null,
            ["RegistrationStore"] = Backend == Backend.DynamicRegistration && !IsManaged ? KeyFolder ?? "memory" : null,
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
        Backend.DynamicRegistration when IsManaged => [("ManagementToken", SandboxDefaults.ManagementToken)],
        Backend.DynamicRegistration => [("InitialAccessToken", SandboxDefaults.InitialAccessToken)],
        _ when UsesCookie => [("AscAuthKey", SandboxDefaults.DocSpaceAuthKey)],
        _ => [("ApiKey", SandboxDefaults.DocSpaceApiKey)],
    };
}
