namespace ClientMgmt.Cli.Output;

/// <summary>What somebody probably meant: the name that has the most pairs of letters in common with what was written.</summary>
internal static class NearestName
{
    private const double Enough = 0.6;

    public static string? Of(string word, IEnumerable<string> names) =>
        names.Select(name => (Name: name, Likeness: Likeness(Pairs(word), Pairs(name)))).Where(n => n.Likeness >= Enough)
            .OrderByDescending(n => n.Likeness).Select(n => n.Name).FirstOrDefault();

    // Dice's coefficient: 1 if they have the same pairs, 0 if they have none in common.
    private static double Likeness(HashSet<(char, char)> left, HashSet<(char, char)> right) =>
        2.0 * left.Count(right.Contains) / (left.Count + right.Count);

    private static HashSet<(char, char)> Pairs(string word) => [.. $" {word}".ToLowerInvariant().Zip($"{word} ".ToLowerInvariant())];
}
