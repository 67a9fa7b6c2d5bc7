using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutations.Writing;

/// <summary>Writes all mutants of a file into it, each behind its switch.</summary>
/// <param name="file">The path of the file, below the root.</param>
/// <param name="mutants">Takes the mutants; the number of one is its place, counted from 1.</param>
/// <param name="broken">Numbers of those that do not compile, and are left out.</param>
internal sealed class Mutator(string file, List<Mutant> mutants, IReadOnlySet<int> broken) : CSharpSyntaxRewriter
{
    private static readonly SyntaxToken s_when =
        SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.WhenKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));

    public override SyntaxNode? Visit(SyntaxNode? node) => node switch
    {
        null => null,
        _ when Exempt.IsOne(node) => node,
        ExpressionSyntax expression when !Exempt.IsNoValue(expression) => Switched(expression),
        ExpressionStatementSyntax or ReturnStatementSyntax { Expression: null } or ContinueStatementSyntax or YieldStatementSyntax
            or ThrowStatementSyntax => Removable((StatementSyntax)node),
        SwitchExpressionArmSyntax arm => Skippable(arm),
        CatchClauseSyntax clause => Skippable(clause),
        _ => base.Visit(node),
    };

    private ExpressionSyntax Switched(ExpressionSyntax node)
    {
        // The numbers are given before those inside, so that they do not depend on what is left out.
        string[] others = [.. Alternatives.Of(node)];
        int[] ids = [.. others.Select(other => Add(node, other))];
        bool isCondition = Conditions.IsOne(node);
        int no = isCondition && Conditions.MayBeFalse(node) ? Add(node, "false") : 0;
        int yes = isCondition && Conditions.MayBeTrue(node) ? Add(node, "true") : 0;

        var inner = (ExpressionSyntax)base.Visit(node)!;
        string text = inner.ToString();
        for (int i = others.Length - 1; i >= 0; i--)
        {
            text = broken.Contains(ids[i]) ? text : $"(M.Is({ids[i]}) ? {others[i]} : {text})";
        }

        text = no == 0 || broken.Contains(no) ? text : $"(({text}) && M.Off({no}))";
        text = yes == 0 || broken.Contains(yes) ? text : $"(({text}) || M.Is({yes}))";
        return text == inner.ToString() ? inner : SyntaxFactory.ParseExpression(text).WithTriviaFrom(node);
    }

    private SyntaxNode Removable(StatementSyntax node)
    {
        int id = Exempt.IsNeeded(node) ? 0 : Add(node, "");
        var inner = (StatementSyntax)base.Visit(node)!;
        return id == 0 || broken.Contains(id) ? inner
            : SyntaxFactory.ParseStatement($"if (M.Off({id})) {{ {inner} }}").WithTriviaFrom(node);
    }

    private SyntaxNode Skippable(SwitchExpressionArmSyntax node)
    {
        if (node is { Pattern: DiscardPatternSyntax or VarPatternSyntax, WhenClause: null })
        {
            return base.Visit(node)!;
        }

        int id = Add(node, "");
        var inner = (SwitchExpressionArmSyntax)base.Visit(node)!;
        return broken.Contains(id) ? inner : inner.WithWhenClause(Also(inner.WhenClause?.Condition, id));
    }

    private SyntaxNode Skippable(CatchClauseSyntax node)
    {
        int id = Add(node, "");
        var inner = (CatchClauseSyntax)base.Visit(node)!;
        string condition = inner.Filter is { } filter ? $"({filter.FilterExpression}) && M.Off({id})" : $"M.Off({id})";
        return broken.Contains(id) ? inner : inner.WithFilter(SyntaxFactory.CatchFilterClause(SyntaxFactory.ParseExpression(condition))
            .WithWhenKeyword(s_when));
    }

    private static WhenClauseSyntax Also(ExpressionSyntax? condition, int id) => SyntaxFactory.WhenClause(
        s_when,
        SyntaxFactory.ParseExpression(condition is null ? $"M.Off({id}) " : $"({condition}) && M.Off({id}) "));

    private int Add(SyntaxNode node, string mutated)
    {
        int line = node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
        mutants.Add(new Mutant(mutants.Count + 1, file, line, OneLine(node.ToString()), OneLine(mutated)));
        return mutants.Count;
    }

    private static string OneLine(string code) => string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
