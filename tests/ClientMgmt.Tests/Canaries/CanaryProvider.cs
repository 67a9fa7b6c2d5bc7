namespace ClientMgmt.Tests.Canaries;

/// <summary>A backend with one of the credentials that it takes.</summary>
internal sealed record CanaryProvider(Backend Backend, string Credential, Action<ProviderOptions> Set)
{
    public static IEnumerable<CanaryProvider> All =>
    [
        new(Backend.AuthleteV2, "key and secret", p => p.ServiceApiSecret = new Secret(Canary.ServiceApiSecret)),
        new(Backend.AuthleteV2, "callback", Callback(s => ProviderCredential.FromServiceKey("100100100", s))),
        new(Backend.AuthleteV3, "token", p => p.AccessToken = new Secret(Canary.AccessToken)),
        new(Backend.AuthleteV3, "callback", Callback(ProviderCredential.FromAccessToken)),
        new(Backend.DocSpace, "API key", p => p.ApiKey = new Secret(Canary.ApiKey)),
        new(Backend.DocSpace, "token", p => p.AccessToken = new Secret(Canary.PortalToken)),
        new(Backend.DocSpace, "cookie", p => p.AscAuthKey = new Secret(Canary.AuthCookie)),
        new(Backend.DocSpace, "cookie alone", p =>
            (p.AscAuthKey, p.ServerVersion) = (new Secret(Canary.AuthCookie), new Version(3, 0))),
        new(Backend.DocSpace, "signature", p => p.Signature = new Secret(Canary.ReadySignature)),
        new(Backend.DocSpace, "callback", Callback(ProviderCredential.FromApiKey)),
        new(Backend.DynamicRegistration, "initial access token", p => p.InitialAccessToken = new Secret(Canary.InitialAccessToken)),
        new(Backend.DynamicRegistration, "management token", p =>
            (p.ManagementToken, p.RegistrationStore) = (new Secret(Canary.ManagementToken), null)),
        new(Backend.DynamicRegistration, "callback", Callback(ProviderCredential.FromInitialAccessToken)),
    ];

    /// <summary>Whether a signature is got in exchange.</summary>
    public bool Exchanges => Backend == Backend.DocSpace && Credential is not ("cookie alone" or "signature");

    public void Apply(ProviderOptions provider)
    {
        (provider.ServiceApiSecret, provider.AccessToken, provider.Signature, provider.ManagementToken) = (null, null, null, null);
        provider.RegistrationStore = Backend == Backend.DynamicRegistration ? "memory" : null;
        if (Credential == "callback")
        {
            provider.ServiceApiKey = null;
        }

        Set(provider);
        provider.Resilience.MaxRetryAttempts = 1;
        provider.Resilience.RequestsPerMinute["*"] = 1;
        provider.Resilience.AttemptTimeout = Timeout.InfiniteTimeSpan;
        provider.Resilience.TotalTimeout = Timeout.InfiniteTimeSpan;
        provider.Resilience.CredentialTimeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>Whether its operations are all tried at the reduced size too; another credential makes little difference.</summary>
    public bool IsFirst => All.First(p => p.Backend == Backend).Credential == Credential;

    public override string ToString() => $"{Backend} by {Credential}";

    private static Action<ProviderOptions> Callback(Func<Secret, ProviderCredential> make) => provider =>
    {
        int calls = 0;
        provider.CredentialCallback = (_, _) => ValueTask.FromResult(
            make(new Secret(Interlocked.Increment(ref calls) == 1 ? Canary.Supplied : Canary.SuppliedAnew)));
    };
}
