namespace ClientMgmt.Values;

/// <summary>The values of the standard properties, each in a place of its own.</summary>
internal sealed class StandardValues
{
    private static readonly string[] s_keys = [.. StandardProperty.All.Select(p => p.Key)];

    private readonly object?[] _values;

    private StandardValues(object?[] values) => _values = values;

    public static StandardValues None { get; } = new(new object?[s_keys.Length]);

    /// <summary>The keys of all properties, in alphabetical order.</summary>
    public static IReadOnlyList<string> AllNames => s_keys;

    /// <summary>The keys of the values that are there, in alphabetical order.</summary>
    public IEnumerable<string> Names => s_keys.Where((_, place) => _values[place] is not null);

    public object? this[string key] => PlaceOf(key) is >= 0 and int place ? _values[place] : null;

    public object? this[int place] => _values[place];

    /// <summary>The place of a value; negative if there is no such key.</summary>
    public static int PlaceOf(string key) => StandardProperty.OfKey(key)?.Place ?? -1;

    public StandardValues With(int place, object? value)
    {
        object?[] values = [.. _values];
        values[place] = value;
        return new StandardValues(values);
    }

    /// <summary>Collects values while a client is read.</summary>
    public sealed class Builder
    {
        private readonly object?[] _values = new object?[s_keys.Length];

        public object? this[int place] => _values[place];

        public void Set(int place, object? value) => _values[place] = value;

        /// <summary>What was collected; the builder is of no use after that.</summary>
        public StandardValues Build() => new(_values);
    }
}
