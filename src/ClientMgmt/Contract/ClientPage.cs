namespace ClientMgmt;

/// <summary>One page of a list of clients.</summary>
/// <param name="Clients">The clients of the page. They may be fewer than asked for, even none, while more follow.</param>
/// <param name="NextCursor">
/// The <see cref="ClientListOptions.Cursor"/> of the next page; <see langword="null"/> if this is the last. Its text means
/// something to the provider that gave it alone.
/// </param>
public sealed record ClientPage(IReadOnlyList<OAuthClient> Clients, string? NextCursor);
