using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using static ClientMgmt.Tests.Wire.WireAnswer;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Points in the reading of a list. The token is given to the method, or to the enumeration.</summary>
internal static class ListPoints
{
    private static readonly WireAnswer s_page = Ok("""{"totalCount":900,"clients":[{"clientId":1},{"clientId":2}]}""");

    private static readonly WireAnswer s_portalPage = Ok(
        """{"data":[{"client_id":"1"},{"client_id":"2"}],"last_client_id":"2","last_created_on":"2026-01-02T03:04:05Z"}""");

    public static IEnumerable<CancellationPoint> All =>
        from backend in new[] { Backend.AuthleteV3, Backend.DocSpace }
        from way in new (string Name, Func<IClientManagement, CancellationToken, IAsyncEnumerable<OAuthClient>> List)[]
        {
            ("given to the method", (c, token) => c.ListAsync(new() { PageSize = 2 }, token)),
            ("given to the enumeration", (c, token) => new Enumeration(c.ListAsync(new() { PageSize = 2 }, CancellationToken.None), token)),
        }
        from point in new CancellationPoint[]
        {
            new("in the first page", token => InPageAsync(backend, way.List, [], token)),
            new("in the second page", token => InPageAsync(backend, way.List, [Page(backend)], token)),
            new("within a page", token => AfterAsync(backend, 1, way.List, token)),
            new("between pages", token => AfterAsync(backend, 2, way.List, token)),
        }
        select point with { Name = $"{point.Name} of a list of {backend}, {way.Name}" };

    private static WireAnswer Page(Backend backend) => backend == Backend.DocSpace ? s_portalPage : s_page;

    private static Task<Scene> InPageAsync(
        Backend backend,
        Func<IClientManagement, CancellationToken, IAsyncEnumerable<OAuthClient>> list,
        WireAnswer[] before,
        CancellationToken token) => Scene.HeldByServerAsync(
            Resilient.Host(backend, new ManualTime()),
            new HoldingServer(Page(backend), before),
            c => WireOperations.DrainAsync(list(c, token)));

    // What is read ahead may be under way by then, but nothing may follow.
    private static async Task<Scene> AfterAsync(
        Backend backend,
        int clients,
        Func<IClientManagement, CancellationToken, IAsyncEnumerable<OAuthClient>> list,
        CancellationToken token)
    {
        WireHost host = Resilient.Host(backend, new ManualTime()).OnAny(Page(backend));
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task call = CallAsync();
        await arrived.Task;
        return Scene.HeldByToken(host, call);

        async Task CallAsync()
        {
            int seen = 0;
            await foreach (OAuthClient client in list(host.Clients, token))
            {
                if (token.IsCancellationRequested)
                {
                    throw new AssertionException($"{client.ClientId} came after the cancellation.");
                }

                if (++seen == clients)
                {
                    arrived.SetResult();
                    await Scene.CancelledAsync(token);
                }
            }
        }
    }

    /// <summary>A list with the token of <c>WithCancellation</c>.</summary>
    private sealed class Enumeration(IAsyncEnumerable<OAuthClient> list, CancellationToken token) : IAsyncEnumerable<OAuthClient>
    {
        public IAsyncEnumerator<OAuthClient> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            list.GetAsyncEnumerator(token);
    }
}
