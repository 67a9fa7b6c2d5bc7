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
    /// Called with the id of each client that is known and could not be read, and why. None by default: then such a client ends
    /// the whole list with that error, after all others, so that no list lacks clients without a word. A single page leaves them
    /// out in either case.
    /// </summary>
    /// <remarks>
    /// Only clients that were registered dynamically have keys of their own, which a server may refuse: because the client is
    /// gone, or because its key was replaced elsewhere; RFC 7592 has one answer for both.
    /// </remarks>
    public Action<string, ClientManagementException>? OnUnreadable { get; init; }

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
