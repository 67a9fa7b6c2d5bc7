using System.Text.Json;

namespace ClientMgmt.Values;

/// <summary>
/// The values of the standard properties, each in a place of its own. Most of what a server sends is read by nobody, and becomes a value
/// only when somebody does.
/// </summary>
internal sealed class StandardValues
{
    private static readonly string[] s_keys = [.. StandardProperty.All.Select(p => p.Key)];

    // A value, or what makes it. Two callers may make the same value at once.
    private readonly object?[] _values;

    private StandardValues(object?[] values) => _values = values;

    public static StandardValues None { get; } = new(new object?[s_keys.Length]);

    /// <summary>The keys of all properties, in alphabetical order.</summary>
    public static IReadOnlyList<string> AllNames => s_keys;

    /// <summary>The keys of the values that are there, in alphabetical order.</summary>
    public IEnumerable<string> Names => s_keys.Where((_, place) => _values[place] is not null);

    public object? this[string key] => PlaceOf(key) is >= 0 and int place ? this[place] : null;

    public object? this[int place] => _values[place] is Unread unread ? _values[place] = unread.Read() : _values[place];

    /// <summary>The place of a value; negative if there is no such key.</summary>
    public static int PlaceOf(string key) => StandardProperty.OfKey(key)?.Place ?? -1;

    public StandardValues With(int place, object? value)
    {
        object?[] values = [.. _values];
        values[place] = value;
        return new StandardValues(values);
    }

    /// <summary>Whether a place has the very same in both, so that nobody need look at the value.</summary>
    public bool IsUntouched(int place, StandardValues other) => ReferenceEquals(_values[place], other._values[place]);

    /// <summary>Collects values while a client is read.</summary>
    public sealed class Builder
    {
        private readonly object?[] _values = new object?[s_keys.Length];

        public object? this[int place] => _values[place];

        public void Set(int place, object? value) => _values[place] = value;

        /// <summary>Leaves the value to whoever asks for it.</summary>
        public void Set(int place, ValueReader reader, JsonElement sent) => _values[place] = new Unread(reader, sent);

        /// <summary>What was collected; the builder is of no use after that.</summary>
        public StandardValues Build() => new(_values);
    }

    /// <summary>A value that is yet to be made.</summary>
    private sealed class Unread(ValueReader reader, JsonElement sent)
    {
        public object? Read() => reader.Read(sent);
    }
}
