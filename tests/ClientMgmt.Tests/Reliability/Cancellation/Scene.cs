using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>A call that has come to the point where it is to be cancelled.</summary>
/// <param name="Call">The call.</param>
/// <param name="Sends">Counts the requests that were sent.</param>
/// <param name="GoOn">Lets go of whatever the call was held by.</param>
internal sealed record Scene(Task Call, Func<int> Sends, Action GoOn)
{
    /// <summary>What it needs, to be disposed of.</summary>
    public object[] Owned { get; init; } = [];

    /// <summary>A call of which a server holds a request.</summary>
    public static async Task<Scene> HeldByServerAsync(WireHost host, HoldingServer server, Func<IClientManagement, Task> run)
    {
        Task call = run(host.OnAny(server.AnswerAsync).Clients);
        await server.Arrived;
        return new Scene(call, () => host.Requests.Count, server.LetGo) { Owned = [host] };
    }

    /// <summary>A call that waits for time to pass.</summary>
    public static async Task<Scene> HeldByClockAsync(WireHost host, ManualTime time, Task call)
    {
        await time.NextTimerAsync();
        return new Scene(call, () => host.Requests.Count, () => time.Advance(TimeSpan.FromHours(1))) { Owned = [host] };
    }

    /// <summary>A call that goes on by itself once the token is cancelled.</summary>
    public static Scene HeldByToken(WireHost host, Task call) => new(call, () => host.Requests.Count, () => { }) { Owned = [host] };

    public static Task CancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(cancelled.SetResult);
        return cancelled.Task;
    }

    public async Task EndAsync()
    {
        foreach (object owned in Owned)
        {
            if (owned is IAsyncDisposable later)
            {
                await later.DisposeAsync();
            }
            else
            {
                ((IDisposable)owned).Dispose();
            }
        }
    }
}

/// <summary>A point where a call may be cancelled, and how to get there.</summary>
internal sealed record CancellationPoint(string Name, Func<CancellationToken, Task<Scene>> ArriveAsync)
{
    public override string ToString() => Name;
}
