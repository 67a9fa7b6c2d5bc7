using static ClientMgmt.Sandbox.Authlete.PropertyKind;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>The properties of a client and those of its extension, in the order of the answers.</summary>
internal static class ClientProperties
{
    private static readonly Property[] s_client =
    [
        Server("number", Integer),
        Server("serviceNumber", Integer),
        new("developer", Text) { V3Ignores = true },
        new("clientName", Text),
        new("clientNames", TaggedList),
        new("description", Text),
        new("descriptions", TaggedList),
        Server("clientId", LongInteger),
        Server("clientSecret", Text),
        new("clientIdAlias", Text),
        new("clientIdAliasEnabled", Flag) { V3Ignores = true },
        new("clientType", Text, KnownValues.ClientTypes),
        new("applicationType", Text, KnownValues.ApplicationTypes),
        new("logoUri", Text),
        new("logoUris", TaggedList),
        new("contacts", TextList),
        new("tlsClientCertificateBoundAccessTokens", Flag),
        Server("dynamicallyRegistered", Flag),
        new("softwareId", Text),
        new("softwareVersion", Text),
        Server("registrationAccessTokenHash", Text),
        Server("createdAt", LongInteger),
        Server("modifiedAt", LongInteger),
        new("grantTypes", TextList, KnownValues.GrantTypes),
        new("responseTypes", TextList, KnownValues.ResponseTypes),
        new("redirectUris", TextList),
        new("authorizationSignAlg", Text, KnownValues.Sign),
        new("authorizationEncryptionAlg", Text, KnownValues.EncryptionAlg),
        new("authorizationEncryptionEnc", Text, KnownValues.EncryptionEnc),
        new("tokenAuthMethod", Text, KnownValues.AuthMethods),
        new("tokenAuthSignAlg", Text, KnownValues.Sign),
        new("selfSignedCertificateKeyId", Text),
        new("tlsClientAuthSubjectDn", Text),
        new("tlsClientAuthSanDns", Text),
        new("tlsClientAuthSanUri", Text),
        new("tlsClientAuthSanIp", Text),
        new("tlsClientAuthSanEmail", Text),
        new("parRequired", Flag),
        new("requestObjectRequired", Flag),
        new("requestSignAlg", Text, KnownValues.Sign),
        new("requestEncryptionAlg", Text, KnownValues.EncryptionAlg),
        new("requestEncryptionEnc", Text, KnownValues.EncryptionEnc),
        new("requestUris", TextList),
        new("defaultMaxAge", Integer),
        new("defaultAcrs", TextList),
        new("idTokenSignAlg", Text, KnownValues.Sign),
        new("idTokenEncryptionAlg", Text, KnownValues.EncryptionAlg),
        new("idTokenEncryptionEnc", Text, KnownValues.EncryptionEnc),
        new("authTimeRequired", Flag),
        new("subjectType", Text, KnownValues.SubjectTypes),
        new("sectorIdentifierUri", Text),
        Server("derivedSectorIdentifier", Text),
        new("jwksUri", Text),
        new("jwks", Text),
        new("userInfoSignAlg", Text, KnownValues.Sign),
        new("userInfoEncryptionAlg", Text, KnownValues.EncryptionAlg),
        new("userInfoEncryptionEnc", Text, KnownValues.EncryptionEnc),
        new("loginUri", Text),
        new("tosUri", Text),
        new("tosUris", TaggedList),
        new("policyUri", Text),
        new("policyUris", TaggedList),
        new("clientUri", Text),
        new("clientUris", TaggedList),
        new("bcDeliveryMode", Text, KnownValues.DeliveryModes),
        new("bcNotificationEndpoint", Text),
        new("bcRequestSignAlg", Text, KnownValues.Sign),
        new("bcUserCodeRequired", Flag),
        new("attributes", PairList),
        new("extension", PropertyKind.Extension),
        new("authorizationDetailsTypes", TextList),
        new("customMetadata", Text),
        new("frontChannelRequestObjectEncryptionRequired", Flag),
        new("requestObjectEncryptionAlgMatchRequired", Flag),
        new("requestObjectEncryptionEncMatchRequired", Flag),
        new("digestAlgorithm", Text),
        new("singleAccessTokenPerSubject", Flag),
        new("pkceRequired", Flag),
        new("pkceS256Required", Flag),
        new("dpopRequired", Flag),
        Server("automaticallyRegistered", Flag),
        Server("explicitlyRegistered", Flag),
        new("rsRequestSigned", Flag),
        new("rsSignedRequestKeyId", Text),
        new("clientRegistrationTypes", TextList, KnownValues.RegistrationTypes) { V3Ignores = true },
        new("organizationName", Text) { V3Ignores = true },
        new("signedJwksUri", Text) { V3Ignores = true },
        new("entityId", Text) { V3Ignores = true },
        new("trustAnchorId", Text) { V3Ignores = true },
        Server("trustChain", TextList),
        Server("trustChainExpiresAt", LongInteger),
        Server("trustChainUpdatedAt", LongInteger),
        Server("locked", Flag),
        new("credentialOfferEndpoint", Text) { V3Only = true },
        new("fapiModes", TextList, KnownValues.FapiModes) { V3Only = true },
        new("responseModes", TextList, KnownValues.ResponseModes) { V3Only = true },
        new("credentialResponseEncryptionRequired", Flag) { V3Only = true },
        new("mtlsEndpointAliasesUsed", Flag) { V3Only = true },
        new("inScopeForTokenMigration", Flag) { V3Only = true },
        Server("metadataDocumentLocation", Text) with { V3Only = true },
        Server("metadataDocumentExpiresAt", LongInteger) with { V3Only = true },
        Server("metadataDocumentUpdatedAt", LongInteger) with { V3Only = true },
        Server("discoveredByMetadataDocument", Flag) with { V3Only = true },
        Server("clientSource", Text) with { V3Only = true },
        new("backchannelLogoutUri", Text) { V3Only = true },
        new("backchannelLogoutSessionRequired", Flag) { V3Only = true },
        new("spiffeId", Text) { V3Only = true },
        new("spiffeBundleEndpoint", Text) { V3Only = true },
    ];

    private static readonly Property[] s_extension =
    [
        new("requestableScopes", TextList),
        new("requestableScopesEnabled", Flag),
        new("accessTokenDuration", LongInteger),
        new("refreshTokenDuration", LongInteger),
        new("idTokenDuration", LongInteger) { V3Only = true },
        new("tokenExchangePermitted", Flag),
    ];

    /// <summary>The nine properties of the limited view.</summary>
    public static readonly string[] Limited =
    [
        "number", "clientName", "clientNames", "description", "descriptions", "clientId", "clientIdAlias",
        "clientIdAliasEnabled", "clientType",
    ];

    public static IEnumerable<Property> Client(AuthleteVersion version) => Of(s_client, version);

    public static IEnumerable<Property> Extension(AuthleteVersion version) => Of(s_extension, version);

    private static IEnumerable<Property> Of(Property[] table, AuthleteVersion version) =>
        table.Where(p => version == AuthleteVersion.V3 || !p.V3Only);

    private static Property Server(string name, PropertyKind kind) => new(name, kind) { Owner = PropertyOwner.Server };
}
