using System.Reflection;
using System.Text.Json;

namespace ClientMgmt.Tests.Mapping;

/// <summary>Values for any property of the model.</summary>
internal static class MetadataExtensions
{
    /// <summary>A copy in which the property has some value of its type.</summary>
    public static ClientMetadata Named(this ClientMetadata metadata, PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object value = type == typeof(string) ? "text"
            : type == typeof(bool) ? true
            : type == typeof(int) ? 60
            : type == typeof(JsonElement) ? JsonElement.Parse("""{"keys":[]}""")
            : type == typeof(IReadOnlyList<string>) ? new[] { "one", "two" }
            : new Dictionary<string, string> { ["en"] = "text" };
        ClientMetadata copy = metadata with { };
        property.SetValue(copy, value);
        return copy;
    }
}
