using System.Text.RegularExpressions;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Readme;

/// <summary>Every document of the repository, and the blocks of code in it.</summary>
internal static partial class Documents
{
    /// <summary>The page of the library, whose tables repeat what the code says.</summary>
    public const string Library = "src/ClientMgmt/README.md";

    public const string Tool = "src/ClientMgmt.Cli/README.md";

    /// <summary>Their paths below the root, with slashes.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Repository.Files("*.md").Select(path => path.Replace('\\', '/'))];

    public static string Read(string document) => Repository.ReadAllText(document.Split('/'));

    /// <summary>The fenced blocks of one language in all documents, also those in lists.</summary>
    public static IEnumerable<(string Document, int Number, string Code)> Blocks(string language) => Paths.SelectMany(path => Fences()
        .Matches(Read(path)).Where(m => m.Groups["language"].Value == language)
        .Select((m, i) => (path, i + 1, m.Groups["code"].Value)));

    /// <summary>The lines of all code, fenced or indented.</summary>
    public static IEnumerable<(string Document, string Line)> CodeLines => Paths.SelectMany(path =>
        Fences().Matches(Read(path)).SelectMany(m => m.Groups["code"].Value.Split('\n'))
            .Concat(Fences().Replace(Read(path), "").Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)))
            .Select(line => (path, line)));

    /// <summary>What a document says outside its fenced blocks.</summary>
    public static string Prose(string document) => Fences().Replace(Read(document), "");

    /// <summary>What stands between two marks of a name.</summary>
    public static string Part(string document, string name) => Regex.Match(
        Read(document), $"<!-- {name} -->\n(.*?)<!-- /{name} -->", RegexOptions.Singleline).Groups[1].Value.Trim('\n');

    [GeneratedRegex("^(?<indent> *)```(?<language>[a-z]*)\n(?<code>.*?)^\\k<indent>```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();
}
