using Microsoft.EntityFrameworkCore;

namespace ClientMgmt.EntityFrameworkCore;

/// <summary>Locks in a database: a row with a lease for each.</summary>
internal sealed class Leases<TContext>(IDbContextFactory<TContext> contexts, TimeProvider time)
    where TContext : DbContext
{
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);

    // One after the other; more, and the database does not take the row at all.
    private const int MostFailures = 20;

    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits for a lease, and holds it until the result is disposed of.</summary>
    public async Task<IAsyncDisposable> TakeAsync(string id, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid();
        int failures = 0;
        for (TimeSpan pause = s_shortestPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            try
            {
                if (await TryTakeAsync(id, owner, cancellationToken).ConfigureAwait(false))
                {
                    return new Lease<TContext>(this, id, owner, time);
                }

                failures = 0;
            }
            catch (DbUpdateException) when (++failures < MostFailures)
            {
                // Somebody else has made the row at the same time, which the next look shows.
            }

            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a lease last longer.</summary>
    /// <returns>Whether it was still the owner's.</returns>
    public async Task<bool> RenewAsync(string id, Guid owner, CancellationToken cancellationToken)
    {
        long expiresAt = End();
        using IDisposable outside = OwnTransaction.Begin();
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await context.Set<LeaseRow>().Where(l => l.Id == id && l.Owner == owner)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, expiresAt), cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    /// <summary>Lets the next one in; if the database cannot be reached, the lease ends by itself.</summary>
    public async Task ReleaseAsync(string id, Guid owner)
    {
        using IDisposable outside = OwnTransaction.Begin();
        TContext context = await contexts.CreateDbContextAsync(CancellationToken.None).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            // The row stays as long as the client is there: who waits for it then has no row to make, and nobody is in the way.
            IQueryable<LeaseRow> own = context.Set<LeaseRow>().Where(l => l.Id == id && l.Owner == owner);
            await own.ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, 0), CancellationToken.None).ConfigureAwait(false);
            await own.Where(l => l.ExpiresAt == 0 && !context.Set<RegistrationRow>().Any(r => r.Id == id))
                .ExecuteDeleteAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryTakeAsync(string id, Guid owner, CancellationToken cancellationToken)
    {
        long now = time.GetUtcNow().UtcTicks, expiresAt = End();
        using IDisposable outside = OwnTransaction.Begin();
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            DbSet<LeaseRow> leases = context.Set<LeaseRow>();
            if (await leases.AnyAsync(l => l.Id == id, cancellationToken).ConfigureAwait(false))
            {
                return await leases.Where(l => l.Id == id && l.ExpiresAt < now).ExecuteUpdateAsync(
                    set => set.SetProperty(l => l.Owner, owner).SetProperty(l => l.ExpiresAt, expiresAt),
                    cancellationToken).ConfigureAwait(false) > 0;
            }

            context.Add(new LeaseRow { Id = id, Owner = owner, ExpiresAt = expiresAt });
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private long End() => (time.GetUtcNow() + Duration).UtcTicks;
}
