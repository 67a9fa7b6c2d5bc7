using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mutations.Writing;

/// <summary>Patterns in which one part is missing or one bound is moved.</summary>
internal static class Patterns
{
    public static bool DeclaresNames(SyntaxNode node) => node.DescendantNodesAndSelf().Any(n => n is SingleVariableDesignationSyntax);

    public static IEnumerable<string> Narrower(PatternSyntax pattern) => DeclaresNames(pattern) ? [] : Changed(pattern);

    private static IEnumerable<string> Changed(PatternSyntax pattern)
    {
        foreach (SyntaxNode part in pattern.DescendantNodesAndSelf())
        {
            switch (part)
            {
                case BinaryPatternSyntax both:
                    yield return Without(pattern, both, both.Left);
                    yield return Without(pattern, both, both.Right);
                    break;
                case RelationalPatternSyntax bound:
                    string moved = bound.OperatorToken.Text.Length == 1 ? bound.OperatorToken.Text + "=" : bound.OperatorToken.Text[..1];
                    yield return Without(pattern, bound, $"{moved} {bound.Expression}");
                    break;
                case PropertyPatternClauseSyntax { Subpatterns.Count: > 1 } clause:
                    foreach (SubpatternSyntax sub in clause.Subpatterns)
                    {
                        yield return Without(pattern, clause, "{ " + string.Join(", ", clause.Subpatterns.Where(s => s != sub)) + " }");
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static string Without(PatternSyntax whole, SyntaxNode part, object replacement)
    {
        int start = part.SpanStart - whole.SpanStart;
        return whole.ToString()[..start] + replacement + whole.ToString()[(start + part.Span.Length)..];
    }
}
