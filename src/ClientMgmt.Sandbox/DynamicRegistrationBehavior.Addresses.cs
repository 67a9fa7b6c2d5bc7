namespace ClientMgmt.Sandbox;

// Where things are: the documents, the endpoint and the registration client URIs.
public sealed partial record DynamicRegistrationBehavior
{
    /// <summary>
    /// The metadata documents that there are, and the path of the endpoint that each names below the issuer; empty where it names
    /// none. By default the appended openid-configuration and the inserted oauth-authorization-server, both with the same.
    /// </summary>
    public IReadOnlyDictionary<RegistrationDocument, string> Documents { get; init; } = new Dictionary<RegistrationDocument, string>
    {
        [RegistrationDocument.AppendedOpenIdConfiguration] = "register",
        [RegistrationDocument.InsertedOAuthAuthorizationServer] = "register",
    };

    /// <summary>The path, below the issuer, of the endpoint, which those of clients begin with. "register" by default.</summary>
    public string EndpointPath { get; init; } = "register";

    /// <summary>
    /// The path, below the issuer, before the ids of clients where each has a second address: there it is shown and changed in the
    /// server's own names <c>clientId</c>, <c>secret</c> and <c>enabled</c>, with the same tokens. Null, the default, for none.
    /// </summary>
    public string? OwnRepresentationPath { get; init; }

    /// <summary>The path, below the issuer, of a second endpoint that registers and issues neither token nor URI. Null, the default, for none.</summary>
    public string? PlainEndpoint { get; init; }

    /// <summary>Whether the issuer in the documents has a slash at its end.</summary>
    public bool IssuerEndsWithSlash { get; init; }

    /// <summary>The host of the issuer in the documents; with Request it follows the Host header.</summary>
    public RegistrationHost IssuerHost { get; init; }

    /// <summary>The host of the endpoint in the documents.</summary>
    public RegistrationHost EndpointHost { get; init; }

    /// <summary>The host of registration client URIs.</summary>
    public RegistrationHost ClientUriHost { get; init; }

    /// <summary>The form of registration client URIs. A path by default.</summary>
    public RegistrationUriForm ClientUriForm { get; init; }

    /// <summary>Whether the documents have scopes_supported. True by default.</summary>
    public bool ScopesInDocuments { get; init; } = true;

    /// <summary>More words in scopes_supported, which may not be registered. None by default.</summary>
    public IReadOnlyList<string> MoreScopesInDocuments { get; init; } = [];
}
