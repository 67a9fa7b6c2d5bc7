namespace ClientMgmt.Cli.Demo;

/// <summary>
/// The metadata that the demo's clients are created with: one table for all backends, of which each gets the part that
/// its capabilities list.
/// </summary>
internal static class DemoMetadata
{
    private static readonly Dictionary<string, Func<ClientMetadata, DemoRun, ClientMetadata>> s_values = new()
    {
        ["client_name"] = (c, run) => c with { ClientName = run.Name("") },
        ["description"] = (c, _) => c with { Description = "Made by the demo" },
        ["client_uri"] = (c, _) => c with { ClientUri = "https://app.example.com/" },
        ["logo_uri"] = (c, run) => c with { LogoUri = run.Provider.Logo },
        ["policy_uri"] = (c, _) => c with { PolicyUri = "https://app.example.com/privacy" },
        ["tos_uri"] = (c, _) => c with { TosUri = "https://app.example.com/terms" },
        ["redirect_uris"] = (c, _) => c with { RedirectUris = ["https://app.example.com/callback", "http://localhost:5000/callback"] },
        ["post_logout_redirect_uris"] = (c, _) => c with { PostLogoutRedirectUris = ["https://app.example.com/bye"] },
        ["allowed_origins"] = (c, _) => c with { AllowedOrigins = ["https://app.example.com"] },
        ["scope"] = (c, run) => c with { Scope = run.Provider.Scopes.Count == 0 ? null : string.Join(' ', run.Provider.Scopes) },
        ["token_endpoint_auth_method"] = (c, _) => c with { TokenEndpointAuthMethod = ClientAuthenticationMethods.ClientSecretPost },
        ["contacts"] = (c, _) => c with { Contacts = ["admin@example.com"] },
        ["grant_types"] = (c, _) => c with { GrantTypes = [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken] },
        ["response_types"] = (c, _) => c with { ResponseTypes = ["code"] },
        ["response_modes"] = (c, _) => c with { ResponseModes = ["query", "form_post"] },
        ["software_id"] = (c, _) => c with { SoftwareId = "clientmgmt-demo" },
        ["client_name#"] = (c, _) => c with { ClientNames = new Dictionary<string, string> { ["de"] = "Vorführung" } },
    };

    public static ClientMetadata For(DemoRun run, string name)
    {
        string[] lacking = [.. run.Clients.Capabilities.Metadata.Values
            .Where(m => m.RequiredAtCreation && !s_values.ContainsKey(m.Name)).Select(m => m.Name)];
        Expect.That(lacking.Length == 0, $"the demo has no value for {string.Join(", ", lacking)}");
        return Settable(run).Aggregate(new ClientMetadata(), (metadata, value) => value.Value(metadata, run)) with
        {
            ClientName = name,
        };
    }

    /// <summary>Says what of the metadata asked for is not in the metadata stored.</summary>
    public static void ExpectStored(DemoRun run, string name, ClientMetadata stored)
    {
        Expect.Equal("client_name", name, stored.ClientName);
        string[] other = [.. Settable(run).Where(v => v.Key != "client_name" && v.Value(stored, run) != stored).Select(v => v.Key)];
        Expect.That(other.Length == 0, $"not stored as asked: {string.Join(", ", other)}");
    }

    private static IEnumerable<KeyValuePair<string, Func<ClientMetadata, DemoRun, ClientMetadata>>> Settable(DemoRun run) =>
        s_values.Where(v => run.Clients.Capabilities.CanSetAtCreation(v.Key));
}
