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
    private const int LongestLine = 100_000;

    public static bool TryWrite(Command root, string[] args, TextWriter output)
    {
        if (args is not [{ } directive, ..] || !directive.StartsWith(Start, StringComparison.Ordinal) || !directive.EndsWith(']'))
        {
            return false;
        }

        string line = args.Length > 1 ? args[1] : "";
        int position = int.TryParse(
            directive[Start.Length..^1].TrimStart(':'), NumberStyles.None, CultureInfo.InvariantCulture, out int given)
            ? Math.Min(given, LongestLine)
            : line.Length;

        // A shell may leave out the spaces at the end, and may have the tool by another name.
        line = line.PadRight(position);
        int own = line.Length - line.TrimStart().Length;
        int end = line.IndexOf(' ', own);
        int shift = end < 0 ? 0 : root.Name.Length - end;
        ParseResult parsed = root.Parse(end < 0 ? line : root.Name + line[end..], CommandLine.Parser);
        foreach (CompletionItem item in parsed.GetCompletions(Math.Max(position + shift, 0)))
        {
            output.WriteLine(item.InsertText ?? item.Label);
        }

        return true;
    }
}
