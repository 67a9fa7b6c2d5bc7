namespace ClientMgmt.Cli.Demo;

/// <summary>Reads lists to their end.</summary>
internal static class Listed
{
    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(this IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (T item in items.ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }
}
