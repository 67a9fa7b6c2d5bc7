using System.Globalization;

namespace ClientMgmt.Tests.PublicSurface;

/// <summary>Constants as C# writes them.</summary>
internal static class Literal
{
    public static string Of(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when type.IsEnum => $"{TypeNames.Of(type)}.{Enum.GetName(type, value) ?? value}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
