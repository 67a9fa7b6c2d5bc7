using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutations.Writing;

/// <summary>Code without mutants: what the compiler must know, what people read, and checks of arguments.</summary>
internal static class Exempt
{
    /// <summary>Whether nothing in it is changed.</summary>
    public static bool IsOne(SyntaxNode node) => node switch
    {
        AttributeListSyntax or ParameterSyntax or PatternSyntax or TypeSyntax and not NameSyntax or ConstructorInitializerSyntax
            or EnumMemberDeclarationSyntax or UsingDirectiveSyntax or BaseListSyntax or CaseSwitchLabelSyntax => true,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        ThrowExpressionSyntax => true,
        ObjectCreationExpressionSyntax made => made.Type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        InvocationExpressionSyntax call => call.Expression.ToString() is var name
            && (name == "nameof" || name.StartsWith("Log.", StringComparison.Ordinal) || IsCheck(name)),
        ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } =>
            called.Name.Identifier.Text == "ConfigureAwait",
        _ => false,
    };

    /// <summary>Whether it is written like a value, and is none that could be replaced.</summary>
    public static bool IsNoValue(ExpressionSyntax node) =>
        (node is TypeSyntax && !(node is IdentifierNameSyntax && (Conditions.IsOne(node) || Alternatives.IsInitialValue(node))))
        || node is LambdaExpressionSyntax or ParenthesizedExpressionSyntax or AssignmentExpressionSyntax or InitializerExpressionSyntax
            or TupleExpressionSyntax or DeclarationExpressionSyntax or RefExpressionSyntax or MemberBindingExpressionSyntax
            or ElementBindingExpressionSyntax or PostfixUnaryExpressionSyntax
        || node.Parent is ExpressionStatementSyntax
        || (node.Parent is ForStatementSyntax loop && loop.Incrementors.Contains(node))
        || (node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node)
        || (node.Parent is ArgumentSyntax argument && !argument.RefKindKeyword.IsKind(SyntaxKind.None))
        || (node.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node)
        || (node.Parent is AwaitExpressionSyntax { Parent: ExpressionStatementSyntax });

    /// <summary>Whether a statement stays.</summary>
    public static bool IsNeeded(StatementSyntax node) => node switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } when IsOne(call) => true,
        YieldStatementSyntax { Expression: null } => true,
        _ => IsWholeBranch(node) || Patterns.DeclaresNames(node),
    };

    // Leaving it out is the same as if the condition were never true.
    private static bool IsWholeBranch(StatementSyntax node) => node.Parent switch
    {
        IfStatementSyntax { Else: null } => true,
        BlockSyntax { Statements.Count: 1, Parent: IfStatementSyntax { Else: null } branch } block => branch.Statement == block,
        _ => false,
    };

    private static bool IsCheck(string method) =>
        method.StartsWith("Argument", StringComparison.Ordinal) && method.Contains(".ThrowIf", StringComparison.Ordinal);
}
