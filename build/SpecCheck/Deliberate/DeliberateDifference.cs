using System.IO.Enumeration;
using SpecCheck.Comparing;
using SpecCheck.Facts;
using SpecCheck.Reading;

namespace SpecCheck.Deliberate;

/// <summary>A difference that is on purpose. An asterisk stands for any text.</summary>
internal sealed record DeliberateDifference
{
    public required Node Node { get; init; }

    /// <summary>The labels of what it is about.</summary>
    public required IReadOnlyList<string> At { get; init; }

    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>What our document says; null if that does not matter, an empty text if nothing.</summary>
    public string? Here { get; init; }

    /// <summary>What the vendor's document says, in the same way.</summary>
    public string? Vendor { get; init; }

    public Direction? Direction { get; init; }

    public required string Reason { get; init; }

    /// <summary>The number of the rule in specs/README.md, or null for a difference of its own.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether it is found in other documents of the vendor than the present one, and may be missing.</summary>
    public bool IsElsewhere { get; init; }

    public bool Explains(Difference difference) =>
        At.Any(at => Fits(at, difference.Label)) && ExplainsAnywhere(difference);

    /// <summary>The places that no difference is found at.</summary>
    public IEnumerable<string> Unused(IEnumerable<Difference> explained) => Rule is not null || IsElsewhere
        ? []
        : At.Where(at => !explained.Any(d => d.Explanation == this && Fits(at, d.Label)));

    private bool ExplainsAnywhere(Difference difference) =>
        Facts.Any(f => Fits(f, difference.Fact))
        && (Direction is null || Direction == difference.Subject.Direction)
        && Fits(Here, difference.Here ?? "") && Fits(Vendor, difference.Vendor ?? "");

    private static bool Fits(string? pattern, string text) =>
        pattern is null || pattern == text || FileSystemName.MatchesSimpleExpression(Escape(pattern), text, ignoreCase: false);

    // An asterisk is the only character with a meaning of its own.
    private static string Escape(string pattern) =>
        pattern.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("?", "\\?", StringComparison.Ordinal);
}
