using System.CommandLine;

namespace ClientMgmt.Cli.Commands;

/// <summary>A command, with what its help says beyond the list of its options.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does.</param>
/// <param name="fill">Adds options and notes that take time to make, where they are wanted; null if none do.</param>
internal sealed class ToolCommand(string name, string description, Action<ToolCommand>? fill = null) : Command(name, description)
{
    /// <summary>Paragraphs that follow the options, each with its title.</summary>
    public IReadOnlyList<(string Title, string Text)> Notes { get; set; } = [];

    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Whether its result is, or may be, a plan, which can be written as Markdown.</summary>
    public bool IsPlan { get; init; }

    /// <summary>Whether somebody may put a secret on its command line, so that nothing of that is repeated.</summary>
    public bool IsAboutSecrets { get; init; }

    /// <summary>
    /// Makes this command whole, and those below it that a command line may mean: of any other, only the name, the arguments and the
    /// description are ever seen.
    /// </summary>
    /// <param name="words">The words of the command line; null for all commands.</param>
    public void Fill(IReadOnlyCollection<string>? words)
    {
        fill?.Invoke(this);
        foreach (ToolCommand command in Subcommands.OfType<ToolCommand>())
        {
            // A shell that completes a line gives it as one word.
            if (words is null || words.Any(word => word.Contains(command.Name, StringComparison.Ordinal)))
            {
                command.Fill(words);
            }
        }
    }
}
