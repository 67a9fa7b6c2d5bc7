namespace ClientMgmt.Manifests;

/// <summary>What somebody probably meant to write.</summary>
internal static class Spelling
{
    private const int Least = 2;

    /// <summary>The nearest of some words, or null if none is near: of a long word, a fourth part may be wrong.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => Nearest(word, known, Math.Max(Least, word.Length / 4));

    /// <summary>The same, if no more than two letters are wrong, however long the word is.</summary>
    public static string? Closest(string word, IEnumerable<string> known) => Nearest(word, known, Least);

    private static string? Nearest(string word, IEnumerable<string> known, int most)
    {
        string? nearest = known.MinBy(k => Distance(word, k));
        return nearest is not null && Distance(word, nearest) <= most ? nearest : null;
    }

    // Levenshtein's distance, with case and the kind of separator not counted.
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8)
        {
            return int.MaxValue;
        }

        (left, right) = (Plain(left), Plain(right));
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(row[j], row[j - 1]));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[right.Length];
    }

    private static string Plain(string key) =>
        key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
