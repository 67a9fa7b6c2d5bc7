using System.Collections.ObjectModel;
using System.Text.Json;
using ClientMgmt.Values;

namespace ClientMgmt;

/// <content>Access by name, for programs that learn the names at run time, such as editors and command lines.</content>
public sealed partial record ClientMetadata
{
    /// <summary>
    /// The names of all properties but <see cref="Extensions"/>, in alphabetical order: <c>client_name</c> for
    /// <see cref="ClientName"/> and so on. A set of translations has the plural, <c>client_names</c>.
    /// </summary>
    public static IReadOnlyList<string> StandardNames { get; } =
        [.. StandardProperty.All.Select(p => p.Name).Order(StringComparer.Ordinal)];

    /// <summary>What values a property takes: a text, a number, a list and so on.</summary>
    /// <param name="name">One of <see cref="StandardNames"/>.</param>
    /// <returns>The type of the property, without <see cref="Nullable{T}"/>.</returns>
    /// <exception cref="ArgumentException">There is no such property.</exception>
    public static Type GetValueType(string name) => StandardProperty.Named(name ?? throw new ArgumentNullException(nameof(name)))?.Type
        ?? throw new ArgumentException($"'{name}' is not the name of a standard property.", nameof(name));

    /// <summary>
    /// Reads a property by its standard name, or a vendor's by its own JSON name. A name that is both means the standard
    /// property; a vendor's property of that name is in <see cref="Extensions"/> alone.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <returns>The value as JSON, or <see langword="null"/> if it is not set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonElement? GetValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return StandardProperty.Named(name) is { } property
            ? Value(property.Place) is { } value ? value as JsonElement? ?? JsonSerializer.SerializeToElement(value, property.Type) : null
            : _extensions.TryGetValue(name, out JsonElement extension) ? extension : null;
    }

    /// <summary>Returns a copy in which a property is set, by its standard name or, a vendor's, by its own JSON name.</summary>
    /// <param name="name">
    /// The name. One that is both means the standard property; <see cref="WithExtension"/> sets a vendor's of that name. What
    /// <see cref="FindUnexpressed"/> names is replaced.
    /// </param>
    /// <param name="value">The value as JSON; null and <c>default</c> clear.</param>
    /// <exception cref="ArgumentException">The name is empty, or the value is not of the property's type.</exception>
    public ClientMetadata WithValue(string name, JsonElement value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return WithoutValue(name);
        }

        if (StandardProperty.Named(name) is not { } property)
        {
            return WithExtension(name, value.Clone());
        }

        try
        {
            return Replace(property, property.Read(value, name));
        }
        catch (JsonException)
        {
            throw new ArgumentException($"'{name}' must be {property.Kind}.", nameof(value));
        }
    }

    /// <summary>Returns a copy in which a property is not set; in an update this clears it.</summary>
    /// <param name="name">
    /// The standard name or, of a vendor's property, its own JSON name. One that is both means the standard property;
    /// <see cref="WithoutExtension"/> clears a vendor's of that name. What <see cref="FindUnexpressed"/> names is cleared.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public ClientMetadata WithoutValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return StandardProperty.Named(name) is { } property ? Replace(property, null) : WithoutExtension(name);
    }

    /// <summary>
    /// Finds a value that the server has for a standard property, and that the property cannot express: for example, a list of
    /// contacts in which a number stands. Such a value is among the <see cref="Extensions"/>. Setting or clearing the property
    /// removes it; otherwise the server keeps it as it is.
    /// </summary>
    /// <param name="name">The standard name.</param>
    /// <returns>The vendor's JSON name, which is the key in <see cref="Extensions"/>; <see langword="null"/> if there is no such value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string? FindUnexpressed(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return StandardProperty.Named(name) is { } property ? UnexpressedAt(property.Place) : null;
    }

    /// <summary>The same by the place of the property.</summary>
    internal string? UnexpressedAt(int place) =>
        _unexpressed.TryGetValue(place, out string? extension) && _extensions.ContainsKey(extension) ? extension : null;

    private ClientMetadata Replace(StandardProperty property, object? value)
    {
        (StandardValues values, ReadOnlyDictionary<string, JsonElement> extensions) = Replace(property.Place, value);
        return new ClientMetadata(values, extensions, _unexpressed);
    }
}
