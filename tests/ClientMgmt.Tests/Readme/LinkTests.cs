using System.Text.RegularExpressions;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Readme;

/// <summary>Whoever follows a document arrives.</summary>
public sealed partial class LinkTests
{
    private static IEnumerable<string> Paths => Documents.Paths;

    [TestCaseSource(nameof(Paths))]
    public void Every_link_leads_to_a_file_and_to_a_heading(string document) => Assert.That(
        Links().Matches(Documents.Prose(document)).Select(m => m.Groups[1].Value).Where(link => !IsThere(document, link)), Is.Empty);

    [TestCaseSource(nameof(Paths))]
    public void Every_project_of_a_command_is_there(string document) => Assert.That(
        Projects().Matches(Documents.Read(document)).Select(m => m.Groups[1].Value)
            .Where(project => !Directory.Exists(Path.Combine(Repository.Root, project))),
        Is.Empty);

    [Test]
    public void The_first_page_has_at_most_150_lines() => Assert.That(Documents.Read("README.md").TrimEnd('\n').Split('\n'), Has.Length.AtMost(150));

    private static bool IsThere(string document, string link)
    {
        if (link.StartsWith("https://", StringComparison.Ordinal))
        {
            return true;
        }

        string[] parts = link.Split('#');
        string folder = Path.GetDirectoryName(document)!;
        string target = parts[0].Length == 0 ? document : Path.GetRelativePath(
            Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, parts[0]))).Replace('\\', '/');
        return parts.Length == 1
            ? Path.Exists(Path.Combine(Repository.Root, target))
            : Documents.Paths.Contains(target) && Headings().Matches(Documents.Prose(target)).Any(h => Anchor(h.Groups[1].Value) == parts[1]);
    }

    // As GitHub makes it.
    private static string Anchor(string heading) => NoPartOfAnchor().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex("--project ([A-Za-z./]+)")]
    private static partial Regex Projects();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoPartOfAnchor();
}
