using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutations.Writing;

/// <summary>What an expression is replaced with, beside making a condition always true or false.</summary>
internal static class Alternatives
{
    private static readonly Dictionary<string, string> s_operators = new()
    {
        ["<"] = "<=", ["<="] = "<", [">"] = ">=", [">="] = ">", ["+"] = "-", ["-"] = "+", ["*"] = "/", ["/"] = "*", ["%"] = "*",
    };

    private static readonly Dictionary<string, string> s_members = new()
    {
        ["First"] = "Last", ["FirstOrDefault"] = "LastOrDefault", ["Last"] = "First", ["Min"] = "Max", ["Max"] = "Min",
        ["StartsWith"] = "EndsWith", ["EndsWith"] = "StartsWith", ["Ordinal"] = "OrdinalIgnoreCase", ["OrdinalIgnoreCase"] = "Ordinal",
        ["IndexOf"] = "LastIndexOf", ["LastIndexOf"] = "IndexOf", ["Any"] = "All", ["All"] = "Any",
    };

    // Calls that give what they are called on, if they are left out.
    private static readonly HashSet<string> s_filters =
    [
        "Append", "Concat", "DefaultIfEmpty", "Distinct", "Except", "Intersect", "Order", "OrderBy", "OrderByDescending", "Prepend",
        "Replace", "Reverse", "Skip", "SkipWhile", "Take", "TakeWhile", "ToLowerInvariant", "ToUpperInvariant", "Trim", "TrimEnd",
        "TrimStart", "Union", "Where",
    ];

    public static IEnumerable<string> Of(ExpressionSyntax node) =>
        IsInitialValue(node) && node is not (LiteralExpressionSyntax or CollectionExpressionSyntax) ? OfKind(node).Append("default!") : OfKind(node);

    /// <summary>Whether a property of a new object is set to it.</summary>
    public static bool IsInitialValue(ExpressionSyntax node) =>
        node.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Right == node;

    private static IEnumerable<string> OfKind(ExpressionSyntax node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } both => Coalesced(both),
        BinaryExpressionSyntax both when s_operators.TryGetValue(both.OperatorToken.Text, out string? other) && !IsText(both) =>
            [$"{both.Left} {other} {both.Right}"],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => [minus.Operand.ToString()],
        LiteralExpressionSyntax literal => OfLiteral(literal),
        InterpolatedStringExpressionSyntax text when !IsForPeople(text.ToString()) => ["\"\""],
        CollectionExpressionSyntax { Elements.Count: > 0 } => ["[]"],
        WithExpressionSyntax with => [with.Expression.ToString()],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => OfCall(member, call),
        MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } member when s_members.TryGetValue(member.Name.Identifier.Text, out string? other)
            && member.Expression.ToString() is "StringComparison" or "StringComparer" => [$"{member.Expression}.{s_members[member.Name.Identifier.Text]}"],
        IsPatternExpressionSyntax match => Patterns.Narrower(match.Pattern).Select(p => $"{match.Expression} is {p}"),
        _ => [],
    };

    public static bool IsForPeople(string text) => text.Contains(' ', StringComparison.Ordinal);

    private static IEnumerable<string> Coalesced(BinaryExpressionSyntax both)
    {
        if (both.Right is not ThrowExpressionSyntax)
        {
            yield return both.Right.ToString();
        }

        yield return both.Left is NameSyntax or MemberAccessExpressionSyntax ? $"{both.Left}!" : $"({both.Left})!";
    }

    private static IEnumerable<string> OfLiteral(LiteralExpressionSyntax literal) => (SyntaxKind)literal.RawKind switch
    {
        SyntaxKind.TrueLiteralExpression => ["false"],
        SyntaxKind.FalseLiteralExpression => ["true"],
        SyntaxKind.NumericLiteralExpression when literal.Token.Value is int or long => [literal.Token.ValueText + " + 1"],
        SyntaxKind.CharacterLiteralExpression => ["'\\uFFFE'"],
        SyntaxKind.StringLiteralExpression when literal.Token.ValueText.Length == 0 => ["\"~\""],
        SyntaxKind.StringLiteralExpression when !IsForPeople(literal.Token.ValueText) => ["\"\""],
        _ => [],
    };

    private static IEnumerable<string> OfCall(MemberAccessExpressionSyntax member, InvocationExpressionSyntax call)
    {
        string name = member.Name.Identifier.Text;
        if (s_filters.Contains(name))
        {
            yield return member.Expression.ToString();
        }

        if (s_members.TryGetValue(name, out string? other) && (name is not ("Any" or "All") || call.ArgumentList.Arguments.Count == 1))
        {
            yield return $"{member.Expression}.{other}{call.ArgumentList}";
        }
    }

    private static bool IsText(BinaryExpressionSyntax both) => both.OperatorToken.Text == "+"
        && both.DescendantNodes().Any(n => n is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression });
}
