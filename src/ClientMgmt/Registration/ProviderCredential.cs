namespace ClientMgmt;

/// <summary>A credential, as <see cref="ProviderOptions.CredentialCallback"/> supplies it. It prints without its value.</summary>
public sealed record ProviderCredential
{
    private ProviderCredential(CredentialKind kind, Secret value, string? user = null) =>
        (Kind, Value, User) = (kind, Printable(value), user is null ? null : Printable(new Secret(user)).Reveal());

    /// <summary>What kind of credential it is.</summary>
    public CredentialKind Kind { get; }

    internal Secret Value { get; }

    internal string? User { get; }

    /// <summary>Authlete v2: the API key and the API secret of a service.</summary>
    /// <param name="apiKey">The key, in decimal.</param>
    /// <param name="apiSecret">The secret.</param>
    /// <exception cref="ArgumentException">A part is empty or holds characters that no HTTP header can carry.</exception>
    public static ProviderCredential FromServiceKey(string apiKey, Secret apiSecret) =>
        new(CredentialKind.ServiceApiKey, apiSecret, apiKey);

    /// <summary>Authlete v3: an access token. DocSpace: a token that the portal issued at sign-in.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException">The token holds characters that no HTTP header can carry.</exception>
    public static ProviderCredential FromAccessToken(Secret token) => new(CredentialKind.AccessToken, token);

    /// <summary>DocSpace: an API key of the portal.</summary>
    /// <param name="apiKey">The key.</param>
    /// <exception cref="ArgumentException">The key holds characters that no HTTP header can carry.</exception>
    public static ProviderCredential FromApiKey(Secret apiKey) => new(CredentialKind.ApiKey, apiKey);

    /// <summary>DocSpace: the value of the <c>asc_auth_key</c> cookie.</summary>
    /// <param name="cookie">The value.</param>
    /// <exception cref="ArgumentException">The value holds characters that no HTTP header can carry.</exception>
    public static ProviderCredential FromAscAuthKey(Secret cookie) => new(CredentialKind.AscAuthKey, cookie);

    /// <summary>DocSpace: a ready <c>x-signature</c>.</summary>
    /// <param name="signature">The signature.</param>
    /// <exception cref="ArgumentException">The value holds characters that no HTTP header can carry.</exception>
    public static ProviderCredential FromSignature(Secret signature) => new(CredentialKind.Signature, signature);

    internal static bool IsPrintable(string value) => value.All(c => c is > ' ' and < '\u007f');

    private static Secret Printable(Secret value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsPrintable(value.Reveal())
            ? value
            : throw new ArgumentException("A credential must consist of visible ASCII characters.", nameof(value));
    }
}
