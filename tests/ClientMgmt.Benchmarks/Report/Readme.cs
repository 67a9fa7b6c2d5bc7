using System.Globalization;
using System.Runtime.InteropServices;
using ClientMgmt.Benchmarks.Growth;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Benchmarks.Report;

/// <summary>Writes the results to where they are read: between two markers of README.md, and the plot beside it.</summary>
internal static class Readme
{
    private const string Begin = "<!-- results -->";
    private const string End = "<!-- /results -->";

    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "ClientMgmt.Benchmarks");

    public static void Write(string command, string table, IReadOnlyList<Series> series)
    {
        string path = Path.Combine(s_folder, "README.md"), text = File.ReadAllText(path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = text.IndexOf(End, StringComparison.Ordinal);
        string results = string.Create(CultureInfo.InvariantCulture, $"""

            By `{command}` on {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}.

            {table}
            """);
        File.WriteAllText(path, text[..begin] + "\n" + results + text[end..]);
        if (series.Count > 0)
        {
            File.WriteAllText(Path.Combine(s_folder, "growth.svg"), Plot.Draw(series));
        }
    }
}
