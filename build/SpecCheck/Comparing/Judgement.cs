namespace SpecCheck.Comparing;

/// <summary>What a difference asks of a maintainer.</summary>
/// <param name="ToDo">What is to be done.</param>
/// <param name="Effect">What happens to users as long as it is not done; several such clauses make one sentence.</param>
internal sealed record Judgement(ToDo ToDo, string Effect)
{
    private const string Nothing = "users notice nothing: ";

    public Meaning Meaning => ToDo <= ToDo.Ask ? Meaning.Breaking : Meaning.Additive;

    public static Judgement Change(string effect) => new(ToDo.Change, effect);

    public static Judgement Ask(string effect) => new(ToDo.Ask, effect);

    public static Judgement Add(string effect) => new(ToDo.Add, effect);

    public static Judgement Follow(string effect) => new(ToDo.Follow, effect);

    public static Judgement Unnoticed(string why) => Follow(Nothing + why);

    /// <summary>What happens to users by several differences together: what they notice, and only if that is nothing then why.</summary>
    public static string EffectOf(IEnumerable<Judgement> judgements)
    {
        ILookup<bool, string> effects = judgements.Select(j => j.Effect).Distinct().ToLookup(e => e.StartsWith(Nothing, StringComparison.Ordinal));
        return effects.Contains(false) ? string.Join("; ", effects[false]) : effects[true].First();
    }
}
