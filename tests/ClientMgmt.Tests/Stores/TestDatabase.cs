using ClientMgmt.EntityFrameworkCore;
using ClientMgmt.Tests.RealServers.PostgreSql;
using ClientMgmt.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClientMgmt.Tests.Stores;

/// <summary>A database of a test's own, with the tables.</summary>
internal sealed class TestDatabase : IDbContextFactory<RegistrationContext>, IAsyncDisposable
{
    private readonly DbContextOptions<RegistrationContext> _options;
    private readonly Func<ValueTask> _end;

    private TestDatabase(DbContextOptions<RegistrationContext> options, Func<ValueTask> end) => (_options, _end) = (options, end);

    public static async Task<TestDatabase> StartAsync(DatabaseKind kind)
    {
        var options = new DbContextOptionsBuilder<RegistrationContext>();
        TestDatabase database;
        if (kind == DatabaseKind.PostgreSql)
        {
            PostgreSqlServer server = await PostgreSqlServer.StartAsync();
            database = new TestDatabase(options.UseNpgsql(server.ConnectionString).Options, server.DisposeAsync);
        }
        else
        {
            var folder = new TemporaryFolder();
            string connection = $"Data Source={Path.Combine(folder.Path, "registrations.db")};Pooling=False";
            database = new TestDatabase(options.UseSqlite(connection).Options, () =>
            {
                folder.Dispose();
                return ValueTask.CompletedTask;
            });
        }

        await using RegistrationContext context = database.CreateDbContext();
        await context.Database.EnsureCreatedAsync();
        return database;
    }

    /// <summary>A store as each instance of an application has one.</summary>
    public EntityFrameworkRegistrationStore<RegistrationContext> Store(TimeProvider? time = null) => new(this, time ?? TimeProvider.System);

    public RegistrationContext CreateDbContext() => new(_options);

    public ValueTask DisposeAsync() => _end();
}
