namespace ClientMgmt.DynamicRegistration;

/// <summary>What holds others up until it is disposed of, the first thing first.</summary>
internal sealed class Held(params IDisposable[] things) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        foreach (IDisposable thing in things)
        {
            thing.Dispose();
        }

        return default;
    }
}
