using System.Globalization;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Figure 10: two writers on one client, many times.</summary>
public sealed class RaceTests
{
    private static readonly int s_races = Figure.IsFull ? 500 : 30;

    /// <summary>The providers of which two processes know nothing of each other.</summary>
    internal static IEnumerable<ProviderCase> Apart => [.. ProviderCases.Vendors, ProviderCases.ManagedRegistration];

    /// <summary>Who has the key to a client has the client to himself, also among processes.</summary>
    private static IEnumerable<ProviderCase> Together => [ProviderCases.DynamicRegistration];

    private static IEnumerable<ProviderCase> All => [.. Apart, .. Together];

    private static IEnumerable<ProviderCase> LockByUpdate => ProviderCases.All.Where(c => c.Name.EndsWith("lock by update", StringComparison.Ordinal));

    [TestCaseSource(nameof(All))]
    public async Task Of_two_updates_in_one_process_none_is_lost(ProviderCase provider)
    {
        IReadOnlyList<RaceResult> races = await RunAsync(provider, processes: 1);

        Print(provider, "one process", races);
        Assert.That(races.Where(r => r is not { Lost: "", Told: "", IsWronglyTold: false }), Is.Empty);
    }

    [TestCaseSource(nameof(Together))]
    public async Task Of_two_updates_in_two_processes_with_one_store_of_keys_none_is_lost(ProviderCase provider)
    {
        IReadOnlyList<RaceResult> races = await RunAsync(provider, processes: 2);

        Print(provider, "two processes with one store", races);
        Assert.That(races.Where(r => r is not { Lost: "", Told: "", IsWronglyTold: false }), Is.Empty);
    }

    [TestCaseSource(nameof(Apart))]
    public async Task Of_two_updates_in_two_processes_each_loss_is_reported_as_far_as_the_backend_allows(ProviderCase provider)
    {
        IReadOnlyList<RaceResult> races = await RunAsync(provider, processes: 2);

        Print(provider, "two processes", races);
        Assert.Multiple(() =>
        {
            Assert.That(races.Where(r => r.IsWronglyTold), Is.Empty, "success, and the value is not in the answer");
            Assert.That(races.Where(r => r.Lost.Length > 1), Is.Empty, "both lost");
            Assert.That(races.Where(r => r.Told.Length > 0 && r.Told != r.Lost), Is.Empty, "reported, but not lost");
            Assert.That(races.Count(r => r.Lost.Length > 0), Is.Positive, "or else there was no race");
            Assert.That(races.Any(r => r.Told.Length > 0), Is.EqualTo(provider.Backend is Backend.DocSpace or Backend.DynamicRegistration));
        });
    }

    // There the document that an update sends back holds the lock too.
    [TestCaseSource(nameof(LockByUpdate))]
    public async Task An_update_does_not_undo_a_lock_that_is_set_meanwhile(ProviderCase provider)
    {
        await using RaceHost host = await RaceHost.StartAsync(provider, processes: 1);
        string id = await host.CreateAsync();
        var lost = new List<int>();
        for (int i = 0; i < s_races / 3; i++)
        {
            await host.First.EnableAsync(id);
            await Task.WhenAll(
                host.First.UpdateAsync(id, c => c with { ClientName = Name(i) }), host.First.DisableAsync(id));
            SoakState stored = host.Stored(id);
            if (stored.Enabled || stored.Name != Name(i))
            {
                lost.Add(i);
            }
        }

        Assert.That(lost, Is.Empty);
    }

    private static string Name(int race) => string.Create(CultureInfo.InvariantCulture, $"race {race}");

    private static async Task<IReadOnlyList<RaceResult>> RunAsync(ProviderCase provider, int processes)
    {
        await using RaceHost host = await RaceHost.StartAsync(provider, processes);

        // So that the order differs from race to race.
        host.Sandbox.Faults.Add(new SandboxFault { Times = null, Probability = 0.3, DelayBefore = TimeSpan.FromMilliseconds(1) });
        string id = await host.CreateAsync();
        var results = new List<RaceResult>();
        for (int i = 0; i < s_races; i++)
        {
            results.Add(await Race.RunAsync(host, id, Name(i), $"described by {Name(i)}"));
        }

        return results;
    }

    private static void Print(ProviderCase provider, string where, IReadOnlyList<RaceResult> races) => Figure.Print(string.Create(
        CultureInfo.InvariantCulture,
        $"figure 10: {provider}: {races.Count} races in {where}: nothing lost {races.Count(r => r.Lost.Length == 0)}, "
        + $"lost and reported {races.Count(r => r.Lost.Length > 0 && r.Lost == r.Told)}, "
        + $"lost and silent {races.Count(r => r.Lost.Length > 0 && r.Lost != r.Told)}, "
        + $"success against its own read-back {races.Count(r => r.IsWronglyTold)}"));
}
