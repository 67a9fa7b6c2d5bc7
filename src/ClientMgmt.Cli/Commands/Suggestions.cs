using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;

namespace ClientMgmt.Cli.Commands;

/// <summary>
/// The <c>[suggest:position]</c> directive that the completion scripts of shells call. System.CommandLine has it only for a
/// root command, which would call itself by the name of the assembly.
/// </summary>
internal static class Suggestions
{
    private const string Start = "[suggest";

    public static bool TryWrite(Command root, string[] args, TextWriter output)
    {
        if (args is not [{ } directive, ..] || !directive.StartsWith(Start, StringComparison.Ordinal) || !directive.EndsWith(']'))
        {
            return false;
        }

        string line = args.Length > 1 ? args[1] : "";
        int position = int.TryParse(
            directive[Start.Length..^1].TrimStart(':'), NumberStyles.None, CultureInfo.InvariantCulture, out int given)
            ? Math.Min(given, line.Length)
            : line.Length;
        ParseResult parsed = root.Parse(line, CommandLine.Parser);
        foreach (CompletionItem item in parsed.GetCompletions(position))
        {
            output.WriteLine(item.InsertText ?? item.Label);
        }

        return true;
    }
}
