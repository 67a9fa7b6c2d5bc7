using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using static ClientMgmt.Sandbox.DocSpaceGeneration;

namespace ClientMgmt.Tests.Sandbox.Corpus;

/// <summary>What three versions of the real server answered to 678 requests, against the same generations of the sandbox.</summary>
public sealed class CorpusTests
{
    // Requests that differ, and why. These were recorded with the first 80 characters of their path only: what is left of the
    // date is none, and others of the corpus show that the servers answer 500 to such a date.
    private static readonly string[] s_cut = ["5523f726", "a97f9f2f", "269f9e98", "1133e980"];

    private static readonly string s_file = Path.Combine(Repository.Root, "tests", "ClientMgmt.Tests", "Sandbox", "Corpus", "docspace-wire.jsonl");

    [TestCase(Version31, "3.6.1")]
    [TestCase(Version37, "3.7.2")]
    [TestCase(Next, "develop-2026-06")]
    public async Task A_generation_answers_as_its_server_did(DocSpaceGeneration generation, string version)
    {
        IReadOnlyList<CorpusCase> cases = CorpusCase.Read(s_file);

        IReadOnlyList<string> differences = await CorpusReplay.RunAsync(generation, version, cases.Where(c => !s_cut.Contains(c.Id)));

        Assert.That(cases, Has.Count.EqualTo(678));
        Assert.That(differences, Is.Empty, string.Join('\n', differences.Take(20)));
    }

    [Test]
    public async Task What_was_recorded_with_half_of_a_date_is_a_date_that_cannot_be_read()
    {
        IReadOnlyList<CorpusCase> cases = CorpusCase.Read(s_file);
        IReadOnlyList<CorpusCase> cut = [.. cases.Where(c => s_cut.Contains(c.Id))];

        IReadOnlyList<string> differences = await CorpusReplay.RunAsync(Next, "develop-2026-06", cut);

        Assert.That(cut.Select(c => c.RecordedPath.Length), Is.All.EqualTo(80));
        Assert.That(differences, Has.Count.EqualTo(4).And.All.Contains("\"status\":500"));
    }
}
