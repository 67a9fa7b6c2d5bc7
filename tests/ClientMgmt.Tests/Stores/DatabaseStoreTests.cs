using System.Transactions;
using ClientMgmt.EntityFrameworkCore;
using ClientMgmt.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClientMgmt.Tests.Stores;

/// <summary>Several instances of an application share a database: what one saves the others find, and one at a time uses a client.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
internal sealed class DatabaseStoreTests(DatabaseKind kind)
{
    private const string Server = "https://as.example/t";

    private TestDatabase? _database;

    private TestDatabase Database => _database!;

    [OneTimeSetUp]
    public async Task Start() => _database = await TestDatabase.StartAsync(kind);

    [OneTimeTearDown]
    public async Task End()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [TestCase("plain")]
    [TestCase("a/b\\c:d*?'\"<>|%_")]
    [TestCase("日本")]
    public async Task What_one_instance_saves_another_finds_whatever_the_id_is(string id)
    {
        ClientRegistration registration = Of(id) with { ChangeBegunAt = DateTimeOffset.UnixEpoch.AddTicks(1), IsBeingDeleted = true };

        await Database.Store().SaveAsync(Server, registration);

        Assert.That(await Database.Store().FindAsync(Server, id), Is.EqualTo(registration));
    }

    [Test]
    public async Task Servers_and_letters_are_told_apart()
    {
        await Database.Store().SaveAsync(Server, Of("Letters"));

        Assert.That(await Database.Store().FindAsync(Server, "letters"), Is.Null);
        Assert.That(await Database.Store().FindAsync("https://other.example", "Letters"), Is.Null);
    }

    [Test]
    public async Task What_is_saved_stays_though_a_transaction_of_the_callers_is_rolled_back()
    {
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await using IAsyncDisposable turn = await Database.Store().LockAsync(Server, "rolled back");
            await Database.Store().SaveAsync(Server, Of("rolled back"));
        }

        Assert.That(await Database.Store().FindAsync(Server, "rolled back"), Is.EqualTo(Of("rolled back")));
    }

    [Test]
    public async Task A_list_is_in_the_order_of_the_ids_and_holds_no_other_server()
    {
        const string Own = "https://list.example";
        foreach (string id in new[] { "b", "C", "a" })
        {
            await Database.Store().SaveAsync(Own, Of(id));
        }

        Assert.That((await Database.Store().ListAsync(Own)).Select(e => e.ClientId), Is.EqualTo(new[] { "C", "a", "b" }));
    }

    [Test]
    public async Task What_is_saved_anew_takes_the_place_of_the_old_and_what_is_removed_is_gone()
    {
        await Database.Store().SaveAsync(Server, Of("replaced"));
        await Database.Store().SaveAsync(Server, Of("replaced") with { AccessToken = new Secret("newer") });
        Secret kept = (await Database.Store().FindAsync(Server, "replaced"))!.AccessToken;
        await Database.Store().RemoveAsync(Server, "replaced");
        await Database.Store().RemoveAsync(Server, "replaced");

        Assert.That(kept.Reveal(), Is.EqualTo("newer"));
        Assert.That(await Database.Store().FindAsync(Server, "replaced"), Is.Null);
    }

    [Test]
    public async Task Of_those_that_save_a_new_client_at_once_none_fails()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
            await Database.Store().SaveAsync(Server, Of("at once") with { AccessToken = new Secret($"key {i}") }))));

        Assert.That((await Database.Store().FindAsync(Server, "at once"))!.AccessToken.Reveal(), Does.StartWith("key "));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task One_instance_at_a_time_comes_in(CancellationToken limit)
    {
        int inside = 0, most = 0, done = 0;
        await Database.Store().SaveAsync(Server, Of("turns"), limit);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            EntityFrameworkRegistrationStore<RegistrationContext> store = Database.Store();
            for (int i = 0; i < 5; i++)
            {
                await using IAsyncDisposable turn = await store.LockAsync(Server, "turns", limit);
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                done++;
            }
        }, limit)));

        Assert.That((most, done), Is.EqualTo((1, 20)));
    }

    [Test]
    public async Task The_lease_of_an_instance_that_died_ends_by_itself()
    {
        var time = new ManualTime();
        await using IAsyncDisposable dead = await Database.Store(time).LockAsync(Server, "dead");

        await using IAsyncDisposable next = await Database.Store(new ManualTime(time.GetUtcNow() + TimeSpan.FromSeconds(61))).LockAsync(Server, "dead").AsTask().InTimeAsync();

        Assert.That(next, Is.Not.Null);
    }

    [Test]
    public async Task An_instance_that_lives_keeps_its_lease_however_long_it_works()
    {
        var time = new ManualTime();
        await using (await Database.Store(time).LockAsync(Server, "long"))
        {
            await using RegistrationContext context = Database.CreateDbContext();
            long before = await ExpiryAsync(context);
            Assert.That(await time.NextTimerAsync(), Is.EqualTo(TimeSpan.FromSeconds(15)));

            time.Advance(TimeSpan.FromSeconds(15));

            long after = before;
            while (after == before)
            {
                after = await ExpiryAsync(context);
            }

            Assert.That(after - before, Is.EqualTo(TimeSpan.FromSeconds(15).Ticks));
        }
    }

    [TestCase("left alone", true, 1)]
    [TestCase("never there", false, 0)]
    public async Task A_row_of_a_lease_is_kept_for_a_client_that_is_there_alone(string id, bool isThere, int rows)
    {
        if (isThere)
        {
            await Database.Store().SaveAsync(Server, Of(id));
        }

        await (await Database.Store().LockAsync(Server, id)).DisposeAsync();
        await (await Database.Store().LockAsync(Server, id).AsTask().InTimeAsync()).DisposeAsync();

        await using RegistrationContext context = Database.CreateDbContext();
        string key = RowKey.Of(Server, id);
        Assert.That(await context.Set<LeaseRow>().CountAsync(l => l.Id == key), Is.EqualTo(rows));
    }

    [Test]
    public async Task A_wait_can_be_cancelled_and_harms_nobody()
    {
        IAsyncDisposable held = await Database.Store().LockAsync(Server, "cancelled");
        using var cancel = new CancellationTokenSource();
        Task waiting = Database.Store().LockAsync(Server, "cancelled", cancel.Token).AsTask();

        await cancel.CancelAsync();

        Assert.That(() => waiting, Throws.InstanceOf<OperationCanceledException>());
        await held.DisposeAsync();
        await (await Database.Store().LockAsync(Server, "cancelled").AsTask().InTimeAsync()).DisposeAsync();
    }

    private static Task<long> ExpiryAsync(RegistrationContext context)
    {
        string id = RowKey.Of(Server, "long");
        return context.Set<LeaseRow>().Where(l => l.Id == id).Select(l => l.ExpiresAt).SingleAsync();
    }

    private static ClientRegistration Of(string id) => new()
    {
        ClientId = id,
        ClientUri = new Uri($"https://as.example/register/{Uri.EscapeDataString(id)}?a=%2F"),
        AccessToken = new Secret("the key"),
        SavedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero).AddTicks(9),
    };
}
