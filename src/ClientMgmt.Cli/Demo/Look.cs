using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace ClientMgmt.Cli.Demo;

/// <summary>How operations and outcomes look.</summary>
internal static partial class Look
{
    private const int LongestHeading = 9;

    public static Style Bold { get; } = new(decoration: Decoration.Bold);

    /// <summary>An operation in words.</summary>
    public static string Of(ClientOperation operation)
    {
        string words = WordStart().Replace(operation.ToString(), " ");
        return words[..1] + words[1..].ToLowerInvariant();
    }

    /// <summary>The name of a provider; a long one is two lines, so that all columns fit a narrow terminal.</summary>
    public static string Heading(string provider) =>
        provider.Length > LongestHeading ? WordStart().Replace(provider, "\n", 1) : provider;

    public static Style Of(Outcome outcome) => outcome switch
    {
        Outcome.Done => new Style(Color.Green),
        Outcome.NotSupported or Outcome.NotRun => new Style(Color.Grey),
        _ => new Style(Color.Red, decoration: Decoration.Bold),
    };

    public static Text Of(StepResult result) => new(
        result.Outcome switch
        {
            Outcome.Done => $"{Milliseconds(result.Time)} ms",
            Outcome.NotSupported => "n/a",
            Outcome.NotRun => "not run",
            _ => "FAILED",
        },
        Of(result.Outcome));

    private static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds < 1 ? "<1" : time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
