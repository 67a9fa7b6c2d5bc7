using SpecCheck.Facts;

namespace SpecCheck.Comparing;

/// <summary>What a difference means, by the fact and by who sends it.</summary>
internal static class MeaningOf
{
    public static Meaning Presence(Fact fact, bool isNew, bool isRequired)
    {
        bool sent = fact.Subject.Direction == Direction.Request;
        return (fact.Name, isNew) switch
        {
            (_, false) => Meaning.Breaking,
            (FactName.Parameter or FactName.Property or FactName.Request, true) when sent && isRequired => Meaning.Breaking,

            // The generated clients fail on a success that is not declared.
            (FactName.Status, true) when fact.Subject.Member.StartsWith('2') => Meaning.Breaking,
            _ => Meaning.Additive,
        };
    }

    public static Meaning Change(Direction direction, string name, string? here, string? vendor)
    {
        bool sent = direction == Direction.Request;
        bool isTrue = vendor == "true";
        return name switch
        {
            FactName.Id => Meaning.Additive,
            FactName.Deprecated => Meaning.Additive,
            FactName.Required => sent && isTrue ? Meaning.Breaking : Meaning.Additive,
            FactName.Nullable => sent == isTrue ? Meaning.Additive : Meaning.Breaking,
            FactName.ReadOnly => sent && isTrue ? Meaning.Breaking : Meaning.Additive,
            FactName.AdditionalProperties => sent && !isTrue ? Meaning.Breaking : Meaning.Additive,
            FactName.Format when here is null => Meaning.Additive,
            _ when FactName.Limits.Contains(name) => IsWider(name, here, vendor) ? Meaning.Additive : Meaning.Breaking,
            _ => Meaning.Breaking,
        };
    }

    private static bool IsWider(string name, string? here, string? vendor)
    {
        if (vendor is null || name == "default")
        {
            return true;
        }

        if (!decimal.TryParse(here, out decimal our) || !decimal.TryParse(vendor, out decimal their))
        {
            return false;
        }

        return name.Contains("max", StringComparison.OrdinalIgnoreCase) ? their > our : their < our;
    }
}
