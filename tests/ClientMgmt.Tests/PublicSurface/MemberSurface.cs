using System.Reflection;
using System.Runtime.CompilerServices;

namespace ClientMgmt.Tests.PublicSurface;

/// <summary>One line for each member that a program can use.</summary>
internal static class MemberSurface
{
    // What the compiler writes for every record, beside its properties and constructors.
    private static readonly string[] s_ofRecords = ["<Clone>$", "PrintMembers", "EqualityContract", "op_Equality", "op_Inequality"];

    public static bool IsOfRecord(MemberInfo member) => s_ofRecords.Contains(member.Name)
        || (member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null && member is MethodBase);

    public static string? Line(MemberInfo member) => member switch
    {
        FieldInfo field when IsUsable(field) => Of(field),
        ConstructorInfo constructor when IsUsable(constructor) && !constructor.IsStatic =>
            $"{Attributes.Of(constructor)}{Access(constructor)}{TypeNames.Of(constructor.DeclaringType!).Split('<')[0]}{Parameters(constructor)}",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsUsable) => Of(property),
        EventInfo @event when IsUsable(@event.AddMethod!) =>
            $"{Modifiers(@event.AddMethod!)}event {TypeNames.Of(@event.EventHandlerType!)} {@event.Name}",
        MethodInfo method when IsUsable(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            Of(method),
        _ => null,
    };

    private static string Of(FieldInfo field) => $"{Attributes.Of(field)}{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}"
        + $"{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Of(field)} {field.Name}"
        + (field.IsLiteral ? $" = {Literal.Of(field.GetRawConstantValue(), field.FieldType)}" : "");

    private static string Of(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(nonPublic: true).Where(IsUsable)];
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Of))}]";
        return $"{Attributes.Of(property)}{Modifiers(accessors[0])}{required}{TypeNames.Of(property)} {name} "
            + $"{{ {string.Join(' ', accessors.Select(Accessor).Order(StringComparer.Ordinal))} }}";
    }

    private static string Accessor(MethodInfo accessor) => accessor.ReturnType != typeof(void)
        ? "get;"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;";

    private static string Of(MethodInfo method)
    {
        Type[] generic = method.GetGenericArguments();
        return $"{Attributes.Of(method)}{Modifiers(method)}{TypeNames.Of(method.ReturnParameter)} {method.Name}"
            + (generic.Length == 0 ? "" : $"<{string.Join(", ", generic.Select(TypeNames.Of))}>")
            + Parameters(method) + Constraints.Of(generic);
    }

    private static string Parameters(MethodBase method)
    {
        string first = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"({first}{string.Join(", ", method.GetParameters().Select(Of))})";
    }

    private static string Of(ParameterInfo parameter)
    {
        string passed = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? parameter.IsIn ? "in " : "ref " : "";
        string many = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        string value = parameter.HasDefaultValue ? $" = {Literal.Of(parameter.DefaultValue, parameter.ParameterType)}" : "";
        return $"{Attributes.Of(parameter)}{many}{passed}{TypeNames.Of(parameter)} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodInfo method) => Access(method) + method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    // Protected members of a sealed type are nobody's.
    private static bool IsUsable(MethodBase method) =>
        method.IsPublic || (method is { IsFamily: true } or { IsFamilyOrAssembly: true } && !method.DeclaringType!.IsSealed);

    private static bool IsUsable(FieldInfo field) => (field.IsPublic || (field.IsFamily && !field.DeclaringType!.IsSealed)) && !field.IsSpecialName;
}
