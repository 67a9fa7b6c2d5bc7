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

    /// <summary>A ready <c>x-signature</c> of DocSpace.</summary>
    Signature,
}
