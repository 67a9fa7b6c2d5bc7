using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>
/// What a caller may say about an OAuth 2.0 or OpenID Connect client: the client metadata of RFC 7591 section 2,
/// OpenID Connect Dynamic Client Registration 1.0 and the specifications that extend them.
/// </summary>
/// <remarks>
/// The record is immutable; change it with a <c>with</c> expression. A property that is <see langword="null"/> is not
/// set. Lists and dictionaries are copied when they are assigned. A text with half of a surrogate pair cannot be sent to
/// any server, and is refused with an <see cref="ArgumentException"/>. Grant types, authentication methods and algorithms
/// are strings, so that a value that is newer than this library can be read and set. Two instances are equal if all their
/// properties are. Lists are compared as sets; only <see cref="DefaultAcrValues"/> has an order, which is a preference.
/// <para>
/// The documentation of each property names the backends that store it. "Authlete" means API v2 and API v3. Dynamic
/// registration means that the library sends the property; whether it is stored is up to the server. What a backend does
/// not store is refused before anything is sent (see <see cref="Capabilities.Metadata"/>).
/// </para>
/// <para>
/// System.Text.Json and Newtonsoft.Json write and read metadata in the names of the standards:
/// <c>{"client_name":"Orders","client_name#ja":"注文","redirect_uris":["https://a.example/cb"],"pkceRequired":true}</c>.
/// </para>
/// <list type="bullet">
/// <item>A property that is not set is left out. A member that is null is read as not set.</item>
/// <item>
/// An empty set of translations is written as <c>"client_names":{}</c>. An object of that name is read as translations by
/// language tag.
/// </item>
/// <item>
/// Members with other names are <see cref="Extensions"/>. A vendor's property may have a name that means something else here: a
/// standard name, one with a language tag, one of <see cref="OAuthClient"/>, or <c>extensions</c> itself. Such a property
/// stands in a member <c>extensions</c>: <c>"extensions":{"logo_uri":1}</c>.
/// </item>
/// <item>Members that belong to <see cref="OAuthClient"/>, such as <c>client_id</c>, are ignored.</item>
/// <item>
/// Names are compared letter by letter. Of members with the same name the last one counts, unless the serializer is told
/// to refuse them.
/// </item>
/// <item>
/// A value of a wrong type is the serializer's exception with its path. In System.Text.Json, the path of metadata inside
/// another object leads to the metadata, and the message has the rest.
/// </item>
/// <item>Newtonsoft.Json refuses numbers of more than 27 digits, because it could not read them exactly.</item>
/// </list>
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(ClientMetadataJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(ModelNewtonsoftConverter))]
public sealed partial record ClientMetadata
{
    private readonly StandardValues _values = StandardValues.None;

    private readonly ReadOnlyDictionary<string, JsonElement> _extensions = ReadOnlyDictionary<string, JsonElement>.Empty;

    // Under which names the extensions have what the standard properties in these places cannot express.
    private readonly ImmutableDictionary<int, string> _unexpressed = ImmutableDictionary<int, string>.Empty;

    /// <summary>Creates metadata in which nothing is set.</summary>
    public ClientMetadata()
    {
    }

    internal ClientMetadata(
        StandardValues values, ReadOnlyDictionary<string, JsonElement> extensions, ImmutableDictionary<int, string>? unexpressed = null) =>
        (_values, _extensions, _unexpressed) = (values, extensions, unexpressed ?? _unexpressed);

    /// <summary>
    /// The vendor's properties that have no standard name, by their own JSON names and with their values as the server
    /// sent them; also what a newer server sends that no specification knows. Never <see langword="null"/>.
    /// </summary>
    /// <exception cref="ArgumentNullException">The assigned dictionary is null.</exception>
    /// <exception cref="ArgumentException">An assigned value is <c>default</c>, which is no JSON.</exception>
    public IReadOnlyDictionary<string, JsonElement> Extensions
    {
        get => _extensions;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _extensions = new(value.ToDictionary(e => e.Key, e => Checked(e.Value).Clone(), StringComparer.Ordinal));
        }
    }

    /// <summary>Returns a copy in which one vendor property is set.</summary>
    /// <param name="name">The vendor's JSON name, for example <c>pkceRequired</c>.</param>
    /// <param name="value">The value; it is serialized with System.Text.Json.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty or white space, or <paramref name="value"/> is the <c>default</c> of
    /// <see cref="JsonElement"/>, which is no JSON.
    /// </exception>
    /// <exception cref="NotSupportedException"><paramref name="value"/> cannot be serialized.</exception>
    public ClientMetadata WithExtension<T>(string name, T value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return WithExtension(name, value is JsonElement json ? Checked(json).Clone() : JsonSerializer.SerializeToElement(value));
    }

    /// <summary>Returns a copy in which one vendor property is not set; in an update this clears it.</summary>
    /// <param name="name">The vendor's JSON name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public ClientMetadata WithoutExtension(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _extensions.ContainsKey(name) ? new(_values, Without(name), _unexpressed) : this;
    }

    /// <summary>Compares every property by value.</summary>
    /// <param name="other">The metadata to compare with.</param>
    public bool Equals(ClientMetadata? other) =>
        other is not null
        && Names.Union(other.Names).All(name => MetadataValues.AreEqual(name, Value(name), other.Value(name)))
        && _extensions.Count == other._extensions.Count
        && _extensions.All(e => other._extensions.TryGetValue(e.Key, out JsonElement theirs)
            && MetadataValues.AreEqual(e.Value, theirs));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_extensions.Count, ClientName, ClientUri);

    /// <summary>The keys of what is set, in alphabetical order: <c>client_name#</c> for <c>client_names</c>.</summary>
    internal IEnumerable<string> Names => _values.Names;

    internal object? Value(string name) => _values[name];

    internal object? Value(int place) => _values[place];

    internal bool IsUntouched(int place, ClientMetadata other) => _values.IsUntouched(place, other._values);

    // The properties name themselves: the compiler puts in the name of whoever calls.
    private object? Get([CallerMemberName] string member = "") => _values[StandardProperty.OfMember(member).Place];

    private string? Text([CallerMemberName] string member = "") => Get(member) as string;

    private bool? Flag([CallerMemberName] string member = "") => Get(member) as bool?;

    private IReadOnlyList<string>? List([CallerMemberName] string member = "") => Get(member) as IReadOnlyList<string>;

    private IReadOnlyDictionary<string, string>? Tagged([CallerMemberName] string member = "") =>
        Get(member) as IReadOnlyDictionary<string, string>;

    private (StandardValues Values, ReadOnlyDictionary<string, JsonElement> Extensions) With(
        object? value, [CallerMemberName] string member = "") => Replace(StandardProperty.OfMember(member).Place, value);

    // What the property could not express goes when it is set or cleared.
    private (StandardValues Values, ReadOnlyDictionary<string, JsonElement> Extensions) Replace(int place, object? value) => (
        _values.With(place, MetadataValues.Freeze(value)),
        _unexpressed.TryGetValue(place, out string? name) && _extensions.ContainsKey(name) ? Without(name) : _extensions);

    private ReadOnlyDictionary<string, JsonElement> Without(string extension) =>
        _extensions.Where(e => e.Key != extension).ToDictionary(StringComparer.Ordinal).AsReadOnly();

    private static JsonElement Checked(JsonElement value) => value.ValueKind != JsonValueKind.Undefined ? value
        : throw new ArgumentException("The default of JsonElement is no JSON value.", nameof(value));

    private ClientMetadata WithExtension(string name, JsonElement value) =>
        new(_values, new Dictionary<string, JsonElement>(_extensions, StringComparer.Ordinal) { [name] = value }.AsReadOnly(), _unexpressed);

    // Values of vendor properties stay out of the text: nothing says which of them a vendor means to be confidential.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.AppendJoin(", ", Names.Select(name => $"{name} = {MetadataValues.Describe(Value(name)!)}")
            .Concat(_extensions.Keys.Order(StringComparer.Ordinal)));
        return builder.Length > 0;
    }
}
