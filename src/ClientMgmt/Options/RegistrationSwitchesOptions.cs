namespace ClientMgmt;

/// <summary>
/// In what a server of dynamic registration differs from the row of <see cref="ProviderOptions.Server"/>. What is not set is as that
/// row has it. Lists of names are texts with spaces in between, take the place of the row's, and use the standard names; <c>#</c> at
/// the end of a name stands for its variants by language, and <c>#</c> alone for all of those.
/// </summary>
public sealed record RegistrationSwitchesOptions
{
    /// <summary>Names that make the server refuse the whole request. They are refused before one is sent.</summary>
    public string? Refused { get; set; }

    /// <summary>Names that the server takes and does not store. They are refused before a request is sent.</summary>
    public string? Dropped { get; set; }

    /// <summary>
    /// The only names that the server stores, if it stores only some. All others are refused before a request is sent.
    /// </summary>
    public string? Kept { get; set; }

    /// <summary>Names that the server stores and never shows, so that nothing confirms them.</summary>
    public string? NeverShown { get; set; }

    /// <summary>
    /// Whether a client whose grants need no response type must say that it has none. Otherwise the server would give it
    /// <c>code</c>.
    /// </summary>
    public bool? CountsOnResponses { get; set; }

    /// <summary>Names without which the server registers nobody.</summary>
    public string? Required { get; set; }

    /// <summary>How a property is removed.</summary>
    public PropertyRemoval? Removal { get; set; }

    /// <summary>Names that cannot be removed once they are set.</summary>
    public string? NotRemovable { get; set; }

    /// <summary>
    /// Whether the server keeps what an update leaves out, except what <see cref="ResetByOmission"/> names. Then only that
    /// and the changes are sent.
    /// </summary>
    public bool? KeepsOmitted { get; set; }

    /// <summary>Names that such an update resets if it leaves them out.</summary>
    public string? ResetByOmission { get; set; }

    /// <summary>Operations that the server lacks: of <c>Get</c>, <c>Update</c> and <c>Delete</c>.</summary>
    public string? Missing { get; set; }

    /// <summary>Whether the server's metadata tell the scopes that clients may have.</summary>
    public bool? TellsScopes { get; set; }

    /// <summary>Whether 401 may mean that the client is disabled.</summary>
    public bool? UnauthorizedIfDisabled { get; set; }

    /// <summary>Whether the keys of clients expire.</summary>
    public bool? KeyExpires { get; set; }

    /// <summary>Whether 403 with <c>insufficient_scope</c> is about the metadata and not about the token.</summary>
    public bool? ForbidsMetadata { get; set; }

    /// <summary>Whether 500 is the answer to values that the server does not take, with nothing done.</summary>
    public bool? FailsOnValues { get; set; }

    /// <summary>Whether the secret that a read shows is one; if not, it is ignored.</summary>
    public bool? ShowsSecret { get; set; }

    /// <summary>Whether an update makes a new secret.</summary>
    public bool? ReplacesSecret { get; set; }
}
