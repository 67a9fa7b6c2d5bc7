using System.Reflection;
using System.Text.Json;

namespace ClientMgmt;

/// <content>Access by name, for programs that learn the names at run time, such as editors and command lines.</content>
public sealed partial record ClientMetadata
{
    private static readonly Dictionary<string, PropertyInfo> s_properties = typeof(ClientMetadata)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != nameof(Extensions))
        .ToDictionary(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name), StringComparer.Ordinal);

    /// <summary>
    /// The names of all properties but <see cref="Extensions"/>, in alphabetical order: <c>client_name</c> for
    /// <see cref="ClientName"/> and so on. A set of translations has the plural, <c>client_names</c>.
    /// </summary>
    public static IReadOnlyList<string> StandardNames { get; } = [.. s_properties.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What values a property takes: a text, a number, a list and so on.</summary>
    /// <param name="name">One of <see cref="StandardNames"/>.</param>
    /// <returns>The type of the property, without <see cref="Nullable{T}"/>.</returns>
    /// <exception cref="ArgumentException">There is no such property.</exception>
    public static Type GetValueType(string name)
    {
        PropertyInfo property = s_properties.GetValueOrDefault(name ?? throw new ArgumentNullException(nameof(name)))
            ?? throw new ArgumentException($"'{name}' is not the name of a standard property.", nameof(name));
        return Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    /// <summary>Reads a property by its standard name, or a vendor's by its own JSON name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value as JSON, or <see langword="null"/> if it is not set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonElement? GetValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!s_properties.TryGetValue(name, out PropertyInfo? property))
        {
            return _extensions.TryGetValue(name, out JsonElement extension) ? extension : null;
        }

        return property.GetValue(this) is { } value ? JsonSerializer.SerializeToElement(value, property.PropertyType) : null;
    }

    /// <summary>Returns a copy in which a property is set, by its standard name or, a vendor's, by its own JSON name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value as JSON; null clears.</param>
    /// <exception cref="ArgumentException">The name is empty, or the value is not of the property's type.</exception>
    public ClientMetadata WithValue(string name, JsonElement value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return WithoutValue(name);
        }

        if (!s_properties.TryGetValue(name, out PropertyInfo? property))
        {
            return WithExtension(name, value.Clone());
        }

        try
        {
            return With(property, value.Deserialize(property.PropertyType));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new ArgumentException($"'{name}' must be {Describe(property.PropertyType)}.", nameof(value));
        }
    }

    /// <summary>Returns a copy in which a property is not set; in an update this clears it.</summary>
    /// <param name="name">The standard name or, of a vendor's property, its own JSON name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public ClientMetadata WithoutValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return s_properties.TryGetValue(name, out PropertyInfo? property) ? With(property, null) : WithoutExtension(name);
    }

    // The setters of an immutable record, used on a copy that nobody else has seen yet.
    private ClientMetadata With(PropertyInfo property, object? value)
    {
        var copy = new ClientMetadata(_values, _extensions);
        try
        {
            property.SetValue(copy, value);
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException inner)
        {
            throw inner;
        }

        return copy;
    }

    private static string Describe(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => "a text",
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) => "a whole number",
        var t when t == typeof(IReadOnlyList<string>) => "a list of texts",
        var t when t == typeof(IReadOnlyDictionary<string, string>) => "an object of texts by language",
        _ => "a JSON value",
    };
}
