namespace ClientMgmt;

/// <summary>Narrows a list of clients, and says how it is read.</summary>
public sealed record ClientListOptions
{
    /// <summary>
    /// Lists only the clients of this developer. <see langword="null"/>, the default, lists those of all. Not every backend
    /// knows developers.
    /// </summary>
    public string? Developer { get; init; }

    /// <summary>
    /// How many clients one request asks for. By default as many as suit the backend: 100 on Authlete, and 50 on DocSpace,
    /// whose server allows no more.
    /// </summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// Where the list begins: the <see cref="ClientPage.NextCursor"/> of an earlier page of the same list. By default, at the
    /// beginning.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>
    /// Called with the id of each client that is known and could not be read, and with the reason. By default there is no
    /// callback: then the list ends with that error, after all other clients, so that nobody takes it for complete. A single
    /// page leaves such clients out in either case.
    /// </summary>
    /// <remarks>
    /// Only clients that were registered dynamically have keys of their own, which a server may refuse: because the client is
    /// gone, or because its key was replaced elsewhere; RFC 7592 has one answer for both.
    /// </remarks>
    public Action<string, ClientManagementException>? OnUnreadable { get; init; }

    /// <summary>
    /// How many pages may be requested or held at once, with the one that is being read; 1 reads one page at a time. Default:
    /// 8 if the backend's pages can be requested at the same time, 2 if each page tells where the next one begins. It has no
    /// meaning for a single page.
    /// </summary>
    /// <remarks>
    /// The first page is always read alone. Nothing more is requested until a client behind it is asked for. Leaving the
    /// enumeration, or cancelling it, ends the requests that are under way and sends no more.
    /// </remarks>
    public int? ReadAhead { get; init; }
}
