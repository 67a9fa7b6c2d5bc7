using System.Globalization;
using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>How many so far, on a terminal, where nobody knows how many there will be.</summary>
internal static class CountingProgress
{
    public static Task ShowAsync(View view, Func<Action<int>?, Task> work) => !view.Environment.ErrorIsTerminal
        ? work(null)
        : view.ErrorConsole().Status().StartAsync("0 clients", context =>
            work(count => context.Status(string.Create(CultureInfo.InvariantCulture, $"{count} clients"))));
}
