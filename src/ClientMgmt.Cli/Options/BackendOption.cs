using System.CommandLine;
using System.CommandLine.Parsing;

namespace ClientMgmt.Cli.Options;

/// <summary><c>--backend</c>: a kind of backend.</summary>
internal static class BackendOption
{
    public const string Name = "--backend";

    /// <param name="description">What it is for.</param>
    public static Option<Backend?> Create(string description)
    {
        var option = new Option<Backend?>(Name) { Description = description, HelpName = "BACKEND", CustomParser = Read };
        option.CompletionSources.Add(Enum.GetNames<Backend>());
        return option;
    }

    private static Backend? Read(ArgumentResult result)
    {
        string name = result.Tokens[0].Value;
        if (Enum.GetNames<Backend>().Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<Backend>(name, ignoreCase: true);
        }

        result.AddError($"{Name} must be one of {string.Join(", ", Enum.GetNames<Backend>())}.");
        return null;
    }
}
