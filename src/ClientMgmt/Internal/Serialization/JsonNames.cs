using System.Reflection;
using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>The JSON names of generated members, so that a table can name a member and break the build if it goes.</summary>
internal static class JsonNames
{
    public static string Of<T>(string member) => Attribute(typeof(T).GetProperty(member)
        ?? throw new MissingMemberException(typeof(T).Name, member))?.PropertyName ?? member;

    public static IEnumerable<string> All<T>() => typeof(T).GetProperties()
        .Select(p => Attribute(p)?.PropertyName).OfType<string>();

    private static JsonPropertyAttribute? Attribute(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyAttribute>();
}
