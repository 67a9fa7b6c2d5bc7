using System.Globalization;
using ClientMgmt.Management;

namespace ClientMgmt.Tests.Paging;

/// <summary>Pages of two items, whose answers wait until a test gives them.</summary>
internal sealed class HeldPages(int count) : IPageSource<int>
{
    private readonly List<TaskCompletionSource<int>> _pages = [];
    private readonly List<Task<Func<IReadOnlyList<int>>>> _opening = [];

    public string? NextCursor => Opened == count ? null : Opened.ToString(CultureInfo.InvariantCulture);

    public int Requested => _pages.Count;

    public int Opened { get; private set; }

    /// <summary>Requests that have no answer, and were not cancelled.</summary>
    public int InFlight => _pages.Count(p => !p.Task.IsCompleted);

    /// <summary>Called with the number of each page as it is requested.</summary>
    public Action<int>? OnRequest { get; init; }

    public Task<Func<IReadOnlyList<int>>>? RequestAsync(CancellationToken cancellationToken)
    {
        if (_pages.Count == count)
        {
            return null;
        }

        var page = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(() => page.TrySetCanceled(cancellationToken));
        _pages.Add(page);
        OnRequest?.Invoke(_pages.Count - 1);
        Task<Func<IReadOnlyList<int>>> opening = OpenAsync(page.Task);
        _opening.Add(opening);
        return opening;
    }

    public void Answer(int page) => _pages[page].TrySetResult(page);

    /// <summary>Has a page fail, and waits until whoever holds its task can see that.</summary>
    public async Task FailAsync(int page, Exception error)
    {
        _pages[page].TrySetException(error);
        await ((Task)_opening[page]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<Func<IReadOnlyList<int>>> OpenAsync(Task<int> answer)
    {
        int page = await answer;
        return () => Open(page);
    }

    private int[] Open(int page)
    {
        Opened++;
        return [page * 2, (page * 2) + 1];
    }
}
