namespace ClientMgmt;

/// <summary>Narrows a list of clients, and says how it is read.</summary>
public sealed record ClientListOptions
{
    /// <summary>
    /// Only the clients of this developer. By default, and where it is <see langword="null"/>, of all. Not every backend
    /// knows developers.
    /// </summary>
    public string? Developer { get; init; }

    /// <summary>
    /// Clients per request. By default what suits the backend: 100 on Authlete, 50 on DocSpace, which is its server's most.
    /// </summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// Where the list begins: the <see cref="ClientPage.NextCursor"/> of an earlier page of the same list. By default, at the
    /// beginning.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>
    /// How many pages may be requested or held at once, the one that is being read included; 1 reads one page at a time. By
    /// default what suits the backend: 8 where pages can be requested at the same time, 2 where each page tells where the
    /// next one begins. It has no meaning for a single page.
    /// </summary>
    /// <remarks>
    /// The first page is always read alone. Nothing more is requested until a client behind it is asked for. Leaving the
    /// enumeration, or cancelling it, ends the requests that are under way and sends no more.
    /// </remarks>
    public int? ReadAhead { get; init; }
}
