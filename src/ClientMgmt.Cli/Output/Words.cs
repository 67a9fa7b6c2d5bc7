namespace ClientMgmt.Cli.Output;

/// <summary>Breaks text between words.</summary>
internal static class Words
{
    /// <summary>The lines of a text. A word that is longer than a line stands on one of its own.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">How long a line may be.</param>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
