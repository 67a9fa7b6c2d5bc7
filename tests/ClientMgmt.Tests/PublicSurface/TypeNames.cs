using System.Reflection;

namespace ClientMgmt.Tests.PublicSurface;

/// <summary>Types as C# names them, with what may be null.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(char)] = "char", [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Of(type, null);

    public static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    public static string Of(PropertyInfo property) => Of(property.PropertyType, new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Of(field.FieldType, new NullabilityInfoContext().Create(field));

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, nullability?.ElementType ?? nullability);

        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Of(underlying, null)}?";

        string name = type switch
        {
            { IsArray: true } => $"{Of(type.GetElementType()!, nullability?.ElementType)}[]",
            { IsGenericType: true } => $"{Bare(type)}<{string.Join(", ", Arguments(type, nullability))}>",
            _ => s_keywords.GetValueOrDefault(type) ?? Bare(type),
        };
        return !type.IsValueType && State(nullability) == NullabilityState.Nullable ? $"{name}?" : name;
    }

    // A value that may be given as null, or that may be null when read.
    private static NullabilityState State(NullabilityInfo? nullability) => nullability is null
        ? NullabilityState.Unknown
        : nullability.ReadState == NullabilityState.Unknown ? nullability.WriteState : nullability.ReadState;

    private static IEnumerable<string> Arguments(Type type, NullabilityInfo? nullability) => type.GetGenericArguments()
        .Select((argument, i) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i)));

    private static string Bare(Type type) =>
        $"{(type is { IsNested: true, IsGenericParameter: false } ? $"{Bare(type.DeclaringType!)}." : "")}{type.Name.Split('`')[0]}";
}
