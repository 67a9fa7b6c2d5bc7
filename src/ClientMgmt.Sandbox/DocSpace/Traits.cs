namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>What differs between the server generations.</summary>
internal sealed record Traits
{
    /// <summary>The asc_auth_key cookie is the credential; there is no signature to ask for.</summary>
    public bool CookieCredential { get; init; }

    public bool NumberedPages { get; init; }

    public bool SecondPrefix { get; init; }

    public bool ProblemErrors { get; init; }

    public bool UuidSecrets { get; init; }

    public bool UpdateChecksNameLength { get; init; }

    /// <summary>An update applies redirect URIs and scopes, and demands them.</summary>
    public bool UpdateTakesUrisAndScopes { get; init; }

    /// <summary>Activation without a status is refused; before, it disabled the client.</summary>
    public bool StatusDemanded { get; init; }

    public bool ReadCache { get; init; }

    /// <summary>The deletion of all own clients evicts them from the read cache.</summary>
    public bool BulkDeleteEvicts { get; init; }

    /// <summary>The status for malformed JSON, numbers and dates.</summary>
    public int UnreadableStatus { get; init; } = 500;

    public static Traits Of(DocSpaceGeneration generation) => generation switch
    {
        DocSpaceGeneration.Version30 => new() { CookieCredential = true, NumberedPages = true, UuidSecrets = true },
        DocSpaceGeneration.Version31 => new() { UuidSecrets = true },
        DocSpaceGeneration.Version37 => s_version37,
        _ => s_version37 with
        {
            UpdateTakesUrisAndScopes = true,
            StatusDemanded = true,
            BulkDeleteEvicts = true,
            UnreadableStatus = 400,
        },
    };

    private static readonly Traits s_version37 = new()
    {
        SecondPrefix = true,
        ProblemErrors = true,
        UpdateChecksNameLength = true,
        ReadCache = true,
    };
}
