using SpecCheck.Comparing;
using SpecCheck.Facts;

namespace SpecCheck.Output;

/// <summary>A difference in words.</summary>
internal static class Sentence
{
    /// <summary>What happens to users as long as a record of what is no difference any more stays.</summary>
    public const string EffectOfObsolete = "Users notice nothing, but the record would hide such a difference if it came back.";

    private const int MaxLength = 60;

    public static string Of(Finding finding)
    {
        Difference difference = finding.Difference;
        string what = Labels(finding.Labels);
        return Plain(FactName.Presences.Contains(difference.Fact) ? Presence(difference, what) : Change(difference, what))
            + (difference.Hint is { } hint ? $" ({Plain(hint)})" : "");
    }

    /// <summary>What happens to users if nothing is done; null where nothing is to be done.</summary>
    public static string? OfEffect(Finding finding) =>
        finding.ToDo == ToDo.Nothing ? null : $"{char.ToUpperInvariant(finding.Effect[0])}{finding.Effect[1..]}.";

    private static string Presence(Difference difference, string what)
    {
        string name = difference.Fact is FactName.Value or FactName.Media
            ? $"{difference.Fact} {difference.Here ?? difference.Vendor} of"
            : difference.Fact;
        return difference.IsNew ? $"new {name} {what}" : $"gone: {name} {what}";
    }

    private static string Change(Difference difference, string what) =>
        $"{what}: {difference.Fact} {Said(difference.Here)} here, {Said(difference.Vendor)} there";

    private static string Said(string? value) => value switch
    {
        null => "not stated",
        { Length: > MaxLength } => value[..MaxLength] + "…",
        _ => value,
    };

    private static string Labels(IReadOnlyList<string> labels) => labels.Count switch
    {
        <= 3 => string.Join(", ", labels),
        _ => $"{labels[0]} and {labels.Count - 1} more",
    };

    // A vendor's document may hold what a terminal takes for a command.
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
