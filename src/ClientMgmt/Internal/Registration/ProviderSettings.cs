using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace ClientMgmt.Registration;

/// <summary>The settings of <see cref="ProviderOptions"/> by name, as the configuration sees them.</summary>
internal static class ProviderSettings
{
    private static readonly ProviderOptions s_defaults = new();

    private static readonly Dictionary<string, PropertyInfo> s_settings = typeof(ProviderOptions).GetProperties()
        .Where(p => p.PropertyType != typeof(Func<CancellationToken, ValueTask<ProviderCredential>>))
        .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => s_settings.Keys;

    /// <summary>Whether a setting has a value of its own.</summary>
    public static bool IsGiven(ProviderOptions options, string setting)
    {
        object? value = s_settings[setting].GetValue(options);
        return !string.IsNullOrEmpty(value as string ?? value?.ToString())
            && !Equals(value, s_settings[setting].GetValue(s_defaults));
    }

    public static string Text(ProviderOptions options, string setting) =>
        s_settings[setting].GetValue(options) switch
        {
            Secret secret => secret.Reveal(),
            object value => value.ToString() ?? "",
            null => "",
        };

    /// <summary>Sets a value from its text; returns what is wrong with it, never the text itself, or null.</summary>
    public static string? Set(ProviderOptions options, string setting, string text)
    {
        if (!s_settings.TryGetValue(setting, out PropertyInfo? property))
        {
            return $"is not a known setting; known are {string.Join(", ", Names.Order(StringComparer.Ordinal))}.";
        }

        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            property.SetValue(options, Convert(type, text));
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return type.IsEnum ? $"must be one of {string.Join(", ", Enum.GetNames(type))}."
                : type == typeof(Uri) ? "must be an absolute URL such as https://us.authlete.com/."
                : type == typeof(TimeSpan) ? "must be a time such as 00:00:30."
                : type == typeof(Version) ? "must be a version such as 3.6."
                : $"must be a {type.Name}.";
        }
    }

    private static object Convert(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(Secret) => new Secret(text),
        _ when type == typeof(Uri) => new Uri(text, UriKind.Absolute),
        _ when type == typeof(Version) => Version.Parse(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0"),
        _ when type.IsEnum && !char.IsLetter(text[0]) => throw new FormatException(),
        _ when type.IsEnum => Enum.Parse(type, text, ignoreCase: true),
        _ => TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text)!,
    };
}
