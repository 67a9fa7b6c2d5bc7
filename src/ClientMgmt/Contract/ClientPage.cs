using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>One page of a list of clients.</summary>
public sealed record ClientPage
{
    /// <summary>
    /// The clients of the page. They may be fewer than asked for, even none, while more follow. The list is copied when it is
    /// assigned, and compared item by item.
    /// </summary>
    /// <exception cref="ArgumentNullException">The assigned list is null.</exception>
    public required IReadOnlyList<OAuthClient> Clients
    {
        get;
        init => field = new ValueList<OAuthClient>(value);
    }

    /// <summary>
    /// The <see cref="ClientListOptions.Cursor"/> of the next page; <see langword="null"/> if this is the last. Only the
    /// provider that gave it understands its text.
    /// </summary>
    public string? NextCursor { get; init; }
}
