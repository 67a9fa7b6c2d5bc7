namespace ClientMgmt;

/// <summary>Registered values of <c>grant_types</c> (RFC 7591 section 2 and the specifications that extend it).</summary>
public static class GrantTypes
{
    /// <summary>A code that the user's browser brings back (RFC 6749 section 4.1).</summary>
    public const string AuthorizationCode = "authorization_code";

    /// <summary>A token straight from the authorization endpoint (RFC 6749 section 4.2).</summary>
    public const string Implicit = "implicit";

    /// <summary>The name and the password of the user (RFC 6749 section 4.3).</summary>
    public const string Password = "password";

    /// <summary>The credentials of the client itself, without a user (RFC 6749 section 4.4).</summary>
    public const string ClientCredentials = "client_credentials";

    /// <summary>A refresh token (RFC 6749 section 6).</summary>
    public const string RefreshToken = "refresh_token";

    /// <summary>A login that the user confirms on another device (OpenID Connect CIBA Core 1.0).</summary>
    public const string Ciba = "urn:openid:params:grant-type:ciba";

    /// <summary>A code that the user enters on another device (RFC 8628).</summary>
    public const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>One token in exchange for another (RFC 8693).</summary>
    public const string TokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";

    /// <summary>A signed JWT (RFC 7523).</summary>
    public const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /// <summary>A code that comes with an offer of a credential (OpenID for Verifiable Credential Issuance 1.0).</summary>
    public const string PreAuthorizedCode = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
}
