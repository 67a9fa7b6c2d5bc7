using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Turns what NSwag printed when it failed into one build error at the line that is wrong.</summary>
public sealed class ReportFailure : Task
{
    [Required]
    public string Config { get; set; }

    [Required]
    public string Spec { get; set; }

    /// <summary>The folder of the templates.</summary>
    [Required]
    public string Templates { get; set; }

    public string[] Printed { get; set; } = Array.Empty<string>();

    public override bool Execute()
    {
        var said = Printed.SkipWhile(line => !Starts(line, "Executing file")).Skip(1).ToArray();
        if (said.Length == 0)
        {
            Log.LogError("NSwag did not start: {0}", string.Join(" ", Printed));
            return false;
        }

        var text = string.Join(" ", said.TakeWhile(line => !Starts(line, "   at ")).Select(line => line.Trim()));
        if (text.Contains("Liquid template"))
        {
            LogTemplate(Regex.Replace(text, " +---> .*", ""));
            return false;
        }

        var inConfig = said.Any(line => Starts(line, "   at ")) && !said.Any(line => line.Contains("NSwagDocument.ExecuteAsync"));
        var (line, column) = inConfig ? Place(text, @", line (\d+), position (\d+)") : Place(text, @"\(Line: (\d+), Col: (\d+)");
        if (line == 0 && !inConfig)
        {
            line = FindInSpec(text);
        }

        var message = Regex.Replace(text, @"^\(Line.+?\) - \(.+?\): |^[\w.]+Exception: |, line \d+, position \d+", "");
        Log.LogError(null, "NSWAG001", null, inConfig ? Config : Spec, line, column, 0, 0, "{0}", message);
        return false;
    }

    // Templates call others: the last one named is the one that is wrong.
    private void LogTemplate(string text)
    {
        var named = Regex.Match(text, @".*Liquid template \w+/([\w.]+): *");
        var (line, column) = Place(text, @"at \((\d+):(\d+)\)");
        var message = Regex.Replace(text.Substring(named.Length), @" at \(\d+:\d+\)| *Source:.*", "");
        Log.LogError(null, "NSWAG001", null, Path.Combine(Templates, named.Groups[1].Value + ".liquid"), line, column, 0, 0, "{0}", message);
    }

    private static bool Starts(string line, string start) => line.StartsWith(start, StringComparison.Ordinal);

    private static (int Line, int Column) Place(string text, string pattern)
    {
        var match = Regex.Match(text, pattern);
        return match.Success ? (int.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value)) : (0, 0);
    }

    // Past the YAML reader NSwag names a reference or a path in its JSON, which is one long line: the keys of the path are
    // looked for one after the other.
    private int FindInSpec(string text)
    {
        var yaml = File.Exists(Spec) ? File.ReadAllText(Spec) : "";
        var reference = Regex.Match(text, @"'(#/[^']+)'").Groups[1].Value;
        var path = Regex.Match(text, @"Path '(.+)', line \d").Groups[1].Value;
        var keys = reference.Length > 0
            ? new[] { reference }
            : Regex.Matches(path, @"(?<=\[')[^']+|[^.\[\]']+(?=[.\[]|$)").Cast<Match>().Select(key => key.Value + ":");
        var at = keys.Aggregate(0, (from, key) => Math.Max(from, yaml.IndexOf(key, from, StringComparison.Ordinal)));
        return 1 + yaml.Take(at).Count(c => c == '\n');
    }
}
