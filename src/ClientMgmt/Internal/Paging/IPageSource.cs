namespace ClientMgmt.Paging;

/// <summary>The pages of one enumeration of a list. It is never called by two at once.</summary>
/// <typeparam name="TPage">A page as it was answered.</typeparam>
/// <typeparam name="TItem">An item of the list.</typeparam>
internal interface IPageSource<TPage, TItem>
{
    /// <summary>
    /// Requests the page that follows those already requested, or returns <see langword="null"/> where there is none, or
    /// where only a page that has yet to be opened can tell.
    /// </summary>
    Task<TPage>? RequestAsync(CancellationToken cancellationToken);

    /// <summary>The items of a page that no earlier page held. Pages are opened in the order of their requests.</summary>
    IReadOnlyList<TItem> Open(TPage page);
}
