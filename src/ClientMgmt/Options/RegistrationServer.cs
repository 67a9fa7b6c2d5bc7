namespace ClientMgmt;

/// <summary>The servers of dynamic registration whose differences from the standards are known to the library.</summary>
public enum RegistrationServer
{
    /// <summary>Any server. Nothing is assumed that one of the known servers contradicts.</summary>
    Generic,

    /// <summary>Keycloak 26, at <c>/realms/{realm}/clients-registrations/openid-connect</c>.</summary>
    Keycloak,

    /// <summary>The Node.js package oidc-provider 9.</summary>
    NodeOidcProvider,

    /// <summary>Glewlwyd 2.7.</summary>
    Glewlwyd,

    /// <summary>Spring Authorization Server and Spring Security 7. Clients can be registered, and read for five minutes after that.</summary>
    SpringAuthorizationServer,

    /// <summary>Ory Hydra, its public endpoint.</summary>
    Hydra,

    /// <summary>Servers of the Model Context Protocol made with its TypeScript SDK. Clients can be registered, and nothing else.</summary>
    Mcp,
}
