using System.Globalization;
using Spectre.Console;

namespace ClientMgmt.Cli;

/// <summary>Where the output goes: a terminal with its own width and colours, or a file or pipe without any.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 120;
    private const int SmallestWidth = 80;

    public static IAnsiConsole Create(TextWriter output)
    {
        var target = new AnsiConsoleOutput(output);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = target,
            Ansi = target.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = target.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!target.IsTerminal)
        {
            console.Profile.Width = AskedWidth() ?? WidthOfFiles;
        }

        console.Profile.Width = Math.Max(console.Profile.Width, SmallestWidth);
        return console;
    }

    private static int? AskedWidth() => int.TryParse(
        Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 0
        ? columns
        : null;
}
