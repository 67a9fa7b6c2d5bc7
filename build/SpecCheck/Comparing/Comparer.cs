using SpecCheck.Facts;
using SpecCheck.Reading;

namespace SpecCheck.Comparing;

/// <summary>Compares two lists of facts. What is gone or new is told once, without all that is said about it.</summary>
internal sealed class Comparer(FactList ours, FactList theirs)
{
    public IEnumerable<Difference> Compare() => ours.All.Select(Gone).Concat(theirs.All.Select(NewOrChanged)).OfType<Difference>();

    private Difference? Gone(Fact our)
    {
        if (theirs.Find(our.Key) is not null || !IsComparable(our, ours, theirs))
        {
            return null;
        }

        Node? vendorAt = Holder(our, theirs);
        return our.IsPresence
            ? new Difference(our.Subject, our.Name, Word(our), null, our.Source, vendorAt)
            {
                Judgement = PresenceJudge.Gone(our, IsRequired(our, ours), theirs.Schemas.GetValueOrDefault(our.Subject.Key)),
                Hint = Rename.Find(our, ours, theirs),
            }
            : new Difference(our.Subject, our.Name, our.Value, null, our.Source, vendorAt)
            {
                Judgement = ChangeJudge.Judge(our.Subject.Direction, our.Name, our.Value, null),
            };
    }

    private Difference? NewOrChanged(Fact their)
    {
        if (ours.Find(their.Key) is { } our)
        {
            return our.IsPresence || our.Value == their.Value
                ? null
                : new Difference(our.Subject, our.Name, our.Value, their.Value, our.Source, their.Source)
                {
                    Judgement = ChangeJudge.Judge(our.Subject.Direction, our.Name, our.Value, their.Value),
                };
        }

        if (!IsComparable(their, theirs, ours))
        {
            return null;
        }

        Subject subject = ours.Subjects.GetValueOrDefault(their.Subject.Key)?.Subject ?? their.Subject with { Label = Label(their.Subject) };
        return new Difference(subject, their.Name, null, Word(their), Holder(their, ours), their.Source)
        {
            Judgement = their.IsPresence
                ? PresenceJudge.New(their, IsRequired(their, theirs))
                : ChangeJudge.Judge(their.Subject.Direction, their.Name, null, their.Value),
        };
    }

    private static bool IsRequired(Fact fact, FactList from) => from.Find($"{fact.Subject.Key} {FactName.Required}")?.Value == "true";

    // The other document must have what the fact is about; if the fact is that something is there, then what holds it.
    private static bool IsComparable(Fact fact, FactList from, FactList other)
    {
        Subject subject = fact.Subject;
        bool isOwn = fact.IsPresence && fact.Name is not (FactName.Value or FactName.Media);
        string holder = isOwn ? subject.Parent : subject.Key;
        return (holder.Length == 0 || other.Subjects.ContainsKey(holder)) && !other.Recursions.Contains(subject.Parent)
            && !from.Recursions.Contains(subject.Parent);
    }

    // What the vendor's document calls a schema does not matter.
    private string Label(Subject subject)
    {
        string theirBase = theirs.Bases.GetValueOrDefault(subject.Parent) ?? "";
        string? ourBase = ours.Bases.GetValueOrDefault(subject.Parent);
        return ourBase is null ? subject.Label : ourBase + subject.Label[theirBase.Length..];
    }

    // Where the fact would stand in the other document.
    private static Node? Holder(Fact fact, FactList other)
    {
        string key = other.Subjects.ContainsKey(fact.Subject.Key) ? fact.Subject.Key : fact.Subject.Parent;
        return other.Schemas.GetValueOrDefault(key) is { } schema
            ? (fact.Name == FactName.Value ? schema.Values.FirstOrDefault()?.Parent : null) ?? schema.Target
            : other.Subjects.GetValueOrDefault(key)?.Source;
    }

    private static string Word(Fact fact) => fact.Value ?? "there";
}
