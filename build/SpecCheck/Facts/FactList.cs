using SpecCheck.Reading;

namespace SpecCheck.Facts;

/// <summary>The facts of one document, each under its key.</summary>
internal sealed class FactList
{
    // Many times what one of today's documents says about client management.
    private const int MaxFacts = 200_000;

    private readonly Dictionary<string, Fact> _facts = new(StringComparer.Ordinal);

    public IEnumerable<Fact> All => _facts.Values;

    /// <summary>What is said of each subject first: that it is there, mostly.</summary>
    public Dictionary<string, Fact> Subjects { get; } = new(StringComparer.Ordinal);

    /// <summary>Schemas that hold themselves: what is below is stated above already.</summary>
    public HashSet<string> Recursions { get; } = new(StringComparer.Ordinal);

    /// <summary>The schemas at each place, by the key of the subject.</summary>
    public Dictionary<string, Schema> Schemas { get; } = new(StringComparer.Ordinal);

    /// <summary>What the members of a subject are called after: the name of its schema, or its own label.</summary>
    public Dictionary<string, string> Bases { get; } = new(StringComparer.Ordinal);

    public Fact? Find(string key) => _facts.GetValueOrDefault(key);

    public void Add(Subject subject, string name, string? value, Node source)
    {
        if (_facts.Count == MaxFacts)
        {
            throw new SpecFileException(source, $"the document says more than {MaxFacts:N0} things about client management.");
        }

        var fact = new Fact(subject, name, value, source);
        _facts.TryAdd(fact.Key, fact);
        Subjects.TryAdd(subject.Key, fact);
    }

    public void Add(Subject subject, string name, bool value, Node source) => Add(subject, name, value ? "true" : "false", source);
}
