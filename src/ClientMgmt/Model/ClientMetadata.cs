using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ClientMgmt.Mapping;

namespace ClientMgmt;

/// <summary>
/// What a caller may say about an OAuth 2.0 or OpenID Connect client: the client metadata of RFC 7591 section 2,
/// OpenID Connect Dynamic Client Registration 1.0 and the specifications that extend them.
/// </summary>
/// <remarks>
/// The record is immutable; change it with a <c>with</c> expression. A property that is <see langword="null"/> is not
/// set. Lists and dictionaries are copied when they are assigned; a text with half of a surrogate pair, which no server
/// could be sent, is refused with an <see cref="ArgumentException"/>. Values that the standards leave open (grant types,
/// authentication methods, algorithms) are strings, so that a value this library does not know is data. Two instances
/// are equal if every property is; lists are compared as sets, except <see cref="DefaultAcrValues"/>, whose order is a
/// preference.
/// </remarks>
public sealed partial record ClientMetadata
{
    private static readonly ImmutableDictionary<string, JsonElement> s_noExtensions =
        ImmutableDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    private readonly ImmutableSortedDictionary<string, object> _values =
        ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, JsonElement> _extensions = s_noExtensions;

    /// <summary>Creates metadata in which nothing is set.</summary>
    public ClientMetadata()
    {
    }

    internal ClientMetadata(
        ImmutableSortedDictionary<string, object> values, ImmutableDictionary<string, JsonElement> extensions) =>
        (_values, _extensions) = (values, extensions);

    /// <summary>
    /// The vendor's properties that have no standard name, by their own JSON names and with their values as the server
    /// sent them; also what a newer server sends that no specification knows. Never <see langword="null"/>.
    /// The values are written by System.Text.Json alone; Newtonsoft.Json does not know their type.
    /// </summary>
    /// <exception cref="ArgumentNullException">The assigned dictionary is null.</exception>
    public IReadOnlyDictionary<string, JsonElement> Extensions
    {
        get => _extensions;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _extensions = s_noExtensions.AddRange(value.Select(e => KeyValuePair.Create(e.Key, e.Value.Clone())));
        }
    }

    /// <summary>Returns a copy in which one vendor property is set.</summary>
    /// <param name="name">The vendor's JSON name, for example <c>pkceRequired</c>.</param>
    /// <param name="value">The value; it is serialized with System.Text.Json.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    /// <exception cref="NotSupportedException"><paramref name="value"/> cannot be serialized.</exception>
    public ClientMetadata WithExtension<T>(string name, T value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new ClientMetadata(_values, _extensions.SetItem(name, JsonSerializer.SerializeToElement(value)));
    }

    /// <summary>Returns a copy in which one vendor property is not set; in an update this clears it.</summary>
    /// <param name="name">The vendor's JSON name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public ClientMetadata WithoutExtension(string name) => new(_values, _extensions.Remove(name));

    /// <summary>Compares every property by value.</summary>
    /// <param name="other">The metadata to compare with.</param>
    public bool Equals(ClientMetadata? other) =>
        other is not null
        && _values.Count == other._values.Count
        && _values.All(v => MetadataValues.AreEqual(v.Key, v.Value, other.Value(v.Key)))
        && _extensions.Count == other._extensions.Count
        && _extensions.All(e => other._extensions.TryGetValue(e.Key, out JsonElement theirs)
            && MetadataValues.AreEqual(e.Value, theirs));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_values.Count, _extensions.Count, ClientName, ClientUri);

    /// <summary>Every standard name that is set, with its value.</summary>
    internal IEnumerable<string> Names => _values.Keys;

    internal object? Value(string name) => _values.GetValueOrDefault(name);

    private string? Text(string name) => Value(name) as string;

    private bool? Flag(string name) => Value(name) as bool?;

    private IReadOnlyList<string>? List(string name) => Value(name) as IReadOnlyList<string>;

    private IReadOnlyDictionary<string, string>? Localized(string name) =>
        Value(name) as IReadOnlyDictionary<string, string>;

    private ImmutableSortedDictionary<string, object> With(string name, object? value) =>
        MetadataValues.Freeze(value) is { } frozen ? _values.SetItem(name, frozen) : _values.Remove(name);

    // Values of vendor properties stay out of the text: nothing says which of them a vendor means to be confidential.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.AppendJoin(", ", _values.Select(v => $"{v.Key} = {MetadataValues.Describe(v.Value)}")
            .Concat(_extensions.Keys.Order(StringComparer.Ordinal)));
        return builder.Length > 0;
    }
}
