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
    /// Clients per request. Default: 100 on Authlete; on DocSpace 50, the most that its server allows. Entries of its
    /// lists hold whole logos, each up to a third of a megabyte: a smaller page takes less memory and more requests.
    /// </summary>
    /// <remarks>
    /// The first client costs one request. From the second on, pages are requested before they are needed: on Authlete
    /// up to eight, at the same time, where the server tells how many clients there are; on DocSpace one, because each
    /// page tells where the next one begins. As many may be held in memory besides the page that is being read. Leaving
    /// the enumeration, or cancelling it, ends the requests that are under way and sends no more.
    /// </remarks>
    public int? PageSize { get; init; }
}
