using ClientMgmt.Wire;

namespace ClientMgmt.Management;

/// <summary>The turn of an operation that changes a client. The next one comes in when it is disposed of.</summary>
/// <param name="operation">The operation.</param>
/// <param name="own">Its turn in this process.</param>
/// <param name="shared">Its turn among all that share the client's credential; null where that is the provider's.</param>
internal sealed class Turn(OperationInfo operation, IDisposable own, IAsyncDisposable? shared) : IAsyncDisposable
{
    public OperationInfo Operation { get; } = operation with { IsAlone = true };

    public async ValueTask DisposeAsync()
    {
        using (own)
        {
            if (shared is not null)
            {
                await shared.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
