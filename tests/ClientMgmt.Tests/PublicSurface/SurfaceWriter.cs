using System.Reflection;

namespace ClientMgmt.Tests.PublicSurface;

/// <summary>
/// Writes what a program can use of an assembly, in lines like those of C#: types by name, their members by name below them.
/// What the compiler adds to a record is left out; that it is a record says it.
/// </summary>
internal static class SurfaceWriter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Write(Assembly assembly) => assembly.GetExportedTypes()
        .OrderBy(t => t.FullName, StringComparer.Ordinal)
        .SelectMany(type => Members(type).Select(line => $"    {line}").Prepend(TypeSurface.Head(type)).Append(""));

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}");

        bool record = TypeSurface.IsRecord(type);
        return type.IsSubclassOf(typeof(Delegate)) ? [] : type.GetMembers(Declared)
            .Where(member => !(record && MemberSurface.IsOfRecord(member)))
            .Select(member => (member.Name, Line: MemberSurface.Line(member))).Where(m => m.Line is not null)
            .OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Line, StringComparer.Ordinal).Select(m => m.Line!);
    }
}
