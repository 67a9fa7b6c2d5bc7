using SpecCheck.Facts;

namespace SpecCheck.Comparing;

/// <summary>Guesses the new name of something that is gone.</summary>
internal static class Rename
{
    public static string? Find(Fact gone, FactList ours, FactList theirs)
    {
        if (gone.Name is not (FactName.Property or FactName.Parameter or FactName.Value))
        {
            return null;
        }

        string name = gone.Value ?? gone.Subject.Member;
        string? best = theirs.All
            .Where(f => f.Name == gone.Name && f.Subject.Parent == gone.Subject.Parent && ours.Find(f.Key) is null)
            .Where(f => gone.Name != FactName.Value || f.Subject.Key == gone.Subject.Key)
            .Where(f => Type(f, theirs) == Type(gone, ours))
            .Select(f => f.Value ?? f.Subject.Member)
            .Select(other => (Name: other, Distance: Distance(Plain(name), Plain(other))))
            .Where(f => f.Distance * 3 <= name.Length)
            .OrderBy(f => f.Distance).Select(f => f.Name).FirstOrDefault();
        return best is null ? null : $"perhaps now called {best}";
    }

    private static string? Type(Fact fact, FactList facts) => facts.Find($"{fact.Subject.Key} {FactName.Type}")?.Value;

    // Neither case nor separators make another name.
    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0]++;
            for (int j = 1; j <= b.Length; j++)
            {
                int next = a[i - 1] == b[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(row[j], row[j - 1]));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[^1];
    }
}
