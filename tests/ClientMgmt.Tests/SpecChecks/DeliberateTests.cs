using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.SpecChecks;

/// <summary>Differences that are recorded in specs/differences.</summary>
public sealed class DeliberateTests
{
    private const string Record = """
        paths: [/api/gadgets]
        differences:
          - at: Gadget.size
            fact: property
            here: ''
            reason: sizes are of no use
        """;

    private readonly CheckFolder _folder = new();

    [SetUp]
    public void Reset()
    {
        _folder.Write("vendor.yaml", Documents.Vendor);
        _folder.Write("specs/differences/gadgets.yaml", Record);
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void A_recorded_difference_is_nothing_new()
    {
        _folder.ChangeVendor("        made:\n", "        size: { type: integer }\n        made:\n");

        (int code, string output, _) = _folder.Run();

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("sizes are of no use").And.Contain("new property Gadget.size"));
    }

    [Test]
    public void A_record_of_what_is_no_difference_any_more_is_reported()
    {
        (int code, string output, _) = _folder.Run();

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Match(@"not found any more \(1\)\s+property of Gadget.size: sizes are of no use\s+\S+gadgets\.yaml:3\n"));
    }

    [Test]
    public void A_record_of_another_document_may_be_of_no_use_here()
    {
        _folder.Write("specs/differences/gadgets.yaml", Record + "\n    elsewhere: true\n");

        Assert.That(_folder.Run().Code, Is.Zero);
    }

    [TestCase("reason: sizes are of no use", "why: sizes", "gadgets.yaml:6: 'why' is unknown")]
    [TestCase("    reason: sizes are of no use", "", "gadgets.yaml:3: 'reason' is missing")]
    [TestCase("    fact: property\n", "", "gadgets.yaml:3: 'fact' is missing")]
    [TestCase("here: ''", "in: both", "gadgets.yaml:5: 'in' is 'request' or 'answer', not 'both'.")]
    public void A_mistake_in_a_record_is_reported_with_its_line(string from, string to, string expected)
    {
        _folder.Write("specs/differences/gadgets.yaml", CheckFolder.Replace(Record, from, to));

        (int code, _, string error) = _folder.Run();

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain(expected));
    }

    [Test]
    public void Every_specification_has_its_records() => Assert.That(
        Names(Path.Combine("specs", "differences")), Is.EquivalentTo(SpecDocument.All.Select(s => s.Name).Append("rules")));

    [Test]
    public void Every_rule_is_one_of_the_numbered_rules()
    {
        IEnumerable<string> numbers = Repository.ReadAllText("specs", "differences", "rules.yaml").Split('\n')
            .Where(l => l.Contains("rule:", StringComparison.Ordinal)).Select(l => l.Split('\'')[1]).Distinct();

        Assert.That(numbers, Is.All.Matches<string>(n => Repository.ReadAllText("specs", "README.md").Contains($"\n{n}. **", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!);
}
