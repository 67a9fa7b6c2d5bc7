namespace ClientMgmt.Tests.Wire;

/// <summary>Every operation of every backend.</summary>
public static class WireOperations
{
    public static IEnumerable<WireOperation> All =>
    [
        .. AuthleteOperations.For(Backend.AuthleteV2), .. AuthleteOperations.For(Backend.AuthleteV3), .. DocSpaceOperations.All(),
        .. RegistrationOperations.All,
    ];

    public static IEnumerable<WireOperation> WithId => All.Where(o => o.TakesId);

    public static IEnumerable<WireOperation> WithBody => All.Where(o => o.Main.Body is not null);

    public static IEnumerable<WireOperation> WithAnswer => All.Where(o => o.HasAnswer);

    /// <summary>The backends of which an operation sends requests.</summary>
    public static IEnumerable<Backend> BackendsOf(ClientOperation operation) =>
        All.Where(o => o.Operation == operation).Select(o => o.Backend).Distinct();

    /// <summary>The first row of an operation.</summary>
    public static WireOperation Of(Backend backend, ClientOperation operation) =>
        All.First(o => o.Backend == backend && o.Operation == operation);

    public static async Task DrainAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken = default)
    {
        await foreach (T _ in items.WithCancellation(cancellationToken))
        {
        }
    }
}
