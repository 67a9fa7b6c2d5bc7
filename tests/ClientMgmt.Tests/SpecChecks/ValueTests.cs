namespace ClientMgmt.Tests.SpecChecks;

/// <summary>What it means that the vendor no longer lists a value of an open text.</summary>
public sealed class ValueTests
{
    private const string Lists = "      properties:\n        items:\n";

    private readonly CheckFolder _folder = new();

    [SetUp]
    public void Reset()
    {
        _folder.Write("specs/gadgets.yaml", Documents.Ours);
        _folder.Write("vendor.yaml", Documents.Vendor);
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase("enum: [NEW]", "OLD")]
    [TestCase("x-extensible-enum: [NEW]", "OLD")]
    [TestCase("description: Any.", "NEW|OLD")]
    public void In_an_answer_it_is_not_breaking(string theirs, string gone)
    {
        _folder.ChangeOurs(Lists, $"      properties:\n        state: {{ type: string, nullable: true, x-extensible-enum: [NEW, OLD] }}\n        items:\n");
        _folder.ChangeVendor(Lists, $"      properties:\n        state: {{ type: string, {theirs} }}\n        items:\n");

        Assert.That(_folder.News(), Is.EqualTo(gone.Split('|').Select(v => $"additive value GadgetList.state: {v} -> ")));
    }

    // The colour is sent and received.
    [TestCase("enum: [RED]", "change Gadget.color: A call with this value is refused.")]
    [TestCase("x-extensible-enum: [RED]", "ask Gadget.color: A call with this value may be refused.")]
    [TestCase("anyOf: [{ type: string }, { enum: [RED] }]", "ask Gadget.color: A call with this value may be refused.")]
    public void In_a_request_it_is_breaking(string theirs, string expected)
    {
        _folder.ChangeVendor("          enum:\n            - RED\n            - GREEN\n", $"          {theirs}\n");

        Assert.That(_folder.Tasks(), Is.EqualTo(new[] { expected }));
        Assert.That(_folder.News(), Is.EqualTo(new[] { "breaking value Gadget.color: GREEN -> " }));
    }

    [Test]
    public void In_a_request_it_is_not_breaking_where_the_vendor_takes_any_value()
    {
        _folder.ChangeVendor("          enum:\n            - RED\n            - GREEN\n", "");

        Assert.That(_folder.News(), Is.EqualTo(new[] { "additive value Gadget.color: RED -> ", "additive value Gadget.color: GREEN -> " }));
    }

    [Test]
    public void Ours_keeps_it()
    {
        _folder.ChangeVendor("          enum:\n            - RED\n            - GREEN\n", "");

        Assert.That((_folder.Run("--write").Code, _folder.Ours), Is.EqualTo((2, Documents.Ours)));
    }
}
