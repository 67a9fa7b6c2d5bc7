using System.Text.RegularExpressions;

namespace ClientMgmt.Manifests;

/// <summary>Variables in a text, as in <c>https://${HOST}/cb</c>; <c>$${</c> stands for <c>${</c>.</summary>
internal static partial class VariableText
{
    private const string Start = "${";
    private const string Escaped = "$${";

    public static bool IsName(string name) => Name().IsMatch(name);

    public static bool IsSpecial(string text) => text.Contains(Start, StringComparison.Ordinal);

    /// <summary>The text to write where one is meant as it is.</summary>
    public static string Escape(string text) => text.Replace(Start, Escaped, StringComparison.Ordinal);

    /// <summary>The text with the values of its variables, each put in once; null if that is not possible.</summary>
    public static string? Expand(string text, IReadOnlyDictionary<string, string> variables, out string problem)
    {
        string found = "";
        string expanded = !IsSpecial(text) ? text : Special().Replace(text, match =>
        {
            string? name = match.Groups["name"] is { Success: true } group ? group.Value : null;
            string? value = match.Value == Escaped ? Start : name is null ? null : variables.GetValueOrDefault(name);
            if (value is null && found.Length == 0)
            {
                found = name is null
                    ? "A variable is written as in ${HOST}, with letters, digits and _; where a text holds ${ itself, write $${."
                    : $"There is no variable '{name}'. Where the text itself is meant, write $${{{name}}}.";
            }

            return value ?? "";
        });
        problem = found;
        return found.Length == 0 ? expanded : null;
    }

    [GeneratedRegex(@"\$\$\{|\$\{((?<name>[A-Za-z_][A-Za-z0-9_]*)\})?")]
    private static partial Regex Special();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Name();
}
