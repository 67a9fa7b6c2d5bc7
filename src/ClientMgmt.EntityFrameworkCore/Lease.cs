using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ClientMgmt.EntityFrameworkCore;

/// <summary>A lease that is held, and renewed meanwhile.</summary>
internal sealed class Lease<TContext> : IAsyncDisposable
    where TContext : DbContext
{
    private readonly CancellationTokenSource _end = new();
    private readonly Leases<TContext> _leases;
    private readonly string _id;
    private readonly Guid _owner;
    private readonly Task _renewing;

    public Lease(Leases<TContext> leases, string id, Guid owner, TimeProvider time)
    {
        (_leases, _id, _owner) = (leases, id, owner);
        _renewing = RenewAsync(time, _end.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        _end.Dispose();
        try
        {
            await _leases.ReleaseAsync(_id, _owner).ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            // What was done under the lease is done, and the lease ends by itself.
        }
    }

    // One renewal may fail: there are two more before the lease ends.
    private async Task RenewAsync(TimeProvider time, CancellationToken end)
    {
        using var timer = new PeriodicTimer(Leases<TContext>.Duration / 4, time);
        bool isOurs = true;
        while (isOurs)
        {
            try
            {
                await timer.WaitForNextTickAsync(end).ConfigureAwait(false);
                isOurs = await _leases.RenewAsync(_id, _owner, end).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (IsOfDatabase(e))
            {
            }
        }
    }

    private static bool IsOfDatabase(Exception e) => e is DbUpdateException or DbException or TimeoutException;
}
