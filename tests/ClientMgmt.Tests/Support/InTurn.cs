namespace ClientMgmt.Tests.Support;

/// <summary>Pairs of two lists that do not depend on one another, where all pairs would say the same many times.</summary>
internal static class InTurn
{
    /// <summary>Gives each row some of the values in turn, so that all rows are met, and all values many times.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="values">The values.</param>
    /// <param name="each">How many of the values each row gets.</param>
    public static IEnumerable<(TRow Row, TValue Value)> Of<TRow, TValue>(IEnumerable<TRow> rows, IReadOnlyList<TValue> values, int each = 1) =>
        rows.SelectMany((row, i) => Enumerable.Range(i * each, each).Select(k => (row, values[k % values.Count])));
}
