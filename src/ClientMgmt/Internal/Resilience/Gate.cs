using System.Diagnostics.CodeAnalysis;

namespace ClientMgmt.Resilience;

/// <summary>Lets so many in at once; the others wait.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to dispose of.")]
internal sealed class Gate(int places)
{
    private readonly SemaphoreSlim _places = new(places);

    /// <summary>Waits for a place, which is free again when the result is disposed.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(_places);
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
