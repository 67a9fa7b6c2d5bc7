using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;

namespace ClientMgmt.Tests.Conventions.Architecture;

/// <summary>Which types of an assembly use which others, of it or of another one. Nested and generated types count to the outer one.</summary>
internal static class Dependencies
{
    /// <param name="assembly">The assembly.</param>
    /// <param name="ofNamespace">Only the types of this namespace and of those below it; null for all.</param>
    /// <param name="other">Which types of this assembly they use instead; null for those of their own.</param>
    public static IReadOnlyCollection<(string From, string To)> Read(
        System.Reflection.Assembly assembly, string? ofNamespace = null, System.Reflection.Assembly? other = null)
    {
        var loader = new ArchLoader();
        loader = ofNamespace is null ? loader.LoadAssembly(assembly) : loader.LoadNamespacesWithinAssembly(assembly, ofNamespace);
        IType[] types = [.. loader.Build().Types];
        HashSet<string> targets = [.. (other?.GetTypes().Select(t => t.FullName!) ?? types.Select(t => t.FullName)).Select(Outer)];
        return
        [
            .. types.SelectMany(type => type.Dependencies.SelectMany(Used).Select(used => (From: Outer(type.FullName), To: Outer(used.FullName))))
                .Where(d => d.From != d.To && targets.Contains(d.To)).Distinct(),
        ];
    }

    // ArchUnitNET tells which member is called, but does not count what is given to it and comes back: for the constants of
    // an enumeration, that is the only trace of their type.
    private static IEnumerable<IType> Used(ITypeDependency dependency)
    {
        IEnumerable<ITypeInstance<IType>> signature = dependency is MethodCallDependency { TargetMember: MethodMember method }
            ? method.ParameterInstances.Append(method.ReturnTypeInstance)
            : [];
        return signature.SelectMany(All).Append(dependency.Target).Where(t => t is not null);
    }

    private static IEnumerable<IType> All(ITypeInstance<IType> type) =>
        type.GenericArguments.SelectMany(All).Append(type.Type);

    private static string Outer(string fullName) => fullName.Split('+', '/', '`', '<')[0];
}
