using ClientMgmt.Mapping;

namespace ClientMgmt.DocSpace;

/// <summary>Where DocSpace keeps each metadata value: the table that reading, writing and the capabilities share.</summary>
internal static class DocSpaceProperties
{
    // The last version that is known to ignore changes of redirect URIs and scopes.
    private static readonly Version s_fixedRedirects = new(3, 8);

    // The last version whose names are checked otherwise.
    private static readonly Version s_otherNames = new(3, 6);

    private static readonly MetadataMapping[] s_rows =
    [
        Required("client_name", ClientResponse.Name, new TextCodec(), "3 to 255 characters", DocSpaceRules.Name),
        Optional("description", ClientResponse.Description, new DescriptionCodec(), "at most 255 characters", DocSpaceRules.Description),
        Required("logo_uri", ClientResponse.Logo, new LogoCodec(), "a data: URI whose image has at most 256,000 bytes", DocSpaceRules.Logo),
        Fixed("client_uri", ClientResponse.WebsiteUrl, new TextCodec(), DocSpaceRules.Page),
        Fixed("tos_uri", ClientResponse.TermsUrl, new TextCodec(), DocSpaceRules.Page),
        Fixed("policy_uri", ClientResponse.PolicyUrl, new TextCodec(), DocSpaceRules.Page),
        Required(
            "redirect_uris", ClientResponse.RedirectUris, new TextListCodec(),
            "1 to 12 http, https or claude URLs of at most 255 bytes; servers up to 3.8 ignore changes", DocSpaceRules.Addresses),
        Fixed("post_logout_redirect_uris", ClientResponse.LogoutRedirectUris, new SingleUriCodec(), DocSpaceRules.Pages) with
        {
            RequestName = CreateClientRequest.LogoutRedirectUri,
        },
        Required(
            "allowed_origins", ClientResponse.AllowedOrigins, new TextListCodec(),
            "1 to 12 http, https or claude URLs of at most 255 bytes", DocSpaceRules.Addresses),
        Required("scope", ClientResponse.Scopes, new ScopeListCodec(), "entries of the catalogue of scopes; servers up to 3.8 ignore changes"),
        Optional(
            "token_endpoint_auth_method", ClientResponse.AuthenticationMethods, new AuthenticationMethodCodec(),
            "client_secret_post, or none to allow PKCE without the secret") with
        {
            RequestName = CreateClientRequest.AllowPkce,
        },
        ReadOnly(ClientResponse.AuthenticationMethods, "set token_endpoint_auth_method"),
        ReadOnly(ClientResponse.Tenant, "the server sets it"),
        ReadOnly(ClientResponse.IsPublic, "the server ignores it and stores true"),
        ReadOnly(ClientResponse.CreatedBy, "the server sets it"),
        ReadOnly(ClientResponse.ModifiedBy, "the server sets it"),
    ];

    private static readonly IssuedNames s_issued = new(
        ClientResponse.ClientId, ClientResponse.ClientSecret, ClientResponse.Enabled, ClientResponse.CreatedOn, ClientResponse.ModifiedOn);

    private static readonly MetadataMapping s_unknown =
        MetadataMapping.Vendor("", settable: false, "the server ignores unknown properties");

    // A slip of the servers' serializer: of a flag that is called is_public.
    private static readonly (string Name, string Of)? s_repetition = ("public", ClientResponse.IsPublic);

    public static MetadataMap Current { get; } = new(s_rows, s_issued, s_unknown, s_repetition);

    /// <summary>The same for servers that are known to ignore changes of redirect URIs and scopes.</summary>
    public static MetadataMap UpTo38 { get; } = new(
        s_rows.Select(row => row.Name is "redirect_uris" or "scope"
            ? row with { Capability = row.Capability with { Updatable = false, Remark = "servers up to 3.8 ignore the change" } }
            : row),
        s_issued,
        s_unknown,
        s_repetition);

    /// <summary>The same for version 3.6, which has a rule of its own for names.</summary>
    public static MetadataMap UpTo36 { get; } = new(
        UpTo38.Rows.Select(row => row.Name == "client_name" ? row with { Rule = DocSpaceRules.NameUpTo36 } : row),
        s_issued,
        s_unknown,
        s_repetition);

    /// <summary>What a PUT carries, whatever the server makes of it: the current server demands all of it.</summary>
    public static IEnumerable<MetadataMapping> SentInUpdate => s_rows.Where(r => r.Capability.Updatable);

    /// <summary>The table for a server; without a version, a current one is assumed.</summary>
    public static MetadataMap For(Version? server) => server is null ? Current
        : new Version(server.Major, server.Minor) is var version && version <= s_otherNames ? UpTo36
        : version <= s_fixedRedirects ? UpTo38
        : Current;

    private static MetadataMapping Optional(
        string name, string member, Codec codec, string remark, Func<object, bool, string?>? rule = null) =>
        new(new MetadataCapability(name) { Remark = remark }, member, codec) { Rule = rule };

    private static MetadataMapping Required(
        string name, string member, Codec codec, string remark, Func<object, bool, string?>? rule = null) =>
        new(new MetadataCapability(name) { RequiredAtCreation = true, Remark = remark }, member, codec) { Rule = rule };

    private static MetadataMapping Fixed(string name, string member, Codec codec, Func<object, bool, string?> rule) => new(
        new MetadataCapability(name)
        {
            RequiredAtCreation = true,
            Updatable = false,
            Remark = "the server ignores changes; delete the client and create it anew",
        },
        member,
        codec)
    {
        Rule = rule,
    };

    private static MetadataMapping ReadOnly(string member, string remark) =>
        MetadataMapping.Vendor(member, settable: false, remark);
}
