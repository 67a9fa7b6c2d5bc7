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

        if (options.DocSpacePortals is [var portal, ..] && ApiKey(portal) is { } key)
            Add("DocSpace", At(portalAddress(portal.Name)), ("ApiKey", key));

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

    // A key with scopes gets no signature.
    private static string? ApiKey(DocSpacePortalOptions portal) => portal.Users.OrderBy(u => u.Role)
        .SelectMany(u => u.ApiKeys).FirstOrDefault(k => k.Scopes.Count == 0)?.Value;
}
