using System.CommandLine;
using System.CommandLine.Parsing;
using ClientMgmt.Cli.Options;

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

    // What stands after '=' may be a secret, and so may a stray argument of a command that is about one.
    private static string Unknown(ParseResult parsed)
    {
        string token = parsed.UnmatchedTokens[0];
        if (!token.StartsWith('-'))
        {
            return parsed.CommandResult.Command is ToolCommand { IsAboutSecrets: true }
                ? SecretInput.NeverAnArgument
                : $"'{token}' is not known here.";
        }

        return $"'{token.Split('=', ':')[0]}' is not known here.";
    }

    private static string FullName(ParseResult parsed)
    {
        IEnumerable<string> names = [];
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = command.Parent)
        {
            names = names.Prepend(command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
