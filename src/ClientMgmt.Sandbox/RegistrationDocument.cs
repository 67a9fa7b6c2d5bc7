namespace ClientMgmt.Sandbox;

/// <summary>A place where servers publish their metadata; "issuer path" is what follows the host in the issuer.</summary>
public enum RegistrationDocument
{
    /// <summary>openid-configuration behind the issuer path, as OpenID Connect Discovery has it.</summary>
    AppendedOpenIdConfiguration,

    /// <summary>oauth-authorization-server between host and issuer path, as RFC 8414 has it.</summary>
    InsertedOAuthAuthorizationServer,

    /// <summary>oauth-authorization-server behind the issuer path.</summary>
    AppendedOAuthAuthorizationServer,

    /// <summary>openid-configuration between host and issuer path.</summary>
    InsertedOpenIdConfiguration,
}
