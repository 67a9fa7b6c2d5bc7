using System.Collections.Concurrent;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Figure 5: whatever happens on the socket, an operation ends, and in an error of the library.</summary>
[NonParallelizable]
public sealed class SocketFaultTests
{
    [Test]
    [CancelAfter(300_000)]
    public async Task Every_socket_fault_ends_in_the_right_kind_of_error(CancellationToken limit)
    {
        using var unobserved = new UnobservedExceptions();
        var problems = new ConcurrentBag<string>();
        (int Operations, int Cases, TimeSpan Slowest)[] runs =
            await Task.WhenAll(SocketFaultPlan.Providers.Select(p => RunAsync(p, problems, limit))).WaitAsync(limit);

        string figure = $"figure 5: {SocketFaultCase.Faults.Length} faults x {string.Join('/', runs.Select(r => r.Operations))}"
            + $" operations x {runs.Length} providers, at each request, once and from there on = {runs.Sum(r => r.Cases)} cases,"
            + $" slowest {runs.Max(r => r.Slowest).TotalMilliseconds:0} ms";
        Figure.Print(figure);
        Assert.Multiple(() =>
        {
            Assert.That(runs, Has.Length.EqualTo(4).And.All.Matches<(int, int Cases, TimeSpan)>(r => r.Cases > (Figure.IsFull ? 200 : 66)));
            Assert.That(problems, Is.Empty);
            Assert.That(unobserved.Collect(), Is.Empty);
        });
    }

    private static async Task<(int Operations, int Cases, TimeSpan Slowest)> RunAsync(
        ProviderCase provider, ConcurrentBag<string> problems, CancellationToken limit)
    {
        await using SocketFaultHost host = await SocketFaultHost.StartAsync(provider);
        IReadOnlyList<SocketFaultCase> cases =
            [.. (await SocketFaultPlan.MakeAsync(host, provider.Backend)).Where((_, i) => Figure.IsFull || i % 3 == 0)];
        TimeSpan slowest = TimeSpan.Zero;
        foreach (SocketFaultCase @case in cases)
        {
            limit.ThrowIfCancellationRequested();
            SandboxFault fault = @case.Fault with { After = @case.Position, Times = @case.Lasts ? null : 1 };
            SocketFaultResult result = await host.RunAsync(@case.Operation, @case.Renews, fault);
            slowest = result.Elapsed > slowest ? result.Elapsed : slowest;
            if (Problem(@case, result) is { } problem)
            {
                problems.Add($"{provider}, {@case}: {problem}. {result.Error?.GetType().Name}: {result.Error?.Message}");
            }

            if (result.Error is TimeoutException)
            {
                break;
            }
        }

        return (cases.Select(c => c.Operation).Distinct().Count(), cases.Count, slowest);
    }

    private static string? Problem(SocketFaultCase @case, SocketFaultResult result)
    {
        int writes = @case.Requests.Count(TestHost.IsWrite);
        return result.Error switch
        {
            { } error when !Leaks.IsOwn(error) => "not an error of the library",
            var error when !@case.Outcomes.Contains(error?.GetType()) => "another end than expected",
            null when result.IsMade != (writes > 0) => "a success that is none",
            BackendUnavailableException when result.IsMade => "a change that is not told of",
            OutcomeUnknownException e when e.Message.Contains("had not been made") && result.IsMade => "a change that is denied",
            _ when result.Requests.Count(TestHost.IsWrite) > writes => "a change that was sent again",
            _ => null,
        };
    }
}
