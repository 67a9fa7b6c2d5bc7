namespace ClientMgmt.Sandbox;

/// <summary>The configuration by which ClientMgmt reaches what a sandbox serves; what has no credential for it is left out.</summary>
internal static class ClientSettings
{
    private const string Section = "ClientManagement";

    public static IReadOnlyDictionary<string, string?> Of(SandboxOptions options, Uri address, Func<string, Uri> portalAddress)
    {
        var settings = new Dictionary<string, string?>();
        if (options.AuthleteServices.FirstOrDefault(s => s.Version == AuthleteVersion.V3 && s.AccessTokens.Count > 0) is { } v3)
            Add("AuthleteV3", address, ("ServiceId", v3.ServiceId), ("AccessToken", v3.AccessTokens[0]));

        if (options.AuthleteServices.FirstOrDefault(s => s.Version == AuthleteVersion.V2) is { } v2)
            Add("AuthleteV2", address, ("ServiceApiKey", v2.ServiceId), ("ServiceApiSecret", v2.ApiSecret), ("Developer", SandboxDefaults.Developer));

        if (options.DocSpacePortals is [var portal, ..] && ApiKey(portal) is { } key)
            Add("DocSpace", portalAddress(portal.Name), ("ApiKey", key));

        return settings;

        void Add(string backend, Uri baseAddress, params (string Name, string Value)[] credential)
        {
            settings.TryAdd($"{Section}:Provider", backend);
            foreach ((string name, string value) in credential.Prepend(("BaseAddress", baseAddress.ToString())).Prepend(("Backend", backend)))
            {
                settings[$"{Section}:Providers:{backend}:{name}"] = value;
            }
        }
    }

    // A key with scopes gets no signature.
    private static string? ApiKey(DocSpacePortalOptions portal) => portal.Users.OrderBy(u => u.Role)
        .SelectMany(u => u.ApiKeys).FirstOrDefault(k => k.Scopes.Count == 0)?.Value;
}
