using System.Reflection;

namespace ClientMgmt.Tests.PublicSurface;

/// <summary>What the type parameters of a type or method must be.</summary>
internal static class Constraints
{
    public static string Of(Type[] arguments) =>
        string.Concat(arguments.Where(a => a.IsGenericParameter).Select(a => (a, Parts(a).ToArray()))
            .Where(p => p.Item2.Length > 0).Select(p => $" where {p.a.Name} : {string.Join(", ", p.Item2)}"));

    private static IEnumerable<string> Parts(Type argument)
    {
        GenericParameterAttributes flags = argument.GenericParameterAttributes;
        if (flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            yield return "struct";
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";

        foreach (Type type in argument.GetGenericParameterConstraints().Where(t => t != typeof(ValueType)))
        {
            yield return TypeNames.Of(type);
        }

        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)
            && !flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            yield return "new()";
    }
}
