using ClientMgmt.Benchmarks.Contestants;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>All contestants at one server.</summary>
internal sealed class Field(Vendor vendor, Uri address) : IAsyncDisposable
{
    public IReadOnlyList<IContestant> Contestants { get; } = vendor.Contestants(address);

    public string[] Names => [.. Contestants.Select(c => c.Name)];

    /// <summary>The name of a figure of one of them.</summary>
    public static string Label(string figure, IContestant contestant) =>
        contestant is Library ? figure : $"{figure}, {contestant.Name}";

    public Func<Task>[] Each(Func<IContestant, Task> job) => [.. Contestants.Select(c => (Func<Task>)(() => job(c)))];

    public async ValueTask DisposeAsync()
    {
        foreach (IContestant contestant in Contestants)
        {
            await contestant.DisposeAsync();
        }
    }
}
