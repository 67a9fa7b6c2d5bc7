namespace SpecCheck.Facts;

/// <summary>What a fact is about.</summary>
/// <param name="Key">Where it is, by operation and path: the same in both documents, whatever their schemas are called.</param>
/// <param name="Parent">The key of what holds it; empty for an operation.</param>
/// <param name="Label">What readers call it, for example <c>Client.clientName</c>.</param>
/// <param name="Member">Its own name within what holds it.</param>
/// <param name="Direction">Whether it is sent or received.</param>
internal sealed record Subject(string Key, string Parent, string Label, string Member, Direction Direction)
{
    public Subject Child(string member, string label) => new($"{Key} {member}", Key, label, member, Direction);
}
