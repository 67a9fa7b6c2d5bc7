using SpecCheck.Comparing;
using SpecCheck.Facts;
using SpecCheck.Reading;

namespace SpecCheck;

/// <summary>One difference as a reader sees it, with all the places that share it.</summary>
internal sealed record Finding(Difference Difference, IReadOnlyList<string> Labels, IReadOnlyList<Direction> Directions)
{
    /// <summary>What is to be done about the worst of the places.</summary>
    public required ToDo ToDo { get; init; }

    /// <summary>What happens to users as long as that is not done.</summary>
    public required string Effect { get; init; }

    /// <summary>A schema is used by many operations, and a list of values by many properties: what is written once is told once.</summary>
    public static IReadOnlyList<Finding> Merge(IEnumerable<Difference> differences) =>
    [
        .. from d in differences
           group d by (d.Fact, d.Here, d.Vendor, d.Explanation, d.HereAt, Member(d)) into same
           orderby same.Key.HereAt?.KeyLine ?? long.MaxValue
           let worst = same.GroupBy(d => d.Judgement.ToDo).MinBy(g => g.Key)!
           select new Finding(
               worst.First(),
               [.. same.Select(d => d.Label).Distinct()],
               [.. same.Select(d => d.Subject.Direction).Where(d => d != Direction.None).Distinct().Order()])
           {
               ToDo = same.Key.Explanation is null ? worst.Key : ToDo.Nothing,
               Effect = Judgement.EffectOf(worst.OrderBy(d => d.Subject.Direction).Select(d => d.Judgement)),
           },
    ];

    private static string? Member(Difference difference) => difference.Fact == FactName.Value ? null : difference.Subject.Member;
}
