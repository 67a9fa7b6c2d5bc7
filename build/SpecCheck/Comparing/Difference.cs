using SpecCheck.Deliberate;
using SpecCheck.Facts;
using SpecCheck.Reading;

namespace SpecCheck.Comparing;

/// <summary>A fact that two documents do not share.</summary>
/// <param name="Subject">What it is about, by the names of our document.</param>
/// <param name="Fact">The name of the fact.</param>
/// <param name="Here">What our document says; null if nothing.</param>
/// <param name="Vendor">What the vendor's says; null if nothing.</param>
/// <param name="HereAt">The place in ours: what would hold it, if it is missing.</param>
/// <param name="VendorAt">The place in the vendor's, in the same way.</param>
internal sealed record Difference(Subject Subject, string Fact, string? Here, string? Vendor, Node? HereAt, Node? VendorAt)
{
    /// <summary>What it asks of a maintainer, unless a record explains it.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>The recorded difference that explains it.</summary>
    public DeliberateDifference? Explanation { get; init; }

    public Meaning Meaning => Explanation is null ? Judgement.Meaning : Meaning.Deliberate;

    /// <summary>What else may help a reader.</summary>
    public string? Hint { get; init; }

    public string Label => Subject.Label;

    public bool IsNew => Here is null;

    public bool IsGone => Vendor is null;
}
