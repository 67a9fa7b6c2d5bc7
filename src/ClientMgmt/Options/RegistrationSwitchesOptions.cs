namespace ClientMgmt;

/// <summary>
/// How a server of dynamic registration differs from what the library knows of <see cref="ProviderOptions.Server"/>. Where a switch
/// is not set, the library goes by what it knows. A list of names is a text with spaces between them; it takes the place of the known
/// list. The names are the standard ones: <c>client_name#</c> is <c>client_name</c> in all languages, and <c>#</c> is every name by
/// language.
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

    /// <summary>Names without which the server registers no client.</summary>
    public string? Required { get; set; }

    /// <summary>How an update removes a property.</summary>
    public PropertyRemoval? Removal { get; set; }

    /// <summary>Names that cannot be removed once they are set.</summary>
    public string? NotRemovable { get; set; }

    /// <summary>
    /// Whether the server keeps what an update leaves out, except what <see cref="ResetByOmission"/> names. The library then sends
    /// the changes and the exceptions alone.
    /// </summary>
    public bool? KeepsOmitted { get; set; }

    /// <summary>Names that the server resets all the same if an update leaves them out.</summary>
    public string? ResetByOmission { get; set; }

    /// <summary>Operations that the server lacks: of <c>Get</c>, <c>Update</c> and <c>Delete</c>.</summary>
    public string? Missing { get; set; }

    /// <summary>Whether the server's metadata tell the scopes that clients may have.</summary>
    public bool? TellsScopes { get; set; }

    /// <summary>Whether 401 may mean that the client is disabled.</summary>
    public bool? UnauthorizedIfDisabled { get; set; }

    /// <summary>Whether the keys of clients expire, so that 401 may mean that.</summary>
    public bool? KeyExpires { get; set; }

    /// <summary>Whether 403 with <c>insufficient_scope</c> is about the metadata and not about the token.</summary>
    public bool? ForbidsMetadata { get; set; }

    /// <summary>Whether the server answers 500 to a value that it does not take, and does nothing.</summary>
    public bool? FailsOnValues { get; set; }

    /// <summary>Whether a read shows the secret itself. If not, what it shows is ignored.</summary>
    public bool? ShowsSecret { get; set; }

    /// <summary>Whether an update makes a new secret.</summary>
    public bool? ReplacesSecret { get; set; }
}
