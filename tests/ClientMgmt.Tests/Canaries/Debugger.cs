using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace ClientMgmt.Tests.Canaries;

/// <summary>What a debugger shows of a value: its text, and all fields and properties that are not hidden from it.</summary>
internal static class Debugger
{
    private const int Deepest = 6;

    private const BindingFlags Members =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    public static string Show(object? value)
    {
        var text = new StringBuilder();
        Show(value, 0, text);
        return text.ToString();
    }

    private static void Show(object? value, int depth, StringBuilder text)
    {
        if (value is null || depth > Deepest)
        {
            return;
        }

        // What JsonElement gives the debugger to display is its text.
        text.AppendLine(value is JsonElement json ? json.ToString()
            : value.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value ?? value.ToString());
        if (value is IEnumerable items and not string)
        {
            foreach (object? item in items)
            {
                Show(item, depth + 1, text);
            }
        }
        else if (value.GetType().Assembly == typeof(Secret).Assembly
            || (value.GetType() is { IsGenericType: true, Namespace: "System.Collections.Generic" }))
        {
            foreach (object? member in Fields(value).Concat(Properties(value)))
            {
                Show(member, depth + 1, text);
            }
        }
    }

    private static IEnumerable<object?> Fields(object value) =>
        value.GetType().GetFields(Members).Where(IsShown).Select(f => f.GetValue(value));

    private static IEnumerable<object?> Properties(object value) => value.GetType().GetProperties(Members)
        .Where(p => IsShown(p) && p.CanRead && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRef)
        .Select(p => p.GetValue(value));

    private static bool IsShown(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never;
}
