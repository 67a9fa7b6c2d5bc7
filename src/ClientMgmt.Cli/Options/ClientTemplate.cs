namespace ClientMgmt.Cli.Options;

/// <summary>What the standards ask of one kind of client.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Description">What it is.</param>
/// <param name="Values">The properties.</param>
internal sealed record ClientTemplate(string Name, string Description, params TemplateValue[] Values)
{
    private const string Pkce = "pkceRequired";
    private const string S256 = "pkceS256Required";

    // Vendors' properties are set where the provider has them.
    public static IReadOnlyList<ClientTemplate> All { get; } =
    [
        new(
            "spa", "an application that runs in a browser, without a server of its own",
            new("application_type", "web", "OpenID Connect Registration 1.0 section 2"),
            new("token_endpoint_auth_method", "none", "draft-ietf-oauth-browser-based-apps section 6.3: a browser keeps no secret"),
            new("grant_types", new[] { "authorization_code" }, "RFC 9700 section 2.1.2: no implicit grant"),
            new("response_types", new[] { "code" }, "RFC 9700 section 2.1.2"),
            new(Pkce, true, "RFC 9700 section 2.1.1: public clients must use PKCE"),
            new(S256, true, "RFC 9700 section 2.1.1: by S256")),
        new(
            "web", "an application that runs on a server",
            new("application_type", "web", "OpenID Connect Registration 1.0 section 2"),
            new("token_endpoint_auth_method", "client_secret_basic", "RFC 6749 section 2.3.1"),
            new("grant_types", new[] { "authorization_code", "refresh_token" }, "RFC 6749 sections 4.1 and 6"),
            new("response_types", new[] { "code" }, "RFC 9700 section 2.1.2"),
            new(Pkce, true, "RFC 9700 section 2.1.1: PKCE is recommended for confidential clients"),
            new(S256, true, "RFC 9700 section 2.1.1: by S256")),
        new(
            "native", "an application on a desktop or a phone",
            new("application_type", "native", "RFC 8252 section 8.4: the server has to know"),
            new("token_endpoint_auth_method", "none", "RFC 8252 sections 8.4 and 8.5: a secret in each copy is none"),
            new("grant_types", new[] { "authorization_code", "refresh_token" }, "RFC 8252 sections 4.1 and 8.2"),
            new("response_types", new[] { "code" }, "RFC 8252 section 8.2: not the implicit flow"),
            new(Pkce, true, "RFC 8252 sections 6 and 8.1"),
            new(S256, true, "RFC 9700 section 2.1.1: by S256")),
        new(
            "device", "an application on a device without a browser or a keyboard",
            new("application_type", "native", "OpenID Connect Registration 1.0 section 2"),
            new("token_endpoint_auth_method", "none", "RFC 8628 section 5.6: devices keep no secret"),
            new("grant_types", new[] { "urn:ietf:params:oauth:grant-type:device_code", "refresh_token" }, "RFC 8628 sections 3.4 and 3.5") { IsEssential = true }),
        new(
            "service", "a program that acts for itself, without an end user",
            new("token_endpoint_auth_method", "client_secret_basic", "RFC 6749 section 4.4: confidential clients only; RFC 9700 section 2.5 prefers private_key_jwt or mutual TLS")
            {
                IsEssential = true,
            },
            new("grant_types", new[] { "client_credentials" }, "RFC 6749 section 4.4") { IsEssential = true }),
        new(
            "ciba", "a program whose end user consents on another device",
            new("token_endpoint_auth_method", "client_secret_basic", "CIBA Core 1.0 section 7.1: the client authenticates") { IsEssential = true },
            new("grant_types", new[] { "urn:openid:params:grant-type:ciba" }, "CIBA Core 1.0 section 4") { IsEssential = true },
            new("backchannel_token_delivery_mode", "poll", "CIBA Core 1.0 section 4: required; poll needs no endpoint of the client") { IsEssential = true }),
    ];
}
