using System.Text.RegularExpressions;
using ClientMgmt.Tests.Cli;

namespace ClientMgmt.Tests.Readme;

/// <summary>A session of a document, typed as it stands there into a real shell, prints what stands there.</summary>
[TestFixture]
[Platform(Bash.Platforms)]
public sealed partial class SessionTests
{
    private const string LinesLeftOut = "…";

    private static IEnumerable<TestCaseData> Sessions => Documents.Blocks("console")
        .Select(b => new TestCaseData(b.Code).SetArgDisplayNames(b.Document, $"{b.Number}"));

    [TestCaseSource(nameof(Sessions))]
    [CancelAfter(120_000)]
    public async Task A_session_prints_what_stands_there(string session, CancellationToken cancellationToken)
    {
        // Its own port may be in use here.
        await using Bash bash = await Bash.StartAsync(sandbox: "--port 0");
        var ids = new Dictionary<string, string>();
        foreach ((string command, string[] expected) in Steps(session))
        {
            string typed = Id().Replace(command, id => ids.GetValueOrDefault(id.Value, id.Value));
            IReadOnlyList<string> printed = await bash.RunAsync(typed, expected.Length, cancellationToken);

            Match match = Regex.Match(Text(printed), Pattern(expected, ids));
            Assert.That(match.Success, $"$ {typed}\n{Text(printed)}\nThe document has:\n{Text(expected)}");
            Learn(ids, expected, match);
        }
    }

    [Test]
    public void The_first_page_and_that_of_the_tool_have_a_session_each() =>
        Assert.That(Documents.Blocks("console").Select(b => b.Document), Is.EqualTo(new[] { "README.md", Documents.Tool }));

    private static IEnumerable<(string Command, string[] Output)> Steps(string session) => session
        .Split("$ ", StringSplitOptions.RemoveEmptyEntries).Select(step => step.TrimEnd().Split('\n')).Select(lines => (lines[0], lines[1..]));

    // An id stands for the one that the server issued: whatever it is at first sight, and the same from then on. Times, the port
    // and the width of columns are not compared.
    private static string Pattern(IEnumerable<string> expected, Dictionary<string, string> ids)
    {
        var named = new HashSet<string>();
        IEnumerable<string> lines = expected.Select(line => line == LinesLeftOut ? @"(?:.*\n)+?" : Varying().Replace(line, part => part switch
        {
            _ when part.Groups["space"].Success => " +",
            _ when part.Groups["time"].Success => @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
            _ when part.Groups["port"].Success => @":\d+/",
            _ when !part.Groups["id"].Success => Regex.Escape(part.Value),
            _ when ids.TryGetValue(part.Value, out string? known) => known,
            _ when named.Add(part.Value) => $"(?<{Group(part.Value)}>[0-9a-f-]+)",
            _ => $@"\k<{Group(part.Value)}>",
        }) + "\n");
        return $@"\A{string.Concat(lines)}\z";
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private static void Learn(Dictionary<string, string> ids, IEnumerable<string> expected, Match match)
    {
        foreach (string id in expected.SelectMany(line => Id().Matches(line)).Select(m => m.Value))
        {
            ids.TryAdd(id, match.Groups[Group(id)].Value);
        }
    }

    private static string Group(string id) => "id" + id.Replace('-', '_');

    [GeneratedRegex(@"\b(?:[0-9]{9,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b")]
    private static partial Regex Id();

    [GeneratedRegex(
        @"(?<space>(?<=\S) {2,}|(?<=\S) (?=\S))|(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)|(?<port>(?<=127\.0\.0\.1):\d+/)"
        + @"|(?<id>\b(?:[0-9]{9,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b)|[\s\S]")]
    private static partial Regex Varying();
}
