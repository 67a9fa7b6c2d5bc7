using System.CommandLine;
using System.CommandLine.Parsing;

namespace ClientMgmt.Cli.Output;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Yaml,
}

/// <summary>The option for it.</summary>
internal static class OutputFormats
{
    private static readonly string[] s_names = ["table", "json", "yaml"];

    public static Option<OutputFormat> Option()
    {
        var option = new Option<OutputFormat>("--output", "-o")
        {
            Description = "table (default), json or yaml. With the last two, standard output holds only the document.",
            HelpName = "FORMAT",
            Recursive = true,
            CustomParser = Parse,
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(s_names);
        return option;
    }

    private static OutputFormat Parse(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: string text }] && Array.IndexOf(s_names, text) is >= 0 and var index)
        {
            return (OutputFormat)index;
        }

        result.AddError($"--output must be one of {string.Join(", ", s_names)}.");
        return default;
    }
}
