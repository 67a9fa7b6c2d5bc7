using ClientMgmt.Authlete.V3;
using ClientMgmt.Mapping;
using Vocabulary = ClientMgmt.Mapping.Vocabulary;
using Words = ClientMgmt.Authlete.AuthleteVocabulary;

namespace ClientMgmt.Authlete;

/// <summary>Where Authlete keeps each metadata value: the table that reading, writing and the capabilities share.</summary>
internal static class AuthleteProperties
{
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

    private static readonly string[] s_onlyV3 = [.. Client.All.Except(V2.Client.All)];

    // The same of the object extension.
    private static readonly MetadataCapability[] s_onlyInExtensionOfV3 =
        [.. ClientExtension.All.Except(V2.ClientExtension.All).Select(name => NotInV2(new MetadataCapability(name)))];

    private static readonly MetadataMapping[] s_all =
    [
        .. s_standard,
        .. s_readOnly.Select(name => MetadataMapping.Vendor(name, settable: false, "the server sets it")),
        .. Client.All.Except(s_issued.All).Except(s_readOnly)
            .Except(s_standard.Where(r => r.Codec.IsComplete).Select(r => r.JsonName))
            .Select(name => MetadataMapping.Vendor(name)),
    ];

    // A newer server may know properties that this specification does not, so unknown names are passed on.
    private static readonly MetadataMapping s_unknown = MetadataMapping.Vendor("");

    public static MetadataMap MapOfV3 { get; } = new(
        s_all.Select(row => row.JsonName == Client.ClientIdAliasEnabled
            ? MetadataMapping.Vendor(row.JsonName, settable: false, "API v3 always says true")
            : row),
        s_issued,
        s_unknown);

    public static MetadataMap MapOfV2 { get; } = new(
        s_all.Select(row => s_onlyV3.Contains(row.JsonName) ? row with { Capability = NotInV2(row.Capability) }
            : row.Name == Client.Extension ? row with { Capability = row.Capability with { UnsupportedMembers = s_onlyInExtensionOfV3 } }
            : row),
        s_issued,
        s_unknown);

    private static MetadataCapability NotInV2(MetadataCapability capability) =>
        capability with { SettableAtCreation = false, Updatable = false, Remark = "only API v3 has it" };

    private static MetadataMapping Row(string name, string member, Codec codec) =>
        new(new MetadataCapability(name), member, codec);

    private static MetadataMapping Text(string name, string member, Vocabulary? words = null) =>
        Row(name, member, new TextCodec(words));

    private static MetadataMapping List(string name, string member, Vocabulary? words = null) =>
        Row(name, member, new TextListCodec(words));

    private static MetadataMapping Flag(string name, string member) => Row(name, member, new FlagCodec());

    private static MetadataMapping Localized(string name, string member) => Row(name, member, new TaggedValuesCodec());
}
