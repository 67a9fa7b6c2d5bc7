using System.CommandLine;
using System.CommandLine.Parsing;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary>How a command line is read, and what is said of a wrong one.</summary>
internal static class CommandLine
{
    // A value that begins with @ is a value, not a file of more arguments.
    public static ParserConfiguration Parser { get; } = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static string Problem(ParseResult parsed) => $"{Mistake(parsed).TrimEnd()} See '{FullName(parsed)} --help'.";

    private static string Mistake(ParseResult parsed)
    {
        SymbolResult? secret = parsed.GetResult(SecretInput.Name);
        if (secret is not null)
        {
            return SecretInput.NeverAnArgument;
        }

        return parsed.UnmatchedTokens.Count == 0 ? parsed.Errors[0].Message : Unknown(parsed);
    }

    /// <summary>What is said of a word that no command takes, with the one that was probably meant.</summary>
    public static string Unknown(CommandResult command, string token)
    {
        string word = token.StartsWith('-') ? token.Split('=', ':')[0] : token;
        string? meant = NearestName.Of(word, word.StartsWith('-') ? Options(command) : command.Command.Subcommands.Select(c => c.Name));
        return $"'{word}' is not known here{(meant is null ? "." : $"; did you mean '{meant}'?")}";
    }

    // What stands after '=' may be a secret, and so may a stray argument of a command that is about one.
    private static string Unknown(ParseResult parsed)
    {
        string token = parsed.UnmatchedTokens[0];
        return !token.StartsWith('-') && parsed.CommandResult.Command is ToolCommand { IsAboutSecrets: true }
            ? SecretInput.NeverAnArgument
            : Unknown(parsed.CommandResult, token);
    }

    private static string FullName(ParseResult parsed) =>
        string.Join(' ', WithParents(parsed.CommandResult).Reverse().Select(c => c.Name));

    private static IEnumerable<string> Options(CommandResult command) => WithParents(command)
        .SelectMany(c => c.Options.Where(o => o.Recursive || c == command.Command))
        .Select(o => o.Name).Where(n => n != SecretInput.Name);

    private static IEnumerable<Command> WithParents(CommandResult command)
    {
        for (SymbolResult? result = command; result is CommandResult { Command: var own }; result = result.Parent)
        {
            yield return own;
        }
    }
}
