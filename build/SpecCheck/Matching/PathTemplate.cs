using System.Text.RegularExpressions;

namespace SpecCheck.Matching;

/// <summary>Finds in one path the parameters of another.</summary>
internal static partial class PathTemplate
{
    private const int SameWord = 4;
    private const int SameName = 4;
    private const int OtherName = 2;
    private const int RightBehind = 1;

    /// <summary>Our name for each parameter of the vendor's path that has a place in ours.</summary>
    public static IReadOnlyDictionary<string, string> Match(string ours, string theirs)
    {
        string[] our = Parts(ours);
        string[] their = Parts(theirs);
        return Pairs(our, their).Where(p => IsParameter(our[p.Our]))
            .DistinctBy(p => their[p.Their]).ToDictionary(p => Name(their[p.Their]), p => Name(our[p.Our]), StringComparer.Ordinal);
    }

    public static bool Has(string path, string parameter) => path.Contains($"{{{parameter}}}", StringComparison.Ordinal);

    /// <summary>The path with other names for some of its parameters.</summary>
    public static string Rename(string path, IReadOnlyDictionary<string, string> names) =>
        Part().Replace(path, m => IsParameter(m.Value) && names.TryGetValue(Name(m.Value), out string? name) ? $"{{{name}}}" : m.Value);

    // The pairs that speak best for each other, in the order of both paths. The longest common part would do, if a new parameter could
    // not stand right beside an old one: then the name decides, or else what stands right behind the same word.
    private static IEnumerable<(int Our, int Their)> Pairs(string[] our, string[] their)
    {
        var best = new (int Score, int Our, int Their)[our.Length + 1, their.Length + 1, 2];
        for (int i = our.Length - 1; i >= 0; i--)
        {
            for (int j = their.Length - 1; j >= 0; j--)
            {
                (int Score, int Our, int Their) skipped = best[i + 1, j, 0].Score > best[i, j + 1, 0].Score ? best[i + 1, j, 0] : best[i, j + 1, 0];
                int likeness = Likeness(our[i], their[j]);
                for (int isBehind = 0; isBehind <= 1; isBehind++)
                {
                    int score = likeness + (isBehind * RightBehind) + best[i + 1, j + 1, 1].Score;
                    best[i, j, isBehind] = likeness > 0 && score > skipped.Score ? (score, i, j) : skipped;
                }
            }
        }

        (int Score, int Our, int Their) next = best[0, 0, 0];
        while (next.Score > 0)
        {
            yield return (next.Our, next.Their);
            next = best[next.Our + 1, next.Their + 1, 1];
        }
    }

    private static int Likeness(string our, string their) => (IsParameter(our), IsParameter(their)) switch
    {
        (false, false) => our == their ? SameWord : 0,
        (true, true) => our == their ? SameName : OtherName,
        _ => 0,
    };

    private static string[] Parts(string path) => [.. Part().Matches(path).Select(m => m.Value)];

    private static bool IsParameter(string part) => part[0] == '{';

    private static string Name(string parameter) => parameter[1..^1];

    [GeneratedRegex(@"\{[^{}/]*\}|[^/{}]+")]
    private static partial Regex Part();
}
