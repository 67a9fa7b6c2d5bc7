namespace ClientMgmt.Tests.Conventions.Architecture;

public sealed class CycleTests
{
    private const string Samples = "ClientMgmt.Tests.Conventions.Architecture.Samples";

    [Test]
    public void A_cycle_is_told_as_a_path_with_a_dependency_to_cut_for_each_step()
    {
        SourceFolders folders = SourceFolders.Read("tests", "ClientMgmt.Tests", "Conventions", "Architecture", "Samples");

        Assert.That(Cycle.Find(Dependencies.Read(typeof(CycleTests).Assembly, Samples), folders.Find), Is.EqualTo(
            $"Bottom -> Top: {Samples}.Caller -> {Samples}.Level, and 1 more\n"
            + $"Top -> Bottom: {Samples}.Receiver -> {Samples}.Caller"));
    }

    [TestCase("a>b b>c", ExpectedResult = null)]
    [TestCase("a>b a>c b>d c>d", ExpectedResult = null)]
    [TestCase("a>a", ExpectedResult = null)]
    [TestCase("a>b b>c c>d d>b c>b", ExpectedResult = "b -> c: b -> c\nc -> b: c -> b")]
    [TestCase("a>root root>a", ExpectedResult = null, Description = "The root is left aside.")]
    public string? The_shortest_cycle_is_told(string dependencies) => Cycle.Find(
        dependencies.Split(' ').Select(d => (d[..d.IndexOf('>')], d[(d.IndexOf('>') + 1)..])), type => type == "root" ? null : type);
}
