using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Specs;

/// <summary>No property of a specification can be forgotten.</summary>
public sealed class PropertyUseTests
{
    private static readonly string[] s_all = [.. SpecDocument.All.SelectMany(PropertyUse.All).Distinct()];

    private static IEnumerable<string> Listed => PropertyUse.Extensions.Concat(PropertyUse.Others.Select(i => i.Name));

    [TestCaseSource(typeof(SpecDocument), nameof(SpecDocument.All))]
    public void Every_property_is_named_in_the_code_or_listed(object spec)
    {
        string[] forgotten = [.. PropertyUse.All((SpecDocument)spec).Where(p => !PropertyUse.IsNamed(p)).Except(Listed)];

        Assert.That(forgotten, Is.Empty, $"Map in the table of the backend, or list in specs/properties/unmapped.yaml: {string.Join(", ", forgotten)}");
    }

    [Test]
    public void What_is_listed_is_a_property() => Assert.That(Listed.Except(s_all), Is.Empty);

    [Test]
    public void What_is_listed_is_not_named_after_all() => Assert.That(Listed.Where(PropertyUse.IsNamed), Is.Empty);

    [Test]
    public void What_is_listed_is_listed_once() => Assert.That(Listed, Is.Unique);

    [Test]
    public void What_is_no_extension_has_a_reason() =>
        Assert.That(PropertyUse.Others.Where(i => string.IsNullOrWhiteSpace(i.Reason)), Is.Empty);
}
