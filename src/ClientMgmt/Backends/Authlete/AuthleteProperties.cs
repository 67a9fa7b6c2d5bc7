using ClientMgmt.Mapping;
using ClientMgmt.Serialization;
using Vocabulary = ClientMgmt.Mapping.Vocabulary;
using Words = ClientMgmt.Authlete.AuthleteVocabulary;

namespace ClientMgmt.Authlete;

/// <summary>Where Authlete keeps each metadata value: the table that reading, writing and the capabilities share.</summary>
internal static class AuthleteProperties
{
    public static readonly string ClientId = Of(nameof(Client.ClientId));
    public static readonly string ClientSecret = Of(nameof(Client.ClientSecret));
    public static readonly string ClientType = Of(nameof(Client.ClientType));
    public static readonly string TokenAuthMethod = Of(nameof(Client.TokenAuthMethod));
    public static readonly string Locked = Of(nameof(Client.Locked));
    public static readonly string CreatedAt = Of(nameof(Client.CreatedAt));
    public static readonly string ModifiedAt = Of(nameof(Client.ModifiedAt));

    private static readonly MetadataMapping[] s_standard =
    [
        Text("client_name", nameof(Client.ClientName)),
        Localized("client_name#", nameof(Client.ClientNames)),
        Text("description", nameof(Client.Description)),
        Localized("description#", nameof(Client.Descriptions)),
        Text("client_uri", nameof(Client.ClientUri)),
        Localized("client_uri#", nameof(Client.ClientUris)),
        Text("logo_uri", nameof(Client.LogoUri)),
        Localized("logo_uri#", nameof(Client.LogoUris)),
        Text("policy_uri", nameof(Client.PolicyUri)),
        Localized("policy_uri#", nameof(Client.PolicyUris)),
        Text("tos_uri", nameof(Client.TosUri)),
        Localized("tos_uri#", nameof(Client.TosUris)),
        List("contacts", nameof(Client.Contacts)),
        Text("organization_name", nameof(Client.OrganizationName)),
        Text("software_id", nameof(Client.SoftwareId)),
        Text("software_version", nameof(Client.SoftwareVersion)),

        Text("application_type", nameof(Client.ApplicationType), Words.LowerCase),
        List("redirect_uris", nameof(Client.RedirectUris)),
        List("grant_types", nameof(Client.GrantTypes), Words.GrantTypes),
        Row("response_types", nameof(Client.ResponseTypes), new ResponseTypesCodec()),
        List("response_modes", nameof(Client.ResponseModes), Words.ResponseModes),
        Row("scope", nameof(Client.Extension), new RequestableScopesCodec()),
        Text("token_endpoint_auth_method", nameof(Client.TokenAuthMethod), Words.LowerCase),
        Text("token_endpoint_auth_signing_alg", nameof(Client.TokenAuthSignAlg), Words.SigningAlgorithms),
        Flag("require_pushed_authorization_requests", nameof(Client.ParRequired)),
        Flag("dpop_bound_access_tokens", nameof(Client.DpopRequired)),
        List("authorization_details_types", nameof(Client.AuthorizationDetailsTypes)),
        Row("default_max_age", nameof(Client.DefaultMaxAge), new MaxAgeCodec()),
        Flag("require_auth_time", nameof(Client.AuthTimeRequired)),
        List("default_acr_values", nameof(Client.DefaultAcrs)),
        Text("initiate_login_uri", nameof(Client.LoginUri)),
        Text("subject_type", nameof(Client.SubjectType), Words.LowerCase),
        Text("sector_identifier_uri", nameof(Client.SectorIdentifierUri)),
        Text("backchannel_token_delivery_mode", nameof(Client.BcDeliveryMode), Words.LowerCase),
        Text("backchannel_client_notification_endpoint", nameof(Client.BcNotificationEndpoint)),
        Text("backchannel_authentication_request_signing_alg", nameof(Client.BcRequestSignAlg), Words.SigningAlgorithms),
        Flag("backchannel_user_code_parameter", nameof(Client.BcUserCodeRequired)),
        Text("backchannel_logout_uri", nameof(Client.BackchannelLogoutUri)),
        Flag("backchannel_logout_session_required", nameof(Client.BackchannelLogoutSessionRequired)),
        Text("credential_offer_endpoint", nameof(Client.CredentialOfferEndpoint)),
        List("client_registration_types", nameof(Client.ClientRegistrationTypes), Words.LowerCase),

        Text("jwks_uri", nameof(Client.JwksUri)),
        Row("jwks", nameof(Client.Jwks), new JsonTextCodec()),
        Text("signed_jwks_uri", nameof(Client.SignedJwksUri)),
        Text("tls_client_auth_subject_dn", nameof(Client.TlsClientAuthSubjectDn)),
        Text("tls_client_auth_san_dns", nameof(Client.TlsClientAuthSanDns)),
        Text("tls_client_auth_san_uri", nameof(Client.TlsClientAuthSanUri)),
        Text("tls_client_auth_san_ip", nameof(Client.TlsClientAuthSanIp)),
        Text("tls_client_auth_san_email", nameof(Client.TlsClientAuthSanEmail)),
        Flag("tls_client_certificate_bound_access_tokens", nameof(Client.TlsClientCertificateBoundAccessTokens)),
        Flag("use_mtls_endpoint_aliases", nameof(Client.MtlsEndpointAliasesUsed)),
        Text("id_token_signed_response_alg", nameof(Client.IdTokenSignAlg), Words.SigningAlgorithms),
        Text("id_token_encrypted_response_alg", nameof(Client.IdTokenEncryptionAlg), Words.KeyManagementAlgorithms),
        Text("id_token_encrypted_response_enc", nameof(Client.IdTokenEncryptionEnc), Words.ContentEncryptionAlgorithms),
        Text("userinfo_signed_response_alg", nameof(Client.UserInfoSignAlg), Words.SigningAlgorithms),
        Text("userinfo_encrypted_response_alg", nameof(Client.UserInfoEncryptionAlg), Words.KeyManagementAlgorithms),
        Text("userinfo_encrypted_response_enc", nameof(Client.UserInfoEncryptionEnc), Words.ContentEncryptionAlgorithms),
        Text("authorization_signed_response_alg", nameof(Client.AuthorizationSignAlg), Words.SigningAlgorithms),
        Text("authorization_encrypted_response_alg", nameof(Client.AuthorizationEncryptionAlg), Words.KeyManagementAlgorithms),
        Text("authorization_encrypted_response_enc", nameof(Client.AuthorizationEncryptionEnc), Words.ContentEncryptionAlgorithms),
        Text("request_object_signing_alg", nameof(Client.RequestSignAlg), Words.SigningAlgorithms),
        Text("request_object_encryption_alg", nameof(Client.RequestEncryptionAlg), Words.KeyManagementAlgorithms),
        Text("request_object_encryption_enc", nameof(Client.RequestEncryptionEnc), Words.ContentEncryptionAlgorithms),
        List("request_uris", nameof(Client.RequestUris)),
        Flag("require_signed_request_object", nameof(Client.RequestObjectRequired)),
        Text("digest_algorithm", nameof(Client.DigestAlgorithm)),
    ];

    // OAuthClient itself holds these.
    private static readonly IssuedNames s_issued = new(ClientId, ClientSecret, Enabled: Locked, CreatedAt, ModifiedAt);

    // Flagged read-only by the vendor, or set by the server alone in effect.
    private static readonly string[] s_readOnly =
    [
        Of(nameof(Client.Number)), Of(nameof(Client.ServiceNumber)), Of(nameof(Client.DynamicallyRegistered)),
        Of(nameof(Client.DerivedSectorIdentifier)), Of(nameof(Client.RegistrationAccessTokenHash)),
        Of(nameof(Client.AutomaticallyRegistered)), Of(nameof(Client.ExplicitlyRegistered)), Of(nameof(Client.TrustChain)),
        Of(nameof(Client.TrustChainExpiresAt)), Of(nameof(Client.TrustChainUpdatedAt)),
        Of(nameof(Client.MetadataDocumentLocation)), Of(nameof(Client.MetadataDocumentExpiresAt)),
        Of(nameof(Client.MetadataDocumentUpdatedAt)), Of(nameof(Client.DiscoveredByMetadataDocument)),
        Of(nameof(Client.ClientSource)),
    ];

    // The types are generated from v3's specification; v2's lacks these.
    private static readonly string[] s_onlyV3 =
    [
        Of(nameof(Client.CredentialOfferEndpoint)), Of(nameof(Client.FapiModes)), Of(nameof(Client.ResponseModes)),
        Of(nameof(Client.CredentialResponseEncryptionRequired)), Of(nameof(Client.MtlsEndpointAliasesUsed)),
        Of(nameof(Client.InScopeForTokenMigration)), Of(nameof(Client.MetadataDocumentLocation)),
        Of(nameof(Client.MetadataDocumentExpiresAt)), Of(nameof(Client.MetadataDocumentUpdatedAt)),
        Of(nameof(Client.DiscoveredByMetadataDocument)), Of(nameof(Client.ClientSource)),
        Of(nameof(Client.BackchannelLogoutUri)), Of(nameof(Client.BackchannelLogoutSessionRequired)),
    ];

    // The same of the object extension.
    private static readonly MetadataCapability[] s_onlyInExtensionOfV3 =
    [
        NotInV2(new MetadataCapability(JsonNames.Of<ClientExtension>(nameof(ClientExtension.IdTokenDuration)))),
    ];

    private static readonly MetadataMapping[] s_all =
    [
        .. s_standard,
        .. s_readOnly.Select(name => MetadataMapping.Vendor(name, settable: false, "the server sets it")),
        .. JsonNames.All<Client>().Except(s_issued.All).Except(s_readOnly)
            .Except(s_standard.Where(r => r.Codec.IsComplete).Select(r => r.JsonName))
            .Select(name => MetadataMapping.Vendor(name)),
    ];

    // A newer server may know properties that this specification does not, so unknown names are passed on.
    private static readonly MetadataMapping s_unknown = MetadataMapping.Vendor("");

    public static MetadataMap V3 { get; } = new(
        s_all.Select(row => row.JsonName == Of(nameof(Client.ClientIdAliasEnabled))
            ? MetadataMapping.Vendor(row.JsonName, settable: false, "API v3 always says true")
            : row),
        s_issued,
        s_unknown);

    public static MetadataMap V2 { get; } = new(
        s_all.Select(row => s_onlyV3.Contains(row.JsonName) ? row with { Capability = NotInV2(row.Capability) }
            : row.Name == Of(nameof(Client.Extension)) ? row with { Capability = row.Capability with { UnsupportedMembers = s_onlyInExtensionOfV3 } }
            : row),
        s_issued,
        s_unknown);

    private static MetadataCapability NotInV2(MetadataCapability capability) =>
        capability with { SettableAtCreation = false, Updatable = false, Remark = "only API v3 has it" };

    private static string Of(string member) => JsonNames.Of<Client>(member);

    private static MetadataMapping Row(string name, string member, Codec codec) =>
        new(new MetadataCapability(name), Of(member), codec);

    private static MetadataMapping Text(string name, string member, Vocabulary? words = null) =>
        Row(name, member, new TextCodec(words));

    private static MetadataMapping List(string name, string member, Vocabulary? words = null) =>
        Row(name, member, new TextListCodec(words));

    private static MetadataMapping Flag(string name, string member) => Row(name, member, new FlagCodec());

    private static MetadataMapping Localized(string name, string member) => Row(name, member, new TaggedValuesCodec());
}
