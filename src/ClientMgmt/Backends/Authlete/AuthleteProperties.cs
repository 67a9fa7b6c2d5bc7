using ClientMgmt.Authlete.V3;
using ClientMgmt.Mapping;
using Vocabulary = ClientMgmt.Mapping.Vocabulary;
using Words = ClientMgmt.Authlete.AuthleteVocabulary;

namespace ClientMgmt.Authlete;

/// <summary>Where Authlete keeps each metadata value: the table that reading, writing and the capabilities share.</summary>
internal static class AuthleteProperties
{
    private const string NotInV2 = "only API v3 has it";

    private static readonly MetadataMapping[] s_standard =
    [
        Text("client_name", Client.ClientName),
        Localized("client_name#", Client.ClientNames),
        Text("description", Client.Description),
        Localized("description#", Client.Descriptions),
        Text("client_uri", Client.ClientUri),
        Localized("client_uri#", Client.ClientUris),
        Text("logo_uri", Client.LogoUri),
        Localized("logo_uri#", Client.LogoUris),
        Text("policy_uri", Client.PolicyUri),
        Localized("policy_uri#", Client.PolicyUris),
        Text("tos_uri", Client.TosUri),
        Localized("tos_uri#", Client.TosUris),
        List("contacts", Client.Contacts),
        Text("organization_name", Client.OrganizationName),
        Text("software_id", Client.SoftwareId),
        Text("software_version", Client.SoftwareVersion),

        Text("application_type", Client.ApplicationType, Words.LowerCase),
        List("redirect_uris", Client.RedirectUris),
        List("grant_types", Client.GrantTypes, Words.GrantTypes),
        Row("response_types", Client.ResponseTypes, new ResponseTypesCodec()),
        List("response_modes", Client.ResponseModes, Words.ResponseModes),
        Row("scope", Client.Extension, new RequestableScopesCodec()),
        Text("token_endpoint_auth_method", Client.TokenAuthMethod, Words.LowerCase),
        Text("token_endpoint_auth_signing_alg", Client.TokenAuthSignAlg, Words.SigningAlgorithms),
        Flag("require_pushed_authorization_requests", Client.ParRequired),
        Flag("dpop_bound_access_tokens", Client.DpopRequired),
        List("authorization_details_types", Client.AuthorizationDetailsTypes),
        Row("default_max_age", Client.DefaultMaxAge, new MaxAgeCodec()),
        Flag("require_auth_time", Client.AuthTimeRequired),
        List("default_acr_values", Client.DefaultAcrs),
        Text("initiate_login_uri", Client.LoginUri),
        Text("subject_type", Client.SubjectType, Words.LowerCase),
        Text("sector_identifier_uri", Client.SectorIdentifierUri),
        Text("backchannel_token_delivery_mode", Client.BcDeliveryMode, Words.LowerCase),
        Text("backchannel_client_notification_endpoint", Client.BcNotificationEndpoint),
        Text("backchannel_authentication_request_signing_alg", Client.BcRequestSignAlg, Words.SigningAlgorithms),
        Flag("backchannel_user_code_parameter", Client.BcUserCodeRequired),
        Text("backchannel_logout_uri", Client.BackchannelLogoutUri),
        Flag("backchannel_logout_session_required", Client.BackchannelLogoutSessionRequired),
        Text("credential_offer_endpoint", Client.CredentialOfferEndpoint),
        List("client_registration_types", Client.ClientRegistrationTypes, Words.LowerCase),

        Text("jwks_uri", Client.JwksUri),
        Row("jwks", Client.Jwks, new JsonTextCodec()),
        Text("signed_jwks_uri", Client.SignedJwksUri),
        Text("tls_client_auth_subject_dn", Client.TlsClientAuthSubjectDn),
        Text("tls_client_auth_san_dns", Client.TlsClientAuthSanDns),
        Text("tls_client_auth_san_uri", Client.TlsClientAuthSanUri),
        Text("tls_client_auth_san_ip", Client.TlsClientAuthSanIp),
        Text("tls_client_auth_san_email", Client.TlsClientAuthSanEmail),
        Flag("tls_client_certificate_bound_access_tokens", Client.TlsClientCertificateBoundAccessTokens),
        Flag("use_mtls_endpoint_aliases", Client.MtlsEndpointAliasesUsed),
        Text("spiffe_id", Client.SpiffeId),
        Text("spiffe_bundle_endpoint", Client.SpiffeBundleEndpoint),
        Text("id_token_signed_response_alg", Client.IdTokenSignAlg, Words.SigningAlgorithms),
        Text("id_token_encrypted_response_alg", Client.IdTokenEncryptionAlg, Words.KeyManagementAlgorithms),
        Text("id_token_encrypted_response_enc", Client.IdTokenEncryptionEnc, Words.ContentEncryptionAlgorithms),
        Text("userinfo_signed_response_alg", Client.UserInfoSignAlg, Words.SigningAlgorithms),
        Text("userinfo_encrypted_response_alg", Client.UserInfoEncryptionAlg, Words.KeyManagementAlgorithms),
        Text("userinfo_encrypted_response_enc", Client.UserInfoEncryptionEnc, Words.ContentEncryptionAlgorithms),
        Text("authorization_signed_response_alg", Client.AuthorizationSignAlg, Words.SigningAlgorithms),
        Text("authorization_encrypted_response_alg", Client.AuthorizationEncryptionAlg, Words.KeyManagementAlgorithms),
        Text("authorization_encrypted_response_enc", Client.AuthorizationEncryptionEnc, Words.ContentEncryptionAlgorithms),
        Text("request_object_signing_alg", Client.RequestSignAlg, Words.SigningAlgorithms),
        Text("request_object_encryption_alg", Client.RequestEncryptionAlg, Words.KeyManagementAlgorithms),
        Text("request_object_encryption_enc", Client.RequestEncryptionEnc, Words.ContentEncryptionAlgorithms),
        List("request_uris", Client.RequestUris),
        Flag("require_signed_request_object", Client.RequestObjectRequired),
        Text("digest_algorithm", Client.DigestAlgorithm),
    ];

    // OAuthClient itself holds these.
    private static readonly IssuedNames s_issued = new(
        Client.ClientId, Client.ClientSecret, Enabled: Client.Locked, Client.CreatedAt, Client.ModifiedAt);

    // Flagged read-only by the vendor, or set by the server alone in effect.
    private static readonly string[] s_readOnly =
    [
        Client.Number, Client.ServiceNumber, Client.DynamicallyRegistered,
        Client.DerivedSectorIdentifier, Client.RegistrationAccessTokenHash,
        Client.AutomaticallyRegistered, Client.ExplicitlyRegistered, Client.TrustChain,
        Client.TrustChainExpiresAt, Client.TrustChainUpdatedAt,
        Client.MetadataDocumentLocation, Client.MetadataDocumentExpiresAt,
        Client.MetadataDocumentUpdatedAt, Client.DiscoveredByMetadataDocument,
        Client.ClientSource,
    ];

    // What v3 takes from federation or from the client's metadata document: it accepts a caller's value, and ignores it.
    private static readonly string[] s_ignoredByV3 =
    [
        Client.Developer, Client.OrganizationName, Client.SignedJwksUri, Client.ClientRegistrationTypes, Client.EntityId,
        Client.TrustAnchorId,
    ];

    // What the server makes of a property that an update leaves out, where that is not nothing.
    private static readonly (string JsonName, string Words, object? Value)[] s_defaults =
    [
        (Client.IdTokenSignAlg, "RS256", "RS256"), (Client.SubjectType, "public", "public"),
        (Client.DigestAlgorithm, "sha-256", "sha-256"), (Client.ClientType, Words.PublicClient, Words.PublicClient),
        (Client.ClientIdAlias, "the decimal client id", null),
        (Client.ResponseModes, "the modes that the server allows by default", Words.ResponseModes.StandardWords),
    ];

    // RFC 8705 section 2.1.2.
    private static readonly string[] s_certificateSubjects =
    [
        "tls_client_auth_subject_dn", "tls_client_auth_san_dns", "tls_client_auth_san_uri", "tls_client_auth_san_ip",
        "tls_client_auth_san_email",
    ];

    private static readonly string[] s_onlyV3 = [.. Client.All.Except(V2.Client.All)];

    // The same of the object extension.
    private static readonly MetadataCapability[] s_onlyInExtensionOfV3 =
        [.. ClientExtension.All.Except(V2.ClientExtension.All).Select(name => Fixed(new MetadataCapability(name), NotInV2))];

    private static readonly MetadataMapping[] s_all =
    [
        .. s_standard.Select(Describe),
        .. s_readOnly.Select(name => MetadataMapping.Vendor(name, settable: false, "the server sets it")),
        .. Client.All.Except(s_issued.All.OfType<string>()).Except(s_readOnly)
            .Except(s_standard.Where(r => r.Codec.IsComplete).Select(r => r.JsonName))
            .Select(name => Describe(Vendor(name))),
    ];

    // A newer server may know properties that this specification does not, so unknown names are passed on.
    private static readonly MetadataMapping s_unknown = MetadataMapping.Vendor("") with { Default = "what the server has for it" };

    public static ClientIdAlias AliasOfV3 { get; } = new(Client.ClientIdAlias)
    {
        Switch = Client.ClientIdAliasEnabled,
        Remark = "a service may refuse one that begins with http:// or https://",
    };

    public static ClientIdAlias AliasOfV2 { get; } = AliasOfV3 with
    {
        Remark = "it counts only if the service allows aliases too; this API does not tell whether it does",
    };

    // Lazy, because an application rarely uses both.
    private static readonly Lazy<MetadataMap> s_v3 = new(() => Map(row => s_ignoredByV3.Contains(row.JsonName) ? Fixed(row, "API v3 accepts and ignores it")
        : row.JsonName == Client.ClientIdAliasEnabled ? Fixed(row, "API v3 always says true")
        : row));

    private static readonly Lazy<MetadataMap> s_v2 = new(() => Map(row => row.Name != Client.Developer ? ForV2(row) : row with
    {
        Substitute = "set it, or the setting Developer for all clients of the provider",
        Capability = row.Capability with { RequiredAtCreation = true, Remark = "the owner of the client; the setting Developer may name it" },
    }));

    private static readonly Lazy<MetadataMap> s_ownedV2 = new(() => Map(ForV2));

    public static MetadataMap MapOfV3 => s_v3.Value;

    /// <summary>Each client has a developer.</summary>
    public static MetadataMap MapOfV2 => s_v2.Value;

    /// <summary>The same where the options name the developer of clients that name none.</summary>
    public static MetadataMap MapOfOwnedV2 => s_ownedV2.Value;

    private static MetadataMap Map(Func<MetadataMapping, MetadataMapping> adapt) =>
        new(s_all.Select(adapt), s_issued, s_unknown, alternatives: s_certificateSubjects);

    private static MetadataMapping ForV2(MetadataMapping row) => s_onlyV3.Contains(row.JsonName) ? Fixed(row, NotInV2)
        : row.Name == Client.Extension ? row with { Capability = row.Capability with { UnsupportedMembers = s_onlyInExtensionOfV3 } }
        : row.JsonName == Client.ClientIdAlias ? Vendor(row.JsonName)
        : row;

    private static MetadataMapping Fixed(MetadataMapping row, string remark) => row with { Capability = Fixed(row.Capability, remark) };

    private static MetadataCapability Fixed(MetadataCapability capability, string remark) =>
        capability with { SettableAtCreation = false, Updatable = false, Remark = remark };

    // An update leaves out what is cleared. A client that authenticates must not become one that need not by that.
    private static MetadataMapping Describe(MetadataMapping row) => row.JsonName switch
    {
        Client.TokenAuthMethod => row with
        {
            WhyNotCleared = "cannot be cleared, as the server would take that for none; set it to none or, as RFC 7591 reads it, to "
                + ClientAuthenticationMethods.ClientSecretBasic,
            Capability = row.Capability with { Remark = "can be changed, but not cleared: the server would take that for none" },
        },
        Client.GrantTypes => row with { KnownWords = Words.GrantTypes.VendorWords },
        Client.ResponseTypes => row with { KnownWords = Words.ResponseTypes.VendorWords },
        Client.FapiModes => row with { KnownWords = Words.FapiModes },
        _ when Array.Find(s_defaults, d => d.JsonName == row.JsonName) is { Words: { } words } known => row with
        {
            Default = words,
            DefaultValue = known.Value,
            KnownWords = row.JsonName == Client.ResponseModes ? Words.ResponseModes.VendorWords : null,
            Capability = row.Capability with { Remark = $"cleared, it becomes {words}" },
        },
        _ => row,
    };

    private static MetadataMapping Vendor(string name) => MetadataMapping.Vendor(name, type: Client.Types.GetValueOrDefault(name));

    private static MetadataMapping Row(string name, string member, Codec codec) =>
        new(new MetadataCapability(name), member, codec);

    private static MetadataMapping Text(string name, string member, Vocabulary? words = null) =>
        Row(name, member, new TextCodec(words));

    private static MetadataMapping List(string name, string member, Vocabulary? words = null) =>
        Row(name, member, new TextListCodec(words));

    private static MetadataMapping Flag(string name, string member) => Row(name, member, new FlagCodec());

    private static MetadataMapping Localized(string name, string member) => Row(name, member, new TaggedValuesCodec());
}
