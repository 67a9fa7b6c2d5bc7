using System.CommandLine;
using System.CommandLine.Parsing;

namespace ClientMgmt.Cli.Output;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Yaml,

    /// <summary>An entry of a list, or a document, on a line of its own.</summary>
    JsonLines,

    /// <summary>For pull requests; plans alone have it.</summary>
    Markdown,
}

/// <summary>The option for it.</summary>
internal static class OutputFormats
{
    private const string Name = "--output";

    private static readonly string[] s_names = ["table", "json", "yaml", "jsonl", "markdown"];

    public static Option<OutputFormat> Option()
    {
        var option = new Option<OutputFormat>(Name, "-o")
        {
            Description = "table (default), json, yaml, jsonl (a line of JSON for each entry) or, for plans, markdown. But for table, standard output holds only the document.",
            HelpName = "FORMAT",
            Recursive = true,
            CustomParser = Parse,
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(s_names);
        return option;
    }

    /// <summary>What a command line asks for, also one that is wrong elsewhere.</summary>
    public static OutputFormat Of(ParseResult parsed) =>
        parsed.GetResult(Name) is OptionResult { Errors: var errors } result && !errors.Any() ? result.GetValueOrDefault<OutputFormat>() : default;

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
