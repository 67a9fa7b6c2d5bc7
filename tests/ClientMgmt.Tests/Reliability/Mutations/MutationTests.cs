using System.Diagnostics;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Figure 9: whatever a server answers ends in a typed error or a correct result.</summary>
public sealed class MutationTests
{
    private const int Seed = 20_260_701;

    [Test]
    public async Task A_mutated_answer_ends_in_a_typed_error_or_a_correct_result()
    {
        int count = Figure.IsFull ? 10_000 : 250;
        long started = Stopwatch.GetTimestamp();
        MutationTrial[] trials = [.. MutationKinds.All.Select((kind, i) => new MutationTrial(kind, Seed + (i * 1_000_000)))];
        await Parallel.ForEachAsync(trials, async (trial, _) =>
        {
            using (trial)
            {
                await trial.RunAsync(count);
            }
        });

        string[] wrong = [.. trials.SelectMany(t => t.Wrong)];
        string figure = $"figure 9: kinds {trials.Length} x {count}: {trials.Sum(t => t.TypedErrors)} typed errors, "
            + $"{trials.Sum(t => t.Results)} correct results, other {wrong.Length} (seed {Seed}, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s)";
        Figure.Print(figure);
        Assert.That(wrong, Is.Empty);
        Assert.That(trials.Where(t => t.HasMissedAnOutcome).Select(t => t.ToString()), Is.Empty);
    }
}
