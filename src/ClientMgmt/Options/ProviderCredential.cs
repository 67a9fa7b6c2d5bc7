namespace ClientMgmt;

/// <summary>A credential, as <see cref="ProviderOptions.CredentialCallback"/> supplies it. It prints without its value.</summary>
public sealed record ProviderCredential
{
    private ProviderCredential(CredentialKind kind, Secret value, string? user = null) =>
        (Kind, Value, User) = (kind, Checked(kind, value), user is null ? null : Checked(kind, new Secret(user)).Reveal());

    /// <summary>What kind of credential it is.</summary>
    public CredentialKind Kind { get; }

    /// <summary>
    /// When the credential expires. The callback is asked for the next one a minute before, or when a fifth of its life is
    /// left if that is later. <see langword="null"/>, the default: only when the server refuses it.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    internal Secret Value { get; }

    internal string? User { get; }

    /// <summary>Authlete v2: the API key and the API secret of a service.</summary>
    /// <param name="apiKey">The key, in decimal.</param>
    /// <param name="apiSecret">The secret.</param>
    /// <exception cref="ArgumentException">A part is empty or holds characters that no HTTP header can carry.</exception>
    /// <exception cref="ArgumentNullException">The credential is null.</exception>
    public static ProviderCredential FromServiceKey(string apiKey, Secret apiSecret) =>
        new(CredentialKind.ServiceApiKey, apiSecret, apiKey);

    /// <summary>Authlete v3: an access token. DocSpace: a token that the portal issued at sign-in.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException">The token holds characters that no HTTP header can carry.</exception>
    /// <exception cref="ArgumentNullException">The credential is null.</exception>
    public static ProviderCredential FromAccessToken(Secret token) => new(CredentialKind.AccessToken, token);

    /// <summary>DocSpace: an API key of the portal.</summary>
    /// <param name="apiKey">The key.</param>
    /// <exception cref="ArgumentException">The key holds characters that no HTTP header can carry.</exception>
    /// <exception cref="ArgumentNullException">The credential is null.</exception>
    public static ProviderCredential FromApiKey(Secret apiKey) => new(CredentialKind.ApiKey, apiKey);

    /// <summary>DocSpace: the value of the <c>asc_auth_key</c> cookie.</summary>
    /// <param name="cookie">The value.</param>
    /// <exception cref="ArgumentException">The value holds characters that no cookie can carry.</exception>
    /// <exception cref="ArgumentNullException">The credential is null.</exception>
    public static ProviderCredential FromAscAuthKey(Secret cookie) => new(CredentialKind.AscAuthKey, cookie);

    /// <summary>DocSpace: the value of the header <c>x-signature</c>, which the portal has issued.</summary>
    /// <param name="signature">The signature.</param>
    /// <exception cref="ArgumentException">The value holds characters that no HTTP header can carry.</exception>
    /// <exception cref="ArgumentNullException">The credential is null.</exception>
    public static ProviderCredential FromSignature(Secret signature) => new(CredentialKind.Signature, signature);

    /// <summary>Dynamic registration: a token that allows a client to be registered.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException">The token holds characters that no HTTP header can carry.</exception>
    /// <exception cref="ArgumentNullException">The credential is null.</exception>
    public static ProviderCredential FromInitialAccessToken(Secret token) => new(CredentialKind.InitialAccessToken, token);

    /// <summary>Dynamic registration: a token that manages all clients of the server.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException">The token holds characters that no HTTP header can carry.</exception>
    /// <exception cref="ArgumentNullException">The credential is null.</exception>
    public static ProviderCredential FromManagementToken(Secret token) => new(CredentialKind.ManagementToken, token);

    /// <summary>RFC 9110 section 5.5, and RFC 6265 section 4.1.1 for cookies.</summary>
    internal static bool IsValid(CredentialKind kind, string value) =>
        IsPrintable(value) && (kind != CredentialKind.AscAuthKey || value.AsSpan().IndexOfAny("\",;\\") < 0);

    internal static bool IsPrintable(string value) => value.All(c => c is > ' ' and < '\u007f');

    private static Secret Checked(CredentialKind kind, Secret value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsValid(kind, value.Reveal())
            ? value
            : throw new ArgumentException(
                "A credential must consist of visible ASCII characters and, in a cookie, must not hold \" , ; or \\.", nameof(value));
    }
}
