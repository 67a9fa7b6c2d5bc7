using ClientMgmt.Mapping;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

/// <summary>Where DocSpace keeps each metadata value: the table that reading, writing and the capabilities share.</summary>
internal static class DocSpaceProperties
{
    public static readonly string ClientId = Of(nameof(ClientResponse.Client_id));
    public static readonly string ClientSecret = Of(nameof(ClientResponse.Client_secret));
    public static readonly string Description = Of(nameof(ClientResponse.Description));
    public static readonly string Enabled = Of(nameof(ClientResponse.Enabled));
    public static readonly string CreatedOn = Of(nameof(ClientResponse.Created_on));
    public static readonly string ModifiedOn = Of(nameof(ClientResponse.Modified_on));

    // The last version that is known to ignore changes of redirect URIs and scopes.
    private static readonly Version s_fixedRedirects = new(3, 8);

    private static readonly MetadataMapping[] s_rows =
    [
        Required("client_name", nameof(ClientResponse.Name), new TextCodec(), "3 to 256 characters"),
        Optional("description", nameof(ClientResponse.Description), new DescriptionCodec(), "at most 255 characters"),
        Required("logo_uri", nameof(ClientResponse.Logo), new LogoCodec(), "a data: URI of at most 256,000 bytes"),
        Fixed("client_uri", nameof(ClientResponse.Website_url)),
        Fixed("tos_uri", nameof(ClientResponse.Terms_url)),
        Fixed("policy_uri", nameof(ClientResponse.Policy_url)),
        Required("redirect_uris", nameof(ClientResponse.Redirect_uris), new TextListCodec(), "1 to 12 entries; servers up to 3.8 ignore changes"),
        Fixed("post_logout_redirect_uris", nameof(ClientResponse.Logout_redirect_uris), new SingleUriCodec()) with
        {
            RequestName = JsonNames.Of<CreateClientRequest>(nameof(CreateClientRequest.Logout_redirect_uri)),
        },
        Required("allowed_origins", nameof(ClientResponse.Allowed_origins), new TextListCodec(), "1 to 12 entries"),
        Required("scope", nameof(ClientResponse.Scopes), new ScopeListCodec(), "entries of the catalogue of scopes; servers up to 3.8 ignore changes"),
        Optional(
            "token_endpoint_auth_method", nameof(ClientResponse.Authentication_methods), new AuthenticationMethodCodec(),
            "client_secret_post, or none to allow PKCE without the secret") with
        {
            RequestName = JsonNames.Of<CreateClientRequest>(nameof(CreateClientRequest.Allow_pkce)),
        },
        ReadOnly(nameof(ClientResponse.Authentication_methods), "set token_endpoint_auth_method"),
        ReadOnly(nameof(ClientResponse.Tenant), "the server sets it"),
        ReadOnly(nameof(ClientResponse.Is_public), "the server ignores it and stores true"),
        ReadOnly(nameof(ClientResponse.Created_by), "the server sets it"),
        ReadOnly(nameof(ClientResponse.Modified_by), "the server sets it"),
    ];

    private static readonly IssuedNames s_issued = new(ClientId, ClientSecret, Enabled, CreatedOn, ModifiedOn);

    private static readonly MetadataMapping s_unknown =
        MetadataMapping.Vendor("", settable: false, "the server ignores unknown properties");

    public static MetadataMap Current { get; } = new(s_rows, s_issued, s_unknown);

    /// <summary>The same for servers that are known to ignore changes of redirect URIs and scopes.</summary>
    public static MetadataMap UpTo38 { get; } = new(
        s_rows.Select(row => row.Name is "redirect_uris" or "scope"
            ? row with { Capability = row.Capability with { Updatable = false, Remark = "servers up to 3.8 ignore the change" } }
            : row),
        s_issued,
        s_unknown);

    /// <summary>What a PUT carries, whatever the server makes of it: the current server demands all of it.</summary>
    public static IEnumerable<MetadataMapping> SentInUpdate => s_rows.Where(r => r.Capability.Updatable);

    /// <summary>The table for a server; without a version, a current one is assumed.</summary>
    public static MetadataMap For(Version? server) =>
        server is not null && new Version(server.Major, server.Minor) <= s_fixedRedirects ? UpTo38 : Current;

    private static string Of(string member) => JsonNames.Of<ClientResponse>(member);

    private static MetadataMapping Optional(string name, string member, Codec codec, string? remark = null) =>
        new(new MetadataCapability(name) { Remark = remark }, Of(member), codec);

    private static MetadataMapping Required(string name, string member, Codec codec, string remark) =>
        new(new MetadataCapability(name) { RequiredAtCreation = true, Remark = remark }, Of(member), codec);

    private static MetadataMapping Fixed(string name, string member, Codec? codec = null) => new(
        new MetadataCapability(name)
        {
            RequiredAtCreation = true,
            Updatable = false,
            Remark = "the server ignores changes; delete the client and create it anew",
        },
        Of(member),
        codec ?? new TextCodec());

    private static MetadataMapping ReadOnly(string member, string remark) =>
        MetadataMapping.Vendor(Of(member), settable: false, remark);
}
