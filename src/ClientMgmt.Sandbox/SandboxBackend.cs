namespace ClientMgmt.Sandbox;

/// <summary>The dialect that a request is in, which its path says.</summary>
public enum SandboxBackend
{
    /// <summary>Authlete API v2: below /api/client.</summary>
    AuthleteV2,

    /// <summary>Authlete API v3: below /api/{serviceId}/client.</summary>
    AuthleteV3,

    /// <summary>DocSpace: below /api/2.0, with or without /portals/{portal} before it; the signature exchange is part of it.</summary>
    DocSpace,

    /// <summary>Dynamic client registration by RFC 7591 and RFC 7592: below /as, and the metadata documents of the issuer there.</summary>
    DynamicRegistration,
}
