namespace ClientMgmt.Management;

/// <summary>The pages of one enumeration of a list. It is never called by two at once.</summary>
/// <typeparam name="TItem">An item of the list.</typeparam>
internal interface IPageSource<TItem>
{
    /// <summary>Where the page begins that follows those already opened; null if there is none.</summary>
    string? NextCursor { get; }

    /// <summary>
    /// Requests the page that follows those already requested, or returns <see langword="null"/> where there is none, or
    /// where only a page that has yet to be opened can tell. The result opens the page: it tells the items that no earlier
    /// page held. Pages are opened in the order of their requests.
    /// </summary>
    Task<Func<IReadOnlyList<TItem>>>? RequestAsync(CancellationToken cancellationToken);
}
