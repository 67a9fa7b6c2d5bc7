using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Specs;

/// <summary>No property of a specification can be forgotten.</summary>
public sealed class PropertyUseTests
{
    private static readonly string[] s_all = [.. SpecDocument.All.SelectMany(PropertyUse.All).Distinct()];

    [TestCaseSource(typeof(SpecDocument), nameof(SpecDocument.All))]
    public void Every_property_is_mapped_or_an_extension_or_ignored_with_a_reason(object spec)
    {
        string[] forgotten =
        [
            .. PropertyUse.All((SpecDocument)spec).Except(PropertyUse.Mapped).Except(PropertyUse.Extensions)
                .Except(PropertyUse.Others.Select(i => i.Name)),
        ];

        Assert.That(forgotten, Is.Empty, $"Map in the table of the backend, or list in specs/properties/unmapped.yaml: {string.Join(", ", forgotten)}");
    }

    [Test]
    public void What_is_listed_is_a_property() =>
        Assert.That(PropertyUse.Extensions.Concat(PropertyUse.Others.Select(i => i.Name)).Except(s_all), Is.Empty);

    [Test]
    public void What_is_listed_is_not_mapped_after_all() =>
        Assert.That(PropertyUse.Extensions.Concat(PropertyUse.Others.Select(i => i.Name)).Intersect(PropertyUse.Mapped), Is.Empty);

    [Test]
    public void What_is_no_extension_has_a_reason() =>
        Assert.That(PropertyUse.Others.Where(i => string.IsNullOrWhiteSpace(i.Reason)), Is.Empty);
}
