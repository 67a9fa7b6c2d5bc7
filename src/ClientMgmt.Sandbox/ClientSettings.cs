using ClientMgmt.Sandbox.DynamicRegistration;

namespace ClientMgmt.Sandbox;

/// <summary>The configuration by which ClientMgmt reaches what a sandbox serves; what has no credential for it is left out.</summary>
internal static class ClientSettings
{
    private const string Section = "ClientManagement";

    public static IReadOnlyDictionary<string, string?> Of(SandboxOptions options, Uri address, Func<string, Uri> portalAddress)
    {
        var settings = new Dictionary<string, string?>();
        if (options.AuthleteServices.FirstOrDefault(s => s.Version == AuthleteVersion.V3 && s.AccessTokens.Count > 0) is { } v3)
            Add("AuthleteV3", At(address), ("ServiceId", v3.ServiceId), ("AccessToken", v3.AccessTokens[0]));

        if (options.AuthleteServices.FirstOrDefault(s => s.Version == AuthleteVersion.V2) is { } v2)
            Add("AuthleteV2", At(address), ("ServiceApiKey", v2.ServiceId), ("ServiceApiSecret", v2.ApiSecret), ("Developer", SandboxDefaults.Developer));

        if (options.DocSpacePortals is [var portal, ..] && Credential(portal) is { } credential)
            Add("DocSpace", At(portalAddress(portal.Name)), [credential, .. Version(portal)]);

        if (Registration(options.DynamicRegistration) is { } registration)
            Add("DynamicRegistration", ("Issuer", new Uri(address, Addresses.IssuerPath).ToString()), registration);

        return settings;

        static (string Name, string Value) At(Uri baseAddress) => ("BaseAddress", baseAddress.ToString());

        void Add(string backend, (string Name, string Value) address, params (string Name, string Value)[] others)
        {
            settings.TryAdd($"{Section}:Provider", backend);
            foreach ((string name, string value) in others.Prepend(address).Prepend(("Backend", backend)))
            {
                settings[$"{Section}:Providers:{backend}:{name}"] = value;
            }
        }
    }

    // Null if nobody could register there.
    private static (string Name, string Value)[]? Registration(DynamicRegistrationOptions options)
    {
        bool isOpen = options.Behavior.InitialAccess == RegistrationAccess.Open;
        if (!options.Behavior.Enabled || (!isOpen && options.InitialAccessTokens.Count == 0))
            return null;
        return
        [
            .. options.InitialAccessTokens.Take(isOpen ? 0 : 1).Select(token => ("InitialAccessToken", token)),
            ("RegistrationStore", "memory"),
            .. DynamicRegistrationPresets.Names.Where(name => DynamicRegistrationPresets.Get(name) == options.Behavior).Select(name => ("Server", name)),
        ];
    }

    // A key with scopes gets no signature, and 3.0 knows none.
    private static (string Name, string Value)? Credential(DocSpacePortalOptions portal)
    {
        bool isCookie = portal.Generation == DocSpaceGeneration.Version30;
        string? value = portal.Users.OrderBy(u => u.Role).Select(u => isCookie ? u.AuthKey : u.ApiKeys.FirstOrDefault(k => k.Scopes.Count == 0)?.Value)
            .FirstOrDefault(v => v is not null);
        return value is null ? null : (isCookie ? "AscAuthKey" : "ApiKey", value);
    }

    // What comes after 3.7 has no number yet; the library takes a server without one for a current one.
    private static (string Name, string Value)[] Version(DocSpacePortalOptions portal) => portal.Generation switch
    {
        DocSpaceGeneration.Version30 => [("ServerVersion", "3.0")],
        DocSpaceGeneration.Version31 => [("ServerVersion", "3.6")],
        DocSpaceGeneration.Version37 => [("ServerVersion", "3.7")],
        _ => [],
    };
}
