using SpecCheck.Reading;

namespace SpecCheck.Facts;

/// <summary>One thing that a document says.</summary>
/// <param name="Subject">About what.</param>
/// <param name="Name">A name of <see cref="FactName"/> or a keyword of JSON Schema.</param>
/// <param name="Value">What is said, or null where a word is only there or not.</param>
/// <param name="Source">Where.</param>
internal sealed record Fact(Subject Subject, string Name, string? Value, Node Source)
{
    /// <summary>What of two documents is compared with each other.</summary>
    public string Key => $"{Subject.Key} {Name}{(IsPresence ? $" {Value}" : "")}";

    /// <summary>Whether the fact is that something is there, and not how it is.</summary>
    public bool IsPresence => FactName.Presences.Contains(Name);
}
