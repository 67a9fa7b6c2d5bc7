using System.Globalization;
using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>Where the output goes: a terminal with its own width and colours, or a file or pipe without any.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 120;
    private const int SmallestWidth = 80;

    public static IAnsiConsole Create(TextWriter output, ToolEnvironment environment, bool isTerminal, bool color = true)
    {
        bool isDumb = !isTerminal || environment.Variable("TERM") == "dumb";
        bool plain = isDumb || !color || environment.Variable("NO_COLOR") is not null;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isDumb ? AnsiSupport.No : OperatingSystem.IsWindows() ? AnsiSupport.Detect : AnsiSupport.Yes,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (plain)
        {
            console.Pipeline.Attach(new PlainRendering());
        }

        if (!isTerminal)
        {
            console.Profile.Width = AskedWidth(environment) ?? WidthOfFiles;
        }

        console.Profile.Width = Math.Max(console.Profile.Width, SmallestWidth);
        return console;
    }

    private static int? AskedWidth(ToolEnvironment environment) => int.TryParse(
        environment.Variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 0
        ? columns
        : null;
}
