using ClientMgmt.Sandbox.DynamicRegistration.Presets;

namespace ClientMgmt.Sandbox;

/// <summary>The ways of real registration servers, each a row of switches, by the names that the profiles of ClientMgmt have.</summary>
public static class DynamicRegistrationPresets
{
    /// <summary>What the RFCs say, and where they leave it open what most servers do.</summary>
    public const string Generic = "Generic";

    /// <summary>Keycloak 26.7, the provider openid-connect.</summary>
    public const string Keycloak = "Keycloak";

    /// <summary>oidc-provider 9 for Node.js, with every feature on that adds metadata, and rotation.</summary>
    public const string NodeOidcProvider = "NodeOidcProvider";

    /// <summary>Glewlwyd 2.7, the OIDC plugin.</summary>
    public const string Glewlwyd = "Glewlwyd";

    /// <summary>Spring Authorization Server 7.1 with both endpoints on: the one of OpenID Connect, and the plain one at /oauth2/register.</summary>
    public const string SpringAuthorizationServer = "SpringAuthorizationServer";

    /// <summary>Ory Hydra 26, the public API.</summary>
    public const string Hydra = "Hydra";

    /// <summary>The registration handler of the MCP SDK 1.32 for TypeScript, which only registers.</summary>
    public const string Mcp = "Mcp";

    private static readonly Dictionary<string, DynamicRegistrationBehavior> s_rows = new()
    {
        [Generic] = new(),
        [Keycloak] = KeycloakRow.Behavior,
        [NodeOidcProvider] = NodeOidcProviderRow.Behavior,
        [Glewlwyd] = GlewlwydRow.Behavior,
        [SpringAuthorizationServer] = SpringRow.Behavior,
        [Hydra] = HydraRow.Behavior,
        [Mcp] = McpRow.Behavior,
    };

    /// <summary>The names of all presets.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_rows.Keys];

    /// <summary>The switches of a preset.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    public static DynamicRegistrationBehavior Get(string name) => s_rows.GetValueOrDefault(name)
        ?? throw new ArgumentException($"There is no preset '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
}
