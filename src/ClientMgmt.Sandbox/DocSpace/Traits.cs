namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>What differs between the server generations.</summary>
internal sealed record Traits
{
    /// <summary>The asc_auth_key cookie is the credential; there is no signature to ask for.</summary>
    public bool CookieCredential { get; init; }

    public bool NumberedPages { get; init; }

    public bool SecondPrefix { get; init; }

    /// <summary>Errors are problem documents, and what no operation takes is an empty 403.</summary>
    public bool ProblemErrors { get; init; }

    public bool UuidSecrets { get; init; }

    /// <summary>Creation takes a name of three blanks or more.</summary>
    public bool CreatesBlankNames { get; init; }

    public bool UpdateChecksNameLength { get; init; }

    /// <summary>An update applies redirect URIs and scopes, and demands them.</summary>
    public bool UpdateTakesUrisAndScopes { get; init; }

    /// <summary>The scopes of a creation are looked at before the User-Agent and the second check of its URLs.</summary>
    public bool ScopesFirst { get; init; } = true;

    /// <summary>The content type of the refusal of a scope.</summary>
    public string ScopeErrorType { get; init; } = "application/json";

    public bool ReadCache { get; init; }

    /// <summary>Members in the order of the older servers, and the stray public in the whole client too.</summary>
    public bool OldMembers { get; init; }

    /// <summary>What follows a JSON object is not looked at.</summary>
    public bool IgnoresTextAfterBody { get; init; }

    /// <summary>Characters beyond the basic plane are escaped in answers.</summary>
    public bool EscapesPairs { get; init; }

    /// <summary>The version that the description of the service names.</summary>
    public string DocumentVersion { get; init; } = "1.0.0";

    /// <summary>How deep the JSON of a request may be.</summary>
    public int Nesting { get; init; } = 500;

    /// <summary>How many bytes the headers of a request may have.</summary>
    public int HeaderBytes { get; init; } = 32 * 1024;

    public static Traits Of(DocSpaceGeneration generation) => generation switch
    {
        DocSpaceGeneration.Version30 => s_version30,
        DocSpaceGeneration.Version31 => s_version31,
        DocSpaceGeneration.Version37 => s_version37,
        _ => s_next,
    };

    private static readonly Traits s_version31 = new()
    {
        CreatesBlankNames = true,
        OldMembers = true,
        IgnoresTextAfterBody = true,
        EscapesPairs = true,
        Nesting = 1000,
        HeaderBytes = 8 * 1024,
    };

    private static readonly Traits s_version37 = new()
    {
        SecondPrefix = true,
        ProblemErrors = true,
        DocumentVersion = "1.1.1",
        UpdateChecksNameLength = true,
        ReadCache = true,
    };

    // Below those that they are made of: static members get their values in the order of the text.
    private static readonly Traits s_version30 = s_version31 with { CookieCredential = true, NumberedPages = true, UuidSecrets = true };

    private static readonly Traits s_next = s_version37 with
    {
        UpdateTakesUrisAndScopes = true,
        ScopesFirst = false,
        DocumentVersion = "1.2.0",
        ScopeErrorType = "application/problem+json",
    };
}
