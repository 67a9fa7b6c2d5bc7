using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Support;

/// <summary>Every way in which a backend may behave that the contract must hold for.</summary>
public static class ProviderCases
{
    public static ProviderCase AuthleteV2 { get; } = Authlete(Backend.AuthleteV2, "AuthleteV2", new());

    public static ProviderCase AuthleteV3 { get; } = Authlete(Backend.AuthleteV3, "AuthleteV3", new());

    public static ProviderCase DocSpace { get; } =
        Portal("DocSpace", new DocSpacePortalOptions { Generation = DocSpaceGeneration.Next });

    /// <summary>A server that looks at values as little as those of the others do.</summary>
    public static ProviderCase DynamicRegistration { get; } = Registration("DynamicRegistration", DynamicRegistrationPresets.Generic, behavior => behavior with
    {
        UrisChecked = false,
        RedirectUris = RegistrationRedirectUris.Never,
        KeysRequired = false,
        BothKeySetsAllowed = true,
        UnknownMembers = RegistrationMember.Kept,
    });

    /// <summary>The same by one token for all clients, whose ids are in the paths then.</summary>
    public static ProviderCase ManagedRegistration { get; } = DynamicRegistration with { Name = "DynamicRegistration, one token", IsManaged = true };

    public static IEnumerable<ProviderCase> Defaults => [.. Vendors, DynamicRegistration];

    /// <summary>The backends with an API of their own: their clients have grants, are disabled and get new secrets.</summary>
    public static IEnumerable<ProviderCase> Vendors => [AuthleteV2, AuthleteV3, DocSpace];

    public static IEnumerable<ProviderCase> All =>
    [
        .. Defaults,
        .. new[] { Backend.AuthleteV2, Backend.AuthleteV3 }.SelectMany(AuthleteVariants),
        .. DocSpaceVariants,
        .. RegistrationVariants,
    ];

    public static IEnumerable<ProviderCase> AllAuthlete => All.Where(c => c.Backend is Backend.AuthleteV2 or Backend.AuthleteV3);

    public static IEnumerable<ProviderCase> RegistrationVariants =>
    [
        Registration("DynamicRegistration, strict", DynamicRegistrationPresets.Generic),
        Registration("DynamicRegistration, NodeOidcProvider", DynamicRegistrationPresets.NodeOidcProvider) with
        {
            Server = RegistrationServer.NodeOidcProvider,
        },
        Keycloak,
        Keycloak with { Name = "DynamicRegistration, Keycloak, one token", IsManaged = true },
    ];

    public static IEnumerable<ProviderCase> DocSpaceVariants =>
    [
        Portal("DocSpace 3.0", new DocSpacePortalOptions { Generation = DocSpaceGeneration.Version30 }) with
        {
            ServerVersion = new Version(3, 0),
            UsesCookie = true,
        },
        Portal("DocSpace 3.1", new DocSpacePortalOptions { Generation = DocSpaceGeneration.Version31 }),
        Portal("DocSpace 3.7", new DocSpacePortalOptions { Generation = DocSpaceGeneration.Version37 }),
        Portal("DocSpace 3.7 told", new DocSpacePortalOptions { Generation = DocSpaceGeneration.Version37 }) with
        {
            ServerVersion = new Version(3, 7),
        },
        Portal("DocSpace, new paths", new DocSpacePortalOptions { Generation = DocSpaceGeneration.Next }) with
        {
            PathPrefix = "api/2.0/oauth2",
        },
        Portal("DocSpace SaaS", new DocSpacePortalOptions
        {
            Generation = DocSpaceGeneration.Next,
            Storage = DocSpaceStorage.Saas,
        }),
        Portal("DocSpace 3.7 SaaS", new DocSpacePortalOptions
        {
            Generation = DocSpaceGeneration.Version37,
            Storage = DocSpaceStorage.Saas,
            StrayPublicProperty = true,
        }),
        Portal("DocSpace 3.7 quirks", new DocSpacePortalOptions
        {
            Generation = DocSpaceGeneration.Version37,
            CachedReads = true,
            NullDescriptionBecomesText = true,
            UtcOffset = TimeSpan.FromHours(5.5),
            ConsentsOutliveClients = true,
        }),
        Portal("DocSpace 3.1, secrets in clear", new DocSpacePortalOptions
        {
            Generation = DocSpaceGeneration.Version31,
            SecretsEncrypted = false,
        }),
        Portal("DocSpace future", new DocSpacePortalOptions
        {
            Generation = DocSpaceGeneration.Next,
            FutureProperties = true,
            StrayPublicProperty = true,
        }),
    ];

    /// <summary>Servers that answer changes without a body; a client cannot be created there, because its id is lost.</summary>
    public static IEnumerable<ProviderCase> WithEmptyAnswers => new[] { Backend.AuthleteV2, Backend.AuthleteV3 }
        .Select(backend => Authlete(backend, "empty answers", new() { EmptySuccessBodies = true }));

    private static ProviderCase Keycloak => Registration("DynamicRegistration, Keycloak", DynamicRegistrationPresets.Keycloak) with
    {
        Server = RegistrationServer.Keycloak,
        NeverShown = ["logo_uri", "policy_uri", "tos_uri"],
    };

    private static IEnumerable<ProviderCase> AuthleteVariants(Backend backend) =>
    [
        Authlete(backend, "unknown 400", new() { UnknownClientStatus = 400 }),
        Authlete(backend, "unknown 403", new() { UnknownClientStatus = 403 }),
        Authlete(backend, "unknown 404 HTML", new() { UnknownClientStatus = 404, ErrorBody = AuthleteErrorBody.Html }),
        Authlete(backend, "create 200", new() { CreateStatus = 200 }),
        Authlete(backend, "nulls", new() { Unset = AuthleteUnset.Null }),
        Authlete(backend, "sparse", new() { Unset = AuthleteUnset.Sparse }),
        Authlete(backend, "pages of 3", new() { MaxPageSize = 3, NewestFirst = true }),
        Authlete(backend, "future", new() { FutureProperties = true, KeepUnknown = true }),
        Authlete(backend, "kept unknown", new() { KeepUnknown = true, Unset = AuthleteUnset.Sparse }),
        Authlete(backend, "aliases", new() { AliasAccepted = true, LockedHonoured = true }),
        Authlete(backend, "empty set is kept", new() { EmptyRequestableScopesBecomeNull = false }),
        Authlete(backend, "empty arrays are null", new() { EmptyArraysBecomeNull = true, EmptyAuthorizationScopesIgnored = true }),
        Authlete(backend, "issued values are taken", new() { ClientIdHonoured = true, ClientSecretHonoured = true }),
        Authlete(backend, "lock by update", new() { LockedHonoured = true, LockedChangedByUpdate = true }),
        Authlete(backend, "strict", new()
        {
            HttpAliasProhibited = true,
            DuplicateAlias = AuthleteDuplicateAlias.Conflict,
            EmptyRequestBodyAccepted = false,
            InvalidTokenStatus = 401,
        }),
        Authlete(backend, "limited list", new() { LimitedList = true }),
    ];

    private static ProviderCase Authlete(Backend backend, string name, AuthleteBehavior behavior) => new(
        name.StartsWith("Authlete", StringComparison.Ordinal) ? name : $"{backend}, {name}",
        backend,
        new SandboxOptions
        {
            AuthleteServices = [.. new SandboxOptions().AuthleteServices.Select(s => s with { Behavior = behavior })],
        });

    private static ProviderCase Portal(string name, DocSpacePortalOptions portal) => new(
        name,
        Backend.DocSpace,
        new SandboxOptions { DocSpacePortals = [portal with { Limits = DocSpaceLimits.None }] });

    private static ProviderCase Registration(
        string name, string preset, Func<DynamicRegistrationBehavior, DynamicRegistrationBehavior>? change = null) => new(
        name,
        Backend.DynamicRegistration,
        new SandboxOptions
        {
            DynamicRegistration = new()
            {
                Behavior = change?.Invoke(DynamicRegistrationPresets.Get(preset)) ?? DynamicRegistrationPresets.Get(preset),
            },
        });
}
