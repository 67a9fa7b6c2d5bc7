using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace ClientMgmt.Registration;

/// <summary>The settings of each kind of options by name, as the configuration sees them.</summary>
internal static class OptionSettings
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> s_settings = new();

    /// <summary>All properties but those that only code can set.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type options) => s_settings.GetOrAdd(
        options,
        type => type.GetProperties().Where(p => !p.PropertyType.IsAssignableTo(typeof(Delegate)))
            .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>All settings with their values, so that two options with the same text are the same.</summary>
    public static string TextOf(object options) => string.Join(' ', Of(options.GetType()).Select(s => $"{s.Key}={Text(s.Value.GetValue(options))}"));

    /// <summary>What is wrong with a name that is none of these.</summary>
    public static string Unknown(IEnumerable<string> known) =>
        $"is not a known setting; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.";

    private static string? Text(object? value) => value is IEnumerable entries and not string
        ? $"[{string.Join(' ', entries.Cast<object>())}]"
        : Convert.ToString(value, CultureInfo.InvariantCulture);
}
