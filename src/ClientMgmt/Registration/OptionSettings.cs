using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace ClientMgmt.Registration;

/// <summary>How the value of a setting is written as text: as .NET's configuration binder reads it, but for what it would misread.</summary>
internal static class OptionSettings
{
    private const string Infinite = "Infinite";

    /// <summary>All properties but those that only code can set.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type options) => options.GetProperties()
        .Where(p => !p.PropertyType.IsAssignableTo(typeof(Delegate)))
        .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a name that is none of these.</summary>
    public static string Unknown(IEnumerable<string> known) =>
        $"is not a known setting; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.";

    /// <summary>Whether it is one value, and not a section.</summary>
    public static bool IsSingle(Type type) => TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    public static bool TryRead(IConfigurationSection section, PropertyInfo setting, Type type, [NotNullWhen(true)] out object? value)
    {
        string text = section.Value!;
        value = MayBeInfinite(setting) && text.Equals(Infinite, StringComparison.OrdinalIgnoreCase) ? Timeout.InfiniteTimeSpan
            : type == typeof(Version) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int major) ? new Version(major, 0)
            : IsMisread(type, text) ? null
            : BindOrNull(section, type);
        return value is not null;
    }

    /// <summary>What a text that cannot be read should have been. It is never repeated itself: it may be a secret.</summary>
    public static string Expected(PropertyInfo setting, Type type) => type switch
    {
        _ when type.IsEnum => $"must be one of {string.Join(", ", Enum.GetNames(type))}.",
        _ when type == typeof(Uri) => "must be an absolute URL such as https://us.authlete.com/.",
        _ when type == typeof(TimeSpan) =>
            $"must be a time such as 00:00:30 (hours:minutes:seconds){(MayBeInfinite(setting) ? $", or {Infinite}" : "")}.",
        _ when type == typeof(Version) => "must be a version such as 3.6.",
        _ when type == typeof(bool) => "must be true or false.",
        _ when type == typeof(double) => "must be a number such as 0.5.",
        _ when type == typeof(int) || type == typeof(long) => "must be a whole number.",
        _ => $"must be a {type.Name}.",
    };

    // .NET has an infinite timeout, and neither an infinite delay nor an infinite duration.
    private static bool MayBeInfinite(PropertyInfo setting) => setting.Name.EndsWith("Timeout", StringComparison.Ordinal);

    // It reads a lone number as days, which hardly anybody means; the number of an enumeration's value, or several values with commas, as one;
    // and any text as a URL.
    private static bool IsMisread(Type type, string text) =>
        (type == typeof(TimeSpan) && !text.Contains(':', StringComparison.Ordinal))
        || (type.IsEnum && !Enum.GetNames(type).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase))
        || (type == typeof(Uri) && !Uri.TryCreate(text, UriKind.Absolute, out _));

    private static object? BindOrNull(IConfigurationSection section, Type type)
    {
        try
        {
            return section.Get(type);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
