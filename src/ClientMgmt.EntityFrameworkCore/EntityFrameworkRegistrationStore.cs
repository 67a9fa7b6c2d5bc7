using Microsoft.EntityFrameworkCore;

namespace ClientMgmt.EntityFrameworkCore;

/// <summary>
/// Keeps registrations in a database, for applications with several instances. A client is used by one caller at a time, in all
/// instances together: the lock is a row with a lease, which its holder renews and which ends by itself if the holder dies.
/// </summary>
/// <remarks>
/// The keys are stored as they are, for whoever can read the table; wrap the store in a <see cref="ProtectedRegistrationStore"/> to
/// encrypt them. What the database throws reaches the caller.
/// </remarks>
/// <typeparam name="TContext">
/// The application's context, whose model has the tables of
/// <see cref="ClientRegistrationModelBuilderExtensions.AddClientRegistrations"/>.
/// </typeparam>
/// <param name="contexts">Makes a context for each request to the database.</param>
/// <param name="time">The clock. Those of all instances must agree to within half a lease.</param>
public sealed class EntityFrameworkRegistrationStore<TContext>(IDbContextFactory<TContext> contexts, TimeProvider time) : IRegistrationStore
    where TContext : DbContext
{
    private readonly Leases<TContext> _leases = new(contexts, time);

    /// <inheritdoc/>
    public async ValueTask<ClientRegistration?> FindAsync(string server, string clientId, CancellationToken cancellationToken = default)
    {
        string id = KeyOf(server, clientId);
        using IDisposable own = OwnTransaction.Begin();
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            RegistrationRow? row = await context.Set<RegistrationRow>().AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == id, cancellationToken).ConfigureAwait(false);
            return row?.ToRegistration();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RegistrationEntry>> ListAsync(string server, CancellationToken cancellationToken = default)
    {
        string serverId = RowKey.Of(server);
        using IDisposable own = OwnTransaction.Begin();
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            List<RegistrationRow> rows = await context.Set<RegistrationRow>().AsNoTracking()
                .Where(r => r.ServerId == serverId).ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.OrderBy(r => r.ClientId, StringComparer.Ordinal).Select(r => r.ToEntry())];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="registration"/> is null.</exception>
    public async ValueTask SaveAsync(string server, ClientRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        using IDisposable own = OwnTransaction.Begin();
        RegistrationRow row = RegistrationRow.Of(server, registration);
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            if (await ReplaceAsync(context, row, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            context.Add(row);
            try
            {
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbUpdateException)
            {
                // Another instance may have been faster.
                if (!await ReplaceAsync(context, row, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(string server, string clientId, CancellationToken cancellationToken = default)
    {
        string id = KeyOf(server, clientId);
        using IDisposable own = OwnTransaction.Begin();
        TContext context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            await context.Set<RegistrationRow>().Where(r => r.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> LockAsync(string server, string clientId, CancellationToken cancellationToken = default) =>
        await _leases.TakeAsync(KeyOf(server, clientId), cancellationToken).ConfigureAwait(false);

    private static string KeyOf(string server, string clientId) => RowKey.Of(server, clientId);

    private static async Task<bool> ReplaceAsync(TContext context, RegistrationRow row, CancellationToken cancellationToken) =>
        await context.Set<RegistrationRow>().Where(r => r.Id == row.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(r => r.ClientUri, row.ClientUri)
                .SetProperty(r => r.AccessToken, row.AccessToken)
                .SetProperty(r => r.SavedAt, row.SavedAt)
                .SetProperty(r => r.ChangeBegunAt, row.ChangeBegunAt)
                .SetProperty(r => r.IsBeingDeleted, row.IsBeingDeleted),
            cancellationToken).ConfigureAwait(false) > 0;
}
