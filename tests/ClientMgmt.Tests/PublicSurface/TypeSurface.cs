using System.Reflection;

namespace ClientMgmt.Tests.PublicSurface;

/// <summary>The first line of a type: what it is, what it derives from and what it implements.</summary>
internal static class TypeSurface
{
    public static string Head(Type type) =>
        $"{Attributes.Of(type)}{Modifiers(type)}{Kind(type)} {type.Namespace}.{TypeNames.Of(type)}{Bases(type)}{Constraints.Of(type.GetGenericArguments())}";

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static string Modifiers(Type type) => type switch
    {
        { IsClass: true, IsAbstract: true, IsSealed: true } => "static ",
        { IsClass: true, IsAbstract: true } => "abstract ",
        { IsClass: true, IsSealed: true } when !type.IsSubclassOf(typeof(Delegate)) => "sealed ",
        { IsValueType: true, IsEnum: false } when type.GetCustomAttributesData().Any(a => a.AttributeType.Name == "IsReadOnlyAttribute") =>
            "readonly ",
        _ => "",
    };

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => IsRecord(type) ? "record struct" : "struct",
        _ when type.IsSubclassOf(typeof(Delegate)) => $"delegate {TypeNames.Of(type.GetMethod("Invoke")!.ReturnType)}",
        _ => IsRecord(type) ? "record" : "class",
    };

    private static string Bases(Type type)
    {
        if (type.IsEnum)
            return $" : {TypeNames.Of(Enum.GetUnderlyingType(type))}";

        IEnumerable<Type> interfaces = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(i => i.IsVisible && !type.GetInterfaces().Any(other => other != i && other.GetInterfaces().Contains(i)))
            .Where(i => !IsRecord(type) || i != typeof(IEquatable<>).MakeGenericType(type));
        string[] bases =
        [
            .. new[] { type.BaseType }.OfType<Type>().Where(b => b != typeof(object) && b != typeof(ValueType)).Select(TypeNames.Of),
            .. interfaces.Select(TypeNames.Of).Order(StringComparer.Ordinal),
        ];
        return bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}";
    }
}
