using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutations.Writing;

/// <summary>Where a truth value is needed, and what may be said instead of it.</summary>
internal static class Conditions
{
    private static readonly HashSet<string> s_takePredicates =
    [
        "All", "Any", "Count", "Exists", "First", "FirstOrDefault", "Last", "LastOrDefault", "RemoveAll", "Single", "SingleOrDefault", "SkipWhile",
        "TakeWhile", "Where",
    ];

    public static bool IsOne(ExpressionSyntax node) => node is not (LiteralExpressionSyntax or ParenthesizedExpressionSyntax or AssignmentExpressionSyntax)
        && (IsTruthValue(node) || IsAskedFor(node));

    /// <summary>Whether it is worth a mutant that it is always true: another part does not say the same, and no loop is without end.</summary>
    public static bool MayBeTrue(ExpressionSyntax node) => Place(node) is var place
        && place.Parent is not (WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax)
        && !(place.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression })
        && !Names(node).Any(IsAssignedWhenTrue);

    public static bool MayBeFalse(ExpressionSyntax node) =>
        !(Place(node).Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression })
        && Names(node).All(IsAssignedWhenTrue);

    private static bool IsTruthValue(ExpressionSyntax node) => node is IsPatternExpressionSyntax
        || (node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression })
        || (node is BinaryExpressionSyntax both && both.OperatorToken.Text is "==" or "!=" or "<" or "<=" or ">" or ">=" or "&&" or "||" or "is");

    private static bool IsAskedFor(ExpressionSyntax node) => Place(node) is var place && place.Parent switch
    {
        IfStatementSyntax branch => branch.Condition == place,
        ConditionalExpressionSyntax choice => choice.Condition == place,
        CatchFilterClauseSyntax or WhenClauseSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } => true,
        LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } } =>
            s_takePredicates.Contains(called.Name.Identifier.Text),
        _ => false,
    };

    // Beyond parentheses.
    private static ExpressionSyntax Place(ExpressionSyntax node) =>
        node.Parent is ParenthesizedExpressionSyntax parent ? Place(parent) : node;

    private static IEnumerable<SyntaxNode> Names(ExpressionSyntax node) => node.DescendantNodes(n => n is not LambdaExpressionSyntax)
        .Where(n => n is SingleVariableDesignationSyntax);

    private static bool IsAssignedWhenTrue(SyntaxNode name) => !name.Ancestors().TakeWhile(a => a is not StatementSyntax).Any(a =>
        a is UnaryPatternSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression }
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression });
}
