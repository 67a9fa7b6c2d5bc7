using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;

namespace ClientMgmt.Tests.PublicSurface;

/// <summary>The attributes by which the compiler or a serializer treats a type or member differently.</summary>
internal static class Attributes
{
    private static readonly Type[] s_matter =
    [
        typeof(ObsoleteAttribute), typeof(ExperimentalAttribute), typeof(FlagsAttribute), typeof(JsonConverterAttribute),
        typeof(JsonPropertyNameAttribute), typeof(JsonIgnoreAttribute), typeof(NotNullWhenAttribute), typeof(SetsRequiredMembersAttribute),
    ];

    public static string Of(MemberInfo member) => Of(member.GetCustomAttributesData());

    public static string Of(ParameterInfo parameter) => Of(parameter.GetCustomAttributesData());

    private static string Of(IEnumerable<CustomAttributeData> attributes) => string.Concat(attributes
        .Where(a => s_matter.Contains(a.AttributeType) && !IsOfRequired(a)).OrderBy(a => a.AttributeType.Name, StringComparer.Ordinal)
        .Select(a => $"[{a.AttributeType.Name[..^"Attribute".Length]}{Arguments(a)}] "));

    // By this the compiler keeps old compilers from types with required members.
    private static bool IsOfRequired(CustomAttributeData attribute) => attribute.ConstructorArguments is [{ Value: string text }, ..]
        && text.StartsWith("Constructors of types with required members", StringComparison.Ordinal);

    private static string Arguments(CustomAttributeData attribute)
    {
        string[] arguments =
        [
            .. attribute.ConstructorArguments.Select(a => a.Value is Type type ? $"typeof({TypeNames.Of(type)})" : Literal.Of(a.Value, a.ArgumentType)),
            .. attribute.NamedArguments.Select(a => $"{a.MemberName} = {Literal.Of(a.TypedValue.Value, a.TypedValue.ArgumentType)}"),
        ];
        return arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})";
    }
}
