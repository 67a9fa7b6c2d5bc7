namespace ClientMgmt;

/// <summary>The kinds of <see cref="ProviderCredential"/>.</summary>
public enum CredentialKind
{
    /// <summary>The API key and the API secret of an Authlete service (v2).</summary>
    ServiceApiKey,

    /// <summary>An access token (Authlete v3), or a token that a DocSpace portal issued at sign-in.</summary>
    AccessToken,

    /// <summary>An API key of a DocSpace portal.</summary>
    ApiKey,

    /// <summary>The value of DocSpace's <c>asc_auth_key</c> cookie.</summary>
    AscAuthKey,

    /// <summary>The value of the header <c>x-signature</c>, which a DocSpace portal has issued.</summary>
    Signature,

    /// <summary>A token that allows a client to be registered (RFC 7591 section 3). It may be good for one use.</summary>
    InitialAccessToken,

    /// <summary>One token that manages all clients of a server (dynamic registration).</summary>
    ManagementToken,
}
