using System.CommandLine;

namespace ClientMgmt.Cli.Commands;

/// <summary>A command, with what its help says beyond the list of its options.</summary>
internal sealed class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>Paragraphs that follow the options, each with its title.</summary>
    public IReadOnlyList<(string Title, string Text)> Notes { get; init; } = [];

    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Whether its result is, or may be, a plan, which can be written as Markdown.</summary>
    public bool IsPlan { get; init; }

    /// <summary>Whether somebody may put a secret on its command line, so that nothing of that is repeated.</summary>
    public bool IsAboutSecrets { get; init; }
}
