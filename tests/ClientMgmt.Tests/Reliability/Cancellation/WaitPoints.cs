using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using static ClientMgmt.Tests.Wire.WireAnswer;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Points where nothing is under way: before requests, and in the waits between them.</summary>
internal static class WaitPoints
{
    private const string Id = WireOperation.Id;

    private static readonly WireAnswer s_client = Ok(AuthleteOperations.Client);

    public static IEnumerable<CancellationPoint> All =>
    [
        new("before the call", BeforeAsync),
        new("while the budget is waited for", LimitedAsync),
        new("while a turn is waited for", token => BehindAnotherAsync(
            r => r.MaxConcurrency = 1, c => c.GetAsync(Id, CancellationToken.None), c => c.GetAsync(Id, token))),
        new("while another update of the client is waited for", token => BehindAnotherAsync(
            _ => { }, c => c.UpdateAsync(Id, Rename, CancellationToken.None), c => c.UpdateAsync(Id, Rename, token))),
        new("in the credential's callback", InCallbackAsync),
        new("in the change of an update", InChangeAsync),
        new("in a retry's delay", token => InDelayAsync(Of(500), token)),
        new("in a delay that the server told", token => InDelayAsync(
            Of(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "60" } }, token)),
    ];

    private static Task<Scene> BeforeAsync(CancellationToken token)
    {
        WireHost host = Host(new ManualTime()).OnAny(s_client);
        return Task.FromResult(Scene.HeldByToken(host, CallAsync()));

        async Task CallAsync()
        {
            await Scene.CancelledAsync(token);
            await host.Clients.GetAsync(Id, token);
        }
    }

    private static async Task<Scene> LimitedAsync(CancellationToken token)
    {
        var time = new ManualTime();
        WireHost host = Resilient.Host(Backend.AuthleteV3, time, r => r.RequestsPerMinute["*"] = 1).OnAny(s_client);
        await host.Clients.GetAsync(Id, CancellationToken.None);
        return await Scene.HeldByClockAsync(host, time, host.Clients.GetAsync(Id, token));
    }

    // The second call comes to where it waits before it returns: nothing before that takes time.
    private static async Task<Scene> BehindAnotherAsync(
        Action<ResilienceOptions> change, Func<IClientManagement, Task> first, Func<IClientManagement, Task> second)
    {
        var server = new HoldingServer(Ok(AuthleteOperations.Updated));
        WireHost host = Host(new ManualTime(), change).OnAny(server.AnswerAsync);
        Task other = first(host.Clients);
        await server.Arrived;
        return Scene.HeldByToken(host, second(host.Clients)) with { Owned = [new Ending(server, other), host] };
    }

    private static async Task<Scene> InCallbackAsync(CancellationToken token)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime(), provider: p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = async (_, _) =>
            {
                arrived.SetResult();
                await gate.Task;
                return ProviderCredential.FromAccessToken(new Secret(WireHost.AccessToken));
            };
        }).OnAny(s_client);
        Task call = host.Clients.GetAsync(Id, token);
        await arrived.Task;
        return new Scene(call, () => host.Requests.Count, gate.SetResult) { Owned = [host] };
    }

    private static async Task<Scene> InChangeAsync(CancellationToken token)
    {
        WireHost host = Host(new ManualTime()).OnAny(s_client);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task call = Task.Run(
            () => host.Clients.UpdateAsync(
                Id,
                client =>
                {
                    arrived.SetResult();
                    token.WaitHandle.WaitOne();
                    return Rename(client);
                },
                token),
            CancellationToken.None);
        await arrived.Task;
        return Scene.HeldByToken(host, call);
    }

    private static Task<Scene> InDelayAsync(WireAnswer answer, CancellationToken token)
    {
        var time = new ManualTime();
        WireHost host = Host(time, r => r.RetryDelay = TimeSpan.FromSeconds(1)).OnAny(answer);
        return Scene.HeldByClockAsync(host, time, host.Clients.GetAsync(Id, token));
    }

    private static WireHost Host(ManualTime time, Action<ResilienceOptions>? change = null) =>
        Resilient.Host(Backend.AuthleteV3, time, change);

    private static ClientMetadata Rename(ClientMetadata client) => client with { ClientName = "New ü" };

    private sealed class Ending(HoldingServer server, Task call) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            server.LetGo();
            await call;
        }
    }
}
