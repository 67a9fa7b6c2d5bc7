namespace ClientMgmt.Values;

/// <summary>
/// The values of the standard properties, each in a place of its own. A set of translations goes by the name of what is
/// translated and <c>#</c>, as RFC 7591 section 2.2 writes them.
/// </summary>
internal sealed class StandardValues
{
    private static readonly string[] s_names = [.. ClientMetadata.StandardNames.Select(SingularOf).Order(StringComparer.Ordinal)];

    private readonly object?[] _values;

    private StandardValues(object?[] values) => _values = values;

    public static StandardValues None { get; } = new(new object?[s_names.Length]);

    /// <summary>All names, in alphabetical order.</summary>
    public static IReadOnlyList<string> AllNames => s_names;

    /// <summary>The names of the values that are there, in alphabetical order.</summary>
    public IEnumerable<string> Names => s_names.Where((_, place) => _values[place] is not null);

    public object? this[string name] => PlaceOf(name) is >= 0 and int place ? _values[place] : null;

    public object? this[int place] => _values[place];

    /// <summary>The place of a value; negative if there is no such name.</summary>
    public static int PlaceOf(string name) => Array.BinarySearch(s_names, name, StringComparer.Ordinal);

    public StandardValues With(string name, object? value)
    {
        object?[] values = [.. _values];
        values[PlaceOf(name)] = value;
        return new StandardValues(values);
    }

    private static string SingularOf(string name) =>
        ClientMetadata.GetValueType(name) == typeof(IReadOnlyDictionary<string, string>) ? name[..^1] + "#" : name;

    /// <summary>Collects values while a client is read.</summary>
    public sealed class Builder
    {
        private readonly object?[] _values = new object?[s_names.Length];

        public void Set(int place, object? value) => _values[place] = value;

        /// <summary>What was collected; the builder is of no use after that.</summary>
        public StandardValues Build() => new(_values);
    }
}
