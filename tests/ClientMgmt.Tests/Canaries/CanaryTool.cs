using ClientMgmt.Cli;

namespace ClientMgmt.Tests.Canaries;

/// <summary>What the tool prints.</summary>
internal static class CanaryTool
{
    public static async Task LookAsync(Sightings seen)
    {
        seen.Look("output of demo", await RunAsync(["demo"]));
        seen.Look("output of a mistake", await RunAsync(["demo", "--token", "x"]));
        using var stop = new CancellationTokenSource();
        seen.Look("output of sandbox", await RunAsync(["sandbox", "--port", "0"], stop));
    }

    private static async Task<string> RunAsync(string[] args, CancellationTokenSource? stop = null)
    {
        using var output = new Writer(stop);
        using var error = new StringWriter();
        await Program.RunAsync(args, output, error, stop?.Token ?? default);
        return $"{output}{error}";
    }

    /// <summary>Stops the command as soon as it has printed something and waits.</summary>
    private sealed class Writer(CancellationTokenSource? stop) : StringWriter
    {
        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            if (stop is not null)
            {
                await stop.CancelAsync();
            }
        }
    }
}
