using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Specs;

/// <summary>No property of a specification can be forgotten.</summary>
public sealed class PropertyUseTests
{
    private static readonly string[] s_all = [.. SpecDocument.All.SelectMany(PropertyUse.All).Distinct()];

    [TestCaseSource(typeof(SpecDocument), nameof(SpecDocument.All))]
    public void Every_property_is_mapped_or_an_extension_or_ignored_with_a_reason(object spec) => Assert.That(
        PropertyUse.All((SpecDocument)spec).Except(PropertyUse.Mapped).Except(PropertyUse.Extensions).Except(PropertyUse.Ignored.Select(i => i.Name)),
        Is.Empty,
        "Map it in the table of its backend, or list it in specs/properties/unmapped.yaml");

    [Test]
    public void What_is_listed_is_a_property() =>
        Assert.That(PropertyUse.Extensions.Concat(PropertyUse.Ignored.Select(i => i.Name)).Except(s_all), Is.Empty);

    [Test]
    public void What_is_listed_is_not_mapped_after_all() =>
        Assert.That(PropertyUse.Extensions.Concat(PropertyUse.Ignored.Select(i => i.Name)).Intersect(PropertyUse.Mapped), Is.Empty);

    [Test]
    public void What_is_ignored_has_a_reason() =>
        Assert.That(PropertyUse.Ignored.Where(i => string.IsNullOrWhiteSpace(i.Reason)), Is.Empty);
}
