namespace ClientMgmt;

/// <summary>Narrows a list of clients.</summary>
public sealed record ClientListOptions
{
    /// <summary>
    /// Only the clients of this developer (Authlete's owner key). By default, and where it is
    /// <see langword="null"/>, of all.
    /// </summary>
    public string? Developer { get; init; }

    /// <summary>
    /// Clients per request. Default: 100 on Authlete, 30 on DocSpace, whose list entries hold whole logos and whose
    /// server allows 1 to 50.
    /// </summary>
    public int? PageSize { get; init; }
}
