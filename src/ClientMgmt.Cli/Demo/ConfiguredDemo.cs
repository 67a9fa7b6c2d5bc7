using System.Diagnostics;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;

namespace ClientMgmt.Cli.Demo;

/// <summary>The demo with a provider that somebody configured: with clients of its own, which it removes again whatever happens.</summary>
internal static class ConfiguredDemo
{
    private static readonly TimeSpan s_timeToClean = TimeSpan.FromSeconds(45);

    /// <returns>What it found, and what it left behind.</returns>
    /// <exception cref="UsageException">The keys to its clients could not be kept.</exception>
    /// <exception cref="ToolException">It could not remove what it makes.</exception>
    public static async Task<(DemoResults Results, IReadOnlyList<string> Left)> RunAsync(Session session)
    {
        IClientManagement clients = session.Clients;
        if (clients.Capabilities.Operations[ClientOperation.Delete] is { Supported: false } cannot)
        {
            throw new ToolException($"{clients.Provider} cannot delete clients, so that those of the demo would stay: {cannot.Remark} Nothing was made.");
        }

        await RegistrationStoreProbe.RunAsync(session, clients.Provider).ConfigureAwait(false);
        DemoProvider provider = await DemoProvider.OfAsync(
            clients, session.Providers.Options(clients.Provider).Backend!.Value, session.Token).ConfigureAwait(false);
        var run = new DemoRun(clients, provider);
        var runner = new StepRunner(sandbox: null);
        var results = new List<StepResult>();
        IReadOnlyList<string> left = [];
        long start = Stopwatch.GetTimestamp();
        try
        {
            foreach (DemoStep step in DemoSteps.All.SelectMany(g => g.Steps))
            {
                results.Add(await runner.RunAsync(step, run, session.Token).ConfigureAwait(false));
            }
        }
        finally
        {
            // Not with the token of the command, which may be the reason to be here.
            using var time = new CancellationTokenSource(s_timeToClean, session.Environment.Time);
            var cleaner = new DemoCleaner(run, session.Providers.FindRegistrations(clients.Provider), session.Rescued.Keep);
            left = await cleaner.CleanAsync(results.Select(r => r.Error), time.Token).ConfigureAwait(false);
            session.Progress = () => (DemoReport.Removed(left) + string.Concat(left.Select(l => $" {l}")), 0);
        }

        return (new DemoResults([provider.Name], results, Requests: null, Stopwatch.GetElapsedTime(start)), left);
    }
}
