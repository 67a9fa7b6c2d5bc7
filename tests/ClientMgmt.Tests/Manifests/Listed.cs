using System.Reflection;

namespace ClientMgmt.Tests.Manifests;

/// <summary>A provider that lists what it is told to, and never at once.</summary>
public class Listed : DispatchProxy
{
    private IClientManagement? _inner;
    private IReadOnlyList<OAuthClient> _clients = [];

    /// <summary>The same provider with the clients that it has now.</summary>
    public static async Task<IClientManagement> OfAsync(IClientManagement inner)
    {
        IClientManagement provider = Create<IClientManagement, Listed>();
        var listed = (Listed)provider;
        (listed._inner, listed._clients) = (inner, await inner.ListAsync().ToListAsync());
        return provider;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(IClientManagement.ListAsync)
            ? ListAsync()
            : targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);

    private async IAsyncEnumerable<OAuthClient> ListAsync()
    {
        foreach (OAuthClient client in _clients)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            yield return client;
        }
    }
}
