using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ClientMgmt.Cli.Commands;

/// <summary>The help of System.CommandLine, and below it the notes and examples of the command.</summary>
internal sealed class ToolHelp : SynchronousCommandLineAction
{
    private const int Width = 100;

    private readonly HelpAction _help = new() { MaxWidth = Width };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = _help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ToolCommand command)
        {
            foreach ((string title, string text) in command.Notes)
            {
                Write(output, title, text.Split('\n').SelectMany(Wrap));
            }

            Write(output, "Examples", command.Examples);
        }

        return exitCode;
    }

    private static void Write(TextWriter output, string title, IEnumerable<string> lines)
    {
        bool isFirst = true;
        foreach (string line in lines)
        {
            if (isFirst)
            {
                output.WriteLine($"{title}:");
                isFirst = false;
            }

            output.WriteLine($"  {line}");
        }

        if (!isFirst)
        {
            output.WriteLine();
        }
    }

    // What begins with a space keeps its form.
    private static IEnumerable<string> Wrap(string paragraph)
    {
        if (paragraph.StartsWith(' '))
        {
            yield return paragraph;
            yield break;
        }

        string line = "";
        foreach (string word in paragraph.Split(' '))
        {
            if (line.Length + word.Length >= Width - 2)
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
