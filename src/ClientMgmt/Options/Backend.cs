namespace ClientMgmt;

/// <summary>The backends that a provider may have.</summary>
public enum Backend
{
    /// <summary>Authlete API v2 (2.3): HTTP Basic with a service's API key and secret.</summary>
    AuthleteV2,

    /// <summary>Authlete API v3 (3.0): a bearer token, and the service's id in each path.</summary>
    AuthleteV3,

    /// <summary>ONLYOFFICE DocSpace: the portal's <c>/api/2.0/clients</c>.</summary>
    DocSpace,

    /// <summary>
    /// Any authorization server with OAuth 2.0 Dynamic Client Registration (RFC 7591), and with the management of clients
    /// (RFC 7592) as far as it has that.
    /// </summary>
    DynamicRegistration,
}
