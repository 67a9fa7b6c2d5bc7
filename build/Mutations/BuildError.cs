using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mutations;

/// <summary>An error of the compiler.</summary>
internal sealed partial record BuildError(string File, int Line, int Column, string Code, string Message)
{
    public static BuildError? Parse(string line) => Form().Match(line) is { Success: true } m
        ? new BuildError(m.Groups[1].Value, Number(m.Groups[2]), Number(m.Groups[3]), m.Groups[4].Value, m.Groups[5].Value)
        : null;

    /// <summary>The mutants that it may come from: the innermost at its place, or those in the same member that lead past something.</summary>
    public IEnumerable<int> Culprits(IReadOnlyList<Mutant> mutants)
    {
        SourceText text = SourceText.From(System.IO.File.ReadAllText(File));
        SyntaxNode node = CSharpSyntaxTree.ParseText(text).GetRoot().FindNode(
            new TextSpan(text.Lines[Line - 1].Start + Column - 1, 0), getInnermostNodeForTie: true);
        bool isOfFlow = Code is "CS0126" or "CS0161" or "CS0165" or "CS0170" or "CS0177" or "CS0269";
        if (!isOfFlow)
        {
            foreach (SyntaxNode outer in node.AncestorsAndSelf().TakeWhile(n => n is not MemberDeclarationSyntax))
            {
                SyntaxNode? condition = outer switch
                {
                    ConditionalExpressionSyntax choice => choice.Condition,
                    BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => both.Right,
                    IfStatementSyntax branch => branch.Condition,
                    SwitchExpressionArmSyntax { WhenClause: { } when } => when,
                    _ => null,
                };
                int[] here = condition is null || condition.ToString().Length > 30 && outer is not SwitchExpressionArmSyntax ? [] : [.. Ids(condition)];
                if (here.Length > 0)
                {
                    return here;
                }
            }
        }

        int[] all = [.. Ids(node.AncestorsAndSelf().First(n => n is MemberDeclarationSyntax))];
        int[] likely = [.. all.Where(id => IsLikely(mutants[id - 1]))];
        int[] possible = [.. all.Where(id => mutants[id - 1].Mutated is "" or "true" or "false")];
        return !isOfFlow ? all : likely.Length > 0 ? likely : possible.Length > 0 ? possible : all;
    }

    private bool IsLikely(Mutant mutant) => Code is "CS0161"
        ? mutant.Mutated.Length == 0 && (mutant.Original.StartsWith("throw", StringComparison.Ordinal)
            || mutant.Original.StartsWith("catch", StringComparison.Ordinal))
        : mutant.Mutated is "" or "true" or "false" && mutant.Original.Contains(Variable, StringComparison.Ordinal);

    private string Variable => Message.Split('\'').ElementAtOrDefault(1) ?? "";

    private static IEnumerable<int> Ids(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression.ToString() is "M.Is" or "M.Off")
        .Select(call => int.Parse(call.ArgumentList.Arguments[0].ToString(), CultureInfo.InvariantCulture));

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(\S[^(]*\.cs)\((\d+),(\d+)\): error (CS\d+): (.*?)( \[|$)")]
    private static partial Regex Form();
}
