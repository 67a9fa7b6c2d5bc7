namespace ClientMgmt;

/// <summary>One provider: a backend, where it is and the credential for it.</summary>
public sealed class ProviderOptions
{
    /// <summary>The kind of backend. Required.</summary>
    public Backend? Backend { get; set; }

    /// <summary>
    /// The address of the API, without <c>/api</c> at the end, for example <c>https://us.authlete.com/</c>. A path in front
    /// of the API is kept. Required, except for dynamic registration, which takes <see cref="Issuer"/> or
    /// <see cref="RegistrationEndpoint"/>.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Whether <see cref="BaseAddress"/> may be plain http on another machine, where everybody on the way can read
    /// credentials and secrets. Default: <see langword="false"/>. Addresses of this machine itself need no permission.
    /// </summary>
    public bool AllowHttp { get; set; }

    /// <summary>Retries, timeouts and limits. Its defaults suit most uses.</summary>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>
    /// Supplies the credential instead of the properties below, for example from a vault. It gets services of the
    /// application, in a scope of their own, and a token that is cancelled after <see cref="ResilienceOptions.CredentialTimeout"/>.
    /// No call waits longer than that for it. The result is kept for all calls. Shortly before
    /// <see cref="ProviderCredential.ExpiresAt"/> the callback is called again in the background, while the old credential serves.
    /// If the server refuses the credential, the callback is called once for all callers who wait, and their requests are
    /// sent again, once. What it throws reaches the callers as it is; while a change that was sent is read back, it
    /// is the inner exception of an <see cref="OutcomeUnknownException"/>. Null, a kind that the backend does not take, and a
    /// credential that has expired are an <see cref="InvalidOperationException"/>. Initial access tokens of dynamic
    /// registration are not kept: each registration asks for one.
    /// </summary>
    public Func<IServiceProvider, CancellationToken, ValueTask<ProviderCredential>>? CredentialCallback { get; set; }

    /// <summary>Authlete v3: the id of the service, which is its API key in decimal. Required there.</summary>
    public string? ServiceId { get; set; }

    /// <summary>
    /// Authlete v3: a service access token or an organization token. DocSpace: the token that the portal issued at sign-in.
    /// </summary>
    public Secret? AccessToken { get; set; }

    /// <summary>Authlete v2: the API key of the service, in decimal.</summary>
    public string? ServiceApiKey { get; set; }

    /// <summary>Authlete v2: the API secret of the service.</summary>
    public Secret? ServiceApiSecret { get; set; }

    /// <summary>
    /// Authlete v2: the owner (developer) of new clients whose metadata name none. The server creates no client without one.
    /// </summary>
    public string? Developer { get; set; }

    /// <summary>DocSpace: an API key of the portal (<c>sk-…</c>) without narrow scopes.</summary>
    public Secret? ApiKey { get; set; }

    /// <summary>DocSpace: the value of the <c>asc_auth_key</c> cookie. Servers of version 3.0 take nothing else.</summary>
    public Secret? AscAuthKey { get; set; }

    /// <summary>
    /// DocSpace: the value of the header <c>x-signature</c>. The portal issues it for five minutes, so it suits short runs only.
    /// </summary>
    public Secret? Signature { get; set; }

    /// <summary>
    /// DocSpace: the server's version, for example <c>3.6</c>, if it is known. Version 3.0 has other paging and credentials;
    /// up to 3.8, redirect URIs and scopes cannot be changed. By default a current server is assumed. What it does not store
    /// is then found by reading back.
    /// </summary>
    public Version? ServerVersion { get; set; }

    /// <summary>
    /// DocSpace: what stands before <c>/clients</c> and <c>/scopes</c>. Default: <c>api/2.0</c>, which every server knows;
    /// servers from 3.7 on also know <c>api/2.0/oauth2</c>.
    /// </summary>
    public string PathPrefix { get; set; } = "api/2.0";

    /// <summary>
    /// Dynamic registration: the issuer of the authorization server. Its metadata name the registration endpoint (RFC 8414,
    /// OpenID Connect Discovery). Registrations are stored under the issuer.
    /// </summary>
    public Uri? Issuer { get; set; }

    /// <summary>Dynamic registration: where clients are registered, if <see cref="Issuer"/> is not given or its metadata do not say.</summary>
    public Uri? RegistrationEndpoint { get; set; }

    /// <summary>
    /// Dynamic registration: a token that allows clients to be registered. If each token is good for one use,
    /// <see cref="CredentialCallback"/> supplies them. If registration is open, none is needed.
    /// </summary>
    public Secret? InitialAccessToken { get; set; }

    /// <summary>
    /// Dynamic registration: one token that manages all clients of the server. Keycloak, Curity, Connect2id and WSO2 issue
    /// such tokens. With it, no registration is stored.
    /// </summary>
    public Secret? ManagementToken { get; set; }

    /// <summary>
    /// Dynamic registration: which software the server is. The library then knows beforehand what it lacks. Default:
    /// <see cref="RegistrationServer.Generic"/>.
    /// </summary>
    public RegistrationServer Server { get; set; }

    /// <summary>
    /// Dynamic registration: where the tokens of the clients are kept: the absolute path of a folder of files, or <c>memory</c>, which
    /// forgets them when the process ends. One is required, unless there is a <see cref="ManagementToken"/>.
    /// </summary>
    public string? RegistrationStore { get; set; }

    /// <summary>
    /// Dynamic registration: supplies a store of the application's own instead of <see cref="RegistrationStore"/>. It is
    /// called with the application's services whenever the store is used, so it should return one that exists already.
    /// </summary>
    public Func<IServiceProvider, IRegistrationStore>? RegistrationStoreCallback { get; set; }

    /// <summary>Dynamic registration: how the server differs from what the library knows of <see cref="Server"/>. By default, in nothing.</summary>
    public RegistrationSwitchesOptions Switches { get; set; } = new();

    /// <summary>Dynamic registration: whether an update holds the client's secret. Default: as <see cref="Server"/> wants it.</summary>
    public bool? SendClientSecret { get; set; }

    /// <summary>
    /// Dynamic registration: whether the server replaces the key of a client with each read. Then no read is repeated.
    /// Default: as <see cref="Server"/> does it.
    /// </summary>
    public bool? RotatesOnRead { get; set; }

    /// <summary>
    /// Dynamic registration: further origins, separated by spaces, that the address of a client may have, such as
    /// <c>https://admin.example.com</c>. By default it must be that of the registration endpoint.
    /// </summary>
    public string? AllowedOrigins { get; set; }

    /// <summary>Where the backend is, whatever the setting is called.</summary>
    internal Uri? Address => BaseAddress ?? RegistrationEndpoint ?? Issuer;
}
