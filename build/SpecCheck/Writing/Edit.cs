namespace SpecCheck.Writing;

/// <summary>A change of a text: at a place, so many characters give way to others.</summary>
internal sealed record Edit(int Start, int Length, string Text)
{
    /// <summary>Makes all changes; those at one place follow one another.</summary>
    public static string Apply(string text, IEnumerable<Edit> edits)
    {
        // Backwards, so that places stay true.
        foreach (Edit edit in edits.OrderBy(e => e.Start).Reverse())
        {
            text = text.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Text);
        }

        return text;
    }
}
