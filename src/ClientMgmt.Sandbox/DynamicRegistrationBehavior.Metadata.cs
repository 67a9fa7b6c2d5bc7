namespace ClientMgmt.Sandbox;

// What becomes of the metadata.
public sealed partial record DynamicRegistrationBehavior
{
    /// <summary>What is done with each member of its own that is not <see cref="RegistrationMember.Kept"/>. None by default.</summary>
    public IReadOnlyDictionary<string, RegistrationMember> Members { get; init; } = new Dictionary<string, RegistrationMember>();

    /// <summary>What is done with the standard members that <see cref="Members"/> does not name. They are kept by default.</summary>
    public RegistrationMember StandardMembers { get; init; }

    /// <summary>What is done with members that no standard names. They are dropped by default.</summary>
    public RegistrationMember UnknownMembers { get; init; } = RegistrationMember.Dropped;

    /// <summary>What is done with members such as <c>client_name#ja</c>. They are kept by default.</summary>
    public RegistrationMember LocalizedMembers { get; init; }

    /// <summary>What the server puts in where a member is not set, as JSON texts by name.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>
    {
        ["token_endpoint_auth_method"] = "\"client_secret_basic\"",
        ["grant_types"] = "[\"authorization_code\"]",
        ["response_types"] = "[\"code\"]",
    };

    /// <summary>Whether members of a wrong JSON type are refused; otherwise they are stored as they came. True by default.</summary>
    public bool TypesChecked { get; init; } = true;

    /// <summary>The members whose type is not looked at all the same. None by default.</summary>
    public IReadOnlyList<string> TypesNotChecked { get; init; } = [];

    /// <summary>Whether URIs other than redirect URIs have to be http or https. True by default.</summary>
    public bool UrisChecked { get; init; } = true;

    /// <summary>Whether those URIs may have other schemes too.</summary>
    public bool OtherSchemesAllowed { get; init; }

    /// <summary>The members that have to be https. None by default.</summary>
    public IReadOnlyList<string> HttpsOnly { get; init; } = [];

    /// <summary>The words that members may have, by the name of the member; any for others.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether an unknown authentication method becomes that of the defaults, and is not refused.</summary>
    public bool UnknownMethodReplaced { get; init; }

    /// <summary>The members that the server fails on when they are too long or an empty object: a <see cref="RegistrationMistake.Failure"/>. None by default.</summary>
    public IReadOnlyDictionary<string, int> FailsAbove { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether an empty object as jwks is a <see cref="RegistrationMistake.Failure"/>.</summary>
    public bool FailsOnEmptyJwks { get; init; }

    /// <summary>When there have to be redirect URIs. With a response type by default.</summary>
    public RegistrationRedirectUris RedirectUris { get; init; }

    /// <summary>Whether a redirect URI may have a fragment.</summary>
    public bool FragmentsAllowed { get; init; }

    /// <summary>Whether a redirect URI may be relative.</summary>
    public bool RelativeRedirectUrisAllowed { get; init; }

    /// <summary>Whether only an application_type of native may have redirect URIs of its own schemes.</summary>
    public bool OwnSchemesForNativeOnly { get; init; }

    /// <summary>Whether redirect URIs may be http on this machine only.</summary>
    public bool HttpForLoopbackOnly { get; init; }

    /// <summary>Whether a client with private_key_jwt has to have jwks or jwks_uri. True by default.</summary>
    public bool KeysRequired { get; init; } = true;

    /// <summary>Whether a client may have both jwks and jwks_uri.</summary>
    public bool BothKeySetsAllowed { get; init; }

    /// <summary>Whether contacts have to be e-mail addresses.</summary>
    public bool ContactsChecked { get; init; }

    /// <summary>Whether jwks has to have a list of keys.</summary>
    public bool JwksChecked { get; init; }

    /// <summary>Whether a value that is in a list twice is stored once.</summary>
    public bool DuplicatesDropped { get; init; }

    /// <summary>Whether the members tls_client_auth_* are dropped unless tls_client_auth is the method.</summary>
    public bool CertificateNeedsMethod { get; init; }

    /// <summary>What members that end in <c>_encrypted_response_enc</c> become when only the algorithm is set. Null, the default, for nothing.</summary>
    public string? DefaultEncoding { get; init; }

    /// <summary>Whether the grant type of a response type is put in, and one without its response type taken out.</summary>
    public bool GrantsFollowResponseTypes { get; init; }

    /// <summary>Which scopes may be registered. The known ones by default.</summary>
    public RegistrationScopes ScopeWords { get; init; }

    /// <summary>Whether a second client of the same name is refused.</summary>
    public bool UniqueNames { get; init; }
}
