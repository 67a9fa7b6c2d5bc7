using System.CommandLine;
using System.CommandLine.Parsing;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary>What is said of a wrong command line.</summary>
internal static class CommandLineMistake
{
    /// <summary>What is wrong with a command line, and where its help is; null if nothing is.</summary>
    public static string? Of(ParseResult parsed) =>
        Find(parsed) is { } mistake ? $"{mistake.TrimEnd()} See '{FullName(parsed)} --help'." : null;

    /// <summary>What is said of Markdown where there is no plan.</summary>
    public const string PlansAlone = "--output markdown is for plans: 'plan' and 'copy --dry-run'.";

    private static string? Find(ParseResult parsed) =>
        parsed.Action is { ClearsParseErrors: true } ? null
        : parsed.GetResult(SecretInput.Name) is not null ? SecretInput.NeverAnArgument
        : parsed.UnmatchedTokens.Count > 0 ? Stray(parsed, parsed.UnmatchedTokens[0])
        : MistypedOption(parsed) is { } option ? Unknown(parsed.CommandResult, option)
        : EmptyOption(parsed) is { } empty ? $"{empty}: the value is empty."
        : parsed.Errors.Count > 0 ? parsed.Errors[0].Message
        : OutputFormats.Of(parsed) == OutputFormat.Markdown && parsed.CommandResult.Command is not ToolCommand { IsPlan: true } ? PlansAlone
        : null;

    // A mistyped option would otherwise be taken for an argument. After "--" all are arguments, and "-" is standard input.
    private static string? MistypedOption(ParseResult parsed)
    {
        int arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().Sum(a => a.Tokens.Count);
        int plain = parsed.Tokens.SkipWhile(t => t.Type != TokenType.DoubleDash).Count(t => t.Type == TokenType.Argument);
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Take(arguments - plain)
            .Select(t => t.Value).FirstOrDefault(value => value.StartsWith('-') && value.Length > 1);
    }

    private static string? EmptyOption(ParseResult parsed) => OptionsOf(parsed.CommandResult)
        .Where(o => o is not TextFlag && parsed.GetResult(o)?.Tokens.Any(t => t.Value.Length == 0) == true)
        .Select(o => o.Name).FirstOrDefault();

    // What stands after '=' may be a secret, and so may a stray argument of a command that is about one.
    private static string Stray(ParseResult parsed, string word)
    {
        if (word.StartsWith('-') || parsed.CommandResult.Command.Subcommands.Count > 0)
        {
            return Unknown(parsed.CommandResult, word);
        }

        int at = parsed.Tokens.ToList().FindIndex(t => t.Type == TokenType.Argument && t.Value == word);
        if (OptionAt(parsed, at - 1) is { } flag)
        {
            return $"{flag.Name} takes no value.";
        }

        Option? before = OptionAt(parsed, at - 2);
        return parsed.CommandResult.Command is ToolCommand { IsAboutSecrets: true } || before?.Name.StartsWith(SecretInput.Name, StringComparison.Ordinal) == true
            ? SecretInput.NeverAnArgument
            : before is null
            ? $"'{word}' is not expected here."
            : before.Arity.MaximumNumberOfValues == 1
            ? $"'{word}' is not expected here: {before.Name} takes one value."
            : $"'{word}' is not expected here: {before.Name} takes one value, and is repeated for another: {before.Name} {word}.";
    }

    private static Option? OptionAt(ParseResult parsed, int index) =>
        index >= 0 && parsed.Tokens[index] is { Type: TokenType.Option } option
            ? OptionsOf(parsed.CommandResult).FirstOrDefault(o => o.Name == option.Value || o.Aliases.Contains(option.Value))
            : null;

    private static string Unknown(CommandResult command, string token)
    {
        string word = token.StartsWith('-') ? token.Split('=', ':')[0] : token;
        string? meant = NearestName.Of(
            word,
            word.StartsWith('-')
                ? OptionsOf(command).Select(o => o.Name).Where(n => n != SecretInput.Name)
                : command.Command.Subcommands.Select(c => c.Name));
        string hint = meant is not null ? $"; did you mean '{meant}'?"
            : word.StartsWith('-') && command.Command.Arguments.Count > 0 ? ". What begins with - and is no option follows --."
            : ".";
        return $"'{word}' is not known here{hint}";
    }

    private static string FullName(ParseResult parsed) =>
        string.Join(' ', WithParents(parsed.CommandResult).Reverse().Select(c => c.Name));

    private static IEnumerable<Option> OptionsOf(CommandResult command) => WithParents(command)
        .SelectMany(c => c.Options.Where(o => o.Recursive || c == command.Command));

    private static IEnumerable<Command> WithParents(CommandResult command)
    {
        for (SymbolResult? result = command; result is CommandResult { Command: var own }; result = result.Parent)
        {
            yield return own;
        }
    }
}
