namespace ClientMgmt.Http;

/// <summary>Lets calls that answer nothing run where a result is expected.</summary>
internal static class Calls
{
    public static Func<TApi, CancellationToken, Task<bool>> WithResult<TApi>(Func<TApi, CancellationToken, Task> send) =>
        async (api, token) =>
        {
            await send(api, token).ConfigureAwait(false);
            return true;
        };
}
