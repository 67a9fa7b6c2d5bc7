using System.Reflection;

namespace ClientMgmt.Registration;

/// <summary>The settings of each kind of options by name, as the configuration sees them.</summary>
internal static class OptionSettings
{
    /// <summary>All properties but those that only code can set.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type options) => options.GetProperties()
        .Where(p => !p.PropertyType.IsAssignableTo(typeof(Delegate)))
        .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a name that is none of these.</summary>
    public static string Unknown(IEnumerable<string> known) =>
        $"is not a known setting; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.";
}
