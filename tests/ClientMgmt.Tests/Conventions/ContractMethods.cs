using System.Reflection;

namespace ClientMgmt.Tests.Conventions;

/// <summary>What the contract consists of: its own methods, and those of the interfaces that its properties lead to.</summary>
internal static class ContractMethods
{
    public static IEnumerable<MethodInfo> All => Facets.Prepend(typeof(IClientManagement))
        .SelectMany(t => t.GetMethods()).Where(m => !m.IsSpecialName);

    private static IEnumerable<Type> Facets =>
        typeof(IClientManagement).GetProperties().Select(p => p.PropertyType).Where(t => t.IsInterface);

    /// <summary>How a user writes a call of an operation, for example <c>Grants.RevokeAuthorizationAsync</c>.</summary>
    public static string PathOf(ClientOperation operation)
    {
        MethodInfo method = All.Single(m => m.Name == $"{operation}Async");
        PropertyInfo? facet = typeof(IClientManagement).GetProperties().SingleOrDefault(p => p.PropertyType == method.DeclaringType);
        return facet is null ? method.Name : $"{facet.Name}.{method.Name}";
    }
}
