using System.Text.Json;

namespace ClientMgmt.Values;

/// <summary>
/// The values of the standard properties, each in a place of its own. Most of what a server sends is read by nobody, and becomes a value
/// only when somebody does.
/// </summary>
internal sealed class StandardValues
{
    private static readonly string[] s_keys = [.. StandardProperty.All.Select(p => p.Key)];

    // A value, or the reader that makes it of what the server sent. Two callers may make the same value at once.
    private readonly object?[] _values;
    private readonly Sent _sent;

    private StandardValues(object?[] values, Sent sent) => (_values, _sent) = (values, sent);

    public static StandardValues None { get; } = new(new object?[s_keys.Length], new Sent());

    /// <summary>The keys of all properties, in alphabetical order.</summary>
    public static IReadOnlyList<string> AllNames => s_keys;

    /// <summary>The keys of the values that are there, in alphabetical order.</summary>
    public IEnumerable<string> Names => s_keys.Where((_, place) => _values[place] is not null);

    public object? this[string key] => PlaceOf(key) is >= 0 and int place ? this[place] : null;

    public object? this[int place] => _values[place] is ValueReader reader ? _values[place] = reader.Read(_sent[place]) : _values[place];

    /// <summary>The place of a value; negative if there is no such key.</summary>
    public static int PlaceOf(string key) => StandardProperty.OfKey(key)?.Place ?? -1;

    public StandardValues With(int place, object? value)
    {
        object?[] values = [.. _values];
        values[place] = value;
        return new StandardValues(values, _sent);
    }

    /// <summary>Whether a place has the very same in both, so that nobody need look at the value.</summary>
    public bool IsUntouched(int place, StandardValues other)
    {
        // Looked at once, because somebody else may make the value meanwhile.
        object? value = _values[place];
        return ReferenceEquals(value, other._values[place]) && (value is not ValueReader || ReferenceEquals(_sent, other._sent));
    }

    /// <summary>Collects values while a client is read.</summary>
    public sealed class Builder
    {
        private readonly object?[] _values = new object?[s_keys.Length];
        private readonly Sent _sent = new();

        public object? this[int place] => _values[place];

        public void Set(int place, object? value) => _values[place] = value;

        /// <summary>Leaves the value to whoever asks for it.</summary>
        public void Set(int place, ValueReader reader, JsonElement sent)
        {
            _values[place] = reader;
            _sent.Keep(place, sent);
        }

        /// <summary>What was collected; the builder is of no use after that.</summary>
        public StandardValues Build() => new(_values, _sent);
    }

    /// <summary>What a server sent for the places whose values are yet to be made; a client has few of them.</summary>
    private sealed class Sent
    {
        private const int Few = 8;

        private JsonElement[] _elements = [];
        private int _count;

        // For each place the number of its element, from 1 on; 0 if it has none.
        private byte[] _numbers = [];

        public JsonElement this[int place] => _elements[_numbers[place] - 1];

        public void Keep(int place, JsonElement element)
        {
            _numbers = _numbers.Length > 0 ? _numbers : new byte[s_keys.Length];
            if (_numbers[place] == 0)
            {
                _numbers[place] = (byte)++_count;
                if (_count > _elements.Length)
                {
                    Array.Resize(ref _elements, Math.Max(Few, 2 * _elements.Length));
                }
            }

            _elements[_numbers[place] - 1] = element;
        }
    }
}
