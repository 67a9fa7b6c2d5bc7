using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Figure 4: the server makes a change, and the connection breaks before the library has its answer.</summary>
public sealed class CommitThenResetTests
{
    private static readonly int s_count = Figure.IsFull ? 1000 : 30;

    // A reset without an answer is the figure's own. The others differ in what of the answer arrives, and how it ends.
    private static readonly SandboxFault s_reset = new() { Send = SandboxPart.None, Then = SandboxEnding.Reset };

    private static readonly SandboxFault[] s_others =
    [
        new() { Send = SandboxPart.None, Then = SandboxEnding.Fin },
        new() { Send = SandboxPart.Half, Then = SandboxEnding.Reset },
        new() { Send = SandboxPart.Half, Then = SandboxEnding.Fin },
        new() { Send = SandboxPart.Full, Then = SandboxEnding.Reset },
        new() { Send = SandboxPart.Full, Then = SandboxEnding.Fin },
    ];

    [Test]
    [CancelAfter(300_000)]
    public async Task No_change_is_made_twice_and_none_is_reported_wrongly(CancellationToken limit)
    {
        CommitThenResetRun[] runs =
            await Task.WhenAll(ProviderCases.Defaults.Select(provider => RunAsync(provider, limit))).WaitAsync(limit);

        CommitThenResetRun first = runs[0];
        string[] duplicates = [.. runs.SelectMany(r => r.Duplicates)];
        string[] wrong = [.. runs.SelectMany(r => r.WrongSuccesses)];
        string[] unlabelled = [.. runs.SelectMany(r => r.UnlabelledFailures)];
        string figure = $"figure 4: {first.Creates} creates, {first.Rotations} rotations, {first.Deletes} deletes per provider"
            + $" ({s_count} of each without an answer): duplicates {duplicates.Length}, wrong successes {wrong.Length},"
            + $" unlabelled failures {unlabelled.Length}";
        Figure.Print(figure);
        foreach (string lack in runs.Select(r => r.Lack).OfType<string>())
        {
            Figure.Print(lack);
        }

        Assert.Multiple(() =>
        {
            Assert.That(runs, Has.Length.EqualTo(4).And.All.Property(nameof(first.Creates)).EqualTo(2 * s_count));
            Assert.That(duplicates, Is.Empty);
            Assert.That(wrong, Is.Empty);
            Assert.That(unlabelled, Is.Empty);
        });
    }

    private static async Task<CommitThenResetRun> RunAsync(ProviderCase provider, CancellationToken limit)
    {
        await using TestHost host = await TestHost.StartAsync(provider, WithoutBreaker);
        var run = new CommitThenResetRun(host);
        for (int i = 0; i < s_count; i++)
        {
            limit.ThrowIfCancellationRequested();
            await run.StepAsync(s_reset);
            await run.StepAsync(s_others[i % s_others.Length]);
        }

        return run;
    }

    private static void WithoutBreaker(Dictionary<string, string?> settings) => settings["Resilience:MinimumThroughput"] = "0";
}
