using System.Globalization;
using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>How many so far, on a terminal, where nobody knows how many there will be.</summary>
internal static class CountingProgress
{
    /// <param name="view">Where it is shown.</param>
    /// <param name="writes">Whether the work writes to standard output, which on the same terminal would go into the drawing.</param>
    /// <param name="work">Told how to show a number; null if it is not shown.</param>
    public static Task ShowAsync(View view, bool writes, Func<Action<int>?, Task> work) =>
        !view.Environment.ErrorIsTerminal || (writes && view.Environment.OutputIsTerminal)
        ? work(null)
        : view.ErrorConsole().Status().StartAsync("0 clients", context =>
            work(count => context.Status(string.Create(CultureInfo.InvariantCulture, $"{count} clients"))));
}
