using SpecCheck.Comparing;
using SpecCheck.Deliberate;
using SpecCheck.Reading;

namespace SpecCheck;

/// <summary>What a check found.</summary>
internal sealed record Report
{
    public required SpecFile Ours { get; init; }

    public required SpecFile Theirs { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What is recorded as a difference and is none any more.</summary>
    public required IReadOnlyList<(DeliberateDifference Record, string At)> Obsolete { get; init; }

    /// <summary>Our names of the vendor's schemas.</summary>
    public required IReadOnlyDictionary<Node, string> SchemaNames { get; init; }

    /// <summary>What was missing, and has just been added to our document.</summary>
    public IReadOnlyList<Finding> Written { get; init; } = [];

    public bool HasNews => Obsolete.Count > 0 || Findings.Any(f => f.ToDo != ToDo.Nothing);

    public IEnumerable<Finding> Of(ToDo toDo) => Findings.Where(f => f.ToDo == toDo);

    public IEnumerable<Finding> Of(Meaning meaning) => Findings.Where(f => f.Difference.Meaning == meaning);
}
