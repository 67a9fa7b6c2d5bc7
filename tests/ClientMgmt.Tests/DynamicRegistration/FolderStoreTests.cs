using System.Net.Sockets;
using ClientMgmt.DynamicRegistration;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>The store in a folder: what is saved is there for the next process, and for its owner alone.</summary>
internal sealed class FolderStoreTests : FolderFixture
{
    private const string Server = "https://as.example/t";

    private string Registrations => Path.Combine(Folder, "state", "registrations");

    private FolderRegistrationStore Store => new(Registrations, TimeProvider.System);

    private static IEnumerable<TestCaseData> Ids() => Printable.Cases(["plain", "../../etc/passwd", "a/b\\c:d*?\"<>|", "..", "日本\u0001"]);

    [TestCaseSource(nameof(Ids))]
    public async Task What_is_saved_is_found_by_the_next_process_whatever_the_id_is(string id)
    {
        ClientRegistration registration = Of(id) with { ChangeBegunAt = DateTimeOffset.UnixEpoch };

        await Store.SaveAsync(Server, registration);

        Assert.That(await Store.FindAsync(Server, id), Is.EqualTo(registration));
        Assert.That(await Store.ListAsync(Server), Is.EqualTo(new[] { new RegistrationEntry(id, registration.SavedAt, registration.ChangeBegunAt) }));
    }

    [Test]
    public async Task Servers_and_letters_are_told_apart()
    {
        await Store.SaveAsync(Server, Of("Id"));

        Assert.That(await Store.FindAsync(Server, "id"), Is.Null);
        Assert.That(await Store.FindAsync("https://other.example", "Id"), Is.Null);
        Assert.That(await Store.ListAsync("https://other.example"), Is.Empty);
    }

    [Test]
    public async Task A_list_is_in_the_order_of_the_ids()
    {
        string[] ids = [.. Enumerable.Range(0, 20).Select(i => $"{i * 7 % 20:00}")];
        foreach (string id in ids)
        {
            await Store.SaveAsync(Server, Of(id));
        }

        Assert.That((await Store.ListAsync(Server)).Select(e => e.ClientId), Is.EqualTo(ids.Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task What_is_saved_anew_takes_the_place_of_the_old_and_what_is_removed_is_gone()
    {
        await Store.SaveAsync(Server, Of("a"));
        await Store.SaveAsync(Server, Of("a") with { AccessToken = new Secret("newer") });
        Secret kept = (await Store.FindAsync(Server, "a"))!.AccessToken;
        await Store.RemoveAsync(Server, "a");
        await Store.RemoveAsync(Server, "a");

        Assert.That(kept.Reveal(), Is.EqualTo("newer"));
        Assert.That(await Store.FindAsync(Server, "a"), Is.Null);
        Assert.That(Files("*.json").Concat(Files("*.new")), Is.Empty);
    }

    [Test]
    public async Task Files_and_folders_are_for_their_owner_alone()
    {
        Assume.That(OperatingSystem.IsWindows(), Is.False);
        await Store.SaveAsync(Server, Of("a"));
        await (await Store.LockAsync(Server, "a")).DisposeAsync();

        UnixFileMode[] modes = [.. Directory.EnumerateFileSystemEntries(Registrations, "*", SearchOption.AllDirectories).Append(Registrations).Select(p => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(p))];

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        Assert.That(modes.Where(mode => (mode & Others) != 0), Is.Empty);
        Assert.That(modes, Has.Length.EqualTo(5));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task One_user_at_a_time_comes_in_also_of_another_process(CancellationToken limit)
    {
        int inside = 0, most = 0, done = 0;

        // Each store has nothing in common with the others but the folder.
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            FolderRegistrationStore store = Store;
            for (int i = 0; i < 5; i++)
            {
                await using IAsyncDisposable turn = await store.LockAsync(Server, "a", limit);
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                done++;
            }
        }, limit)));

        Assert.That((most, done), Is.EqualTo((1, 30)));
    }

    [Test]
    public async Task A_wait_for_the_turn_can_be_cancelled_and_harms_nobody()
    {
        IAsyncDisposable held = await Store.LockAsync(Server, "a");
        using var cancel = new CancellationTokenSource();
        Task waiting = Store.LockAsync(Server, "a", cancel.Token).AsTask();
        await cancel.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        await held.DisposeAsync();
        await (await Store.LockAsync(Server, "a")).DisposeAsync();
    }

    [Test]
    [Platform(Exclude = "Win")]
    [CancelAfter(30_000)]
    public async Task A_file_that_cannot_be_locked_at_all_is_told_and_not_waited_for(CancellationToken limit)
    {
        await (await Store.LockAsync(Server, "a", limit)).DisposeAsync();
        string path = Files("*").Single();
        File.Delete(path);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));

        Assert.That(async () => await Store.LockAsync(Server, "a", limit), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task What_a_process_had_written_when_it_ended_is_put_in_place_by_the_next_one()
    {
        await Store.SaveAsync(Server, Of("a") with { AccessToken = new Secret("newer") });
        string path = Files("*.json").Single();
        File.Move(path, path + ".new");
        await Store.SaveAsync("https://other.example", Of("a"));
        File.Copy(Files("*.json").Single(), path);

        await (await Store.LockAsync(Server, "a")).DisposeAsync();

        Assert.That((await Store.FindAsync(Server, "a"))!.AccessToken.Reveal(), Is.EqualTo("newer"));
        Assert.That(Files("*.new"), Is.Empty);
    }

    [Test]
    public async Task A_new_client_that_a_process_had_just_written_when_it_ended_is_known()
    {
        await Store.SaveAsync(Server, Of("a"));
        string path = Files("*.json").Single();
        File.Move(path, path + ".new");

        IReadOnlyList<RegistrationEntry> listed = await Store.ListAsync(Server);
        await (await Store.LockAsync(Server, "a")).DisposeAsync();

        Assert.That(listed.Select(e => e.ClientId), Is.EqualTo(new[] { "a" }));
        Assert.That(await Store.FindAsync(Server, "a"), Is.EqualTo(Of("a")));
    }

    [Test]
    public async Task What_a_process_had_half_written_when_it_ended_is_removed()
    {
        await Store.SaveAsync(Server, Of("a"));
        string path = Files("*.json").Single();
        await File.WriteAllTextAsync(path + ".new", (await File.ReadAllTextAsync(path))[..40]);

        await (await Store.LockAsync(Server, "a")).DisposeAsync();

        Assert.That(await Store.FindAsync(Server, "a"), Is.EqualTo(Of("a")));
        Assert.That(Files("*.new"), Is.Empty);
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task A_new_client_that_another_process_lists_just_now_is_saved_as_soon_as_it_has_been_read(CancellationToken limit)
    {
        var time = new ManualTime();
        var store = new FolderRegistrationStore(Registrations, time);
        await store.SaveAsync(Server, Of("a"), limit);
        string path = Files("*.json").Single();
        Task saving;
        await using (new FileStream(path + ".new", FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            saving = store.SaveAsync(Server, Of("a") with { AccessToken = new Secret("newer") }, limit).AsTask();
            await Task.WhenAny(saving, time.NextTimerAsync());
        }

        await time.PassUntilAsync(saving);
        await saving;

        Assert.That((await store.FindAsync(Server, "a", limit))!.AccessToken.Reveal(), Is.EqualTo("newer"));
        Assert.That(Files("*.new"), Is.Empty);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task What_is_in_a_folder_and_gone_when_it_is_read_does_not_take_the_place_of_a_registration()
    {
        await Store.SaveAsync(Server, Of("a"));
        File.CreateSymbolicLink(Files("*.json").Single() + ".new", Path.Combine(Folder, "nowhere"));

        await (await Store.LockAsync(Server, "a")).DisposeAsync();

        Assert.That(await Store.FindAsync(Server, "a"), Is.EqualTo(Of("a")));
    }

    [TestCase("")]
    [TestCase("{\"registration_access_token\":\"the-key\",")]
    [TestCase("null")]
    [TestCase("{\"server\":\"s\",\"client_id\":\"a\",\"registration_client_uri\":\"\",\"registration_access_token\":\"the-key\",\"saved_at\":\"2026-01-01T00:00:00Z\"}")]
    [TestCase("{\"server\":\"s\",\"client_id\":\"a\",\"registration_client_uri\":\"https://a/\",\"registration_access_token\":\"\",\"saved_at\":\"2026-01-01T00:00:00Z\"}")]
    public async Task A_broken_file_is_told_without_what_it_holds(string text)
    {
        await Store.SaveAsync(Server, Of("a"));
        await File.WriteAllTextAsync(Files("*.json").Single(), text);

        var error = Assert.ThrowsAsync<InvalidDataException>(async () => await Store.FindAsync(Server, "a"))!;

        Assert.That(error.ToString(), Does.Not.Contain("the-key"));
    }

    [Test]
    public async Task A_broken_file_that_still_says_whose_it_is_stands_in_the_list_and_can_be_removed()
    {
        await Store.SaveAsync(Server, Of("a"));
        await Store.SaveAsync(Server, Of("b"));
        string path = Files("*.json").Single(p => File.ReadAllText(p).Contains("\"a\"", StringComparison.Ordinal));
        await File.WriteAllTextAsync(path, """{"client_id":"a","registration_access_token":"the-k""");

        IReadOnlyList<RegistrationEntry> broken = await Store.ListAsync(Server);
        await Store.RemoveAsync(Server, "a");

        Assert.That(broken.Select(e => e.ClientId), Is.EqualTo((string[])["a", "b"]));
        Assert.That((await Store.ListAsync(Server)).Select(e => e.ClientId), Is.EqualTo((string[])["b"]));
    }

    [Test]
    public async Task A_broken_file_that_no_longer_says_whose_it_is_ends_the_list_with_its_name()
    {
        await Store.SaveAsync(Server, Of("a"));
        string path = Files("*.json").Single();
        await File.WriteAllTextAsync(path, "");

        Assert.That(async () => await Store.ListAsync(Server), Throws.InstanceOf<InvalidDataException>().With.Message.Contains(path));
    }

    private IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Registrations, pattern, SearchOption.AllDirectories);

    private static ClientRegistration Of(string id) => new()
    {
        ClientId = id,
        ClientUri = new Uri("https://as.example/register/x?client_id=y%2Fz"),
        AccessToken = new Secret("the-key"),
        SavedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };
}
