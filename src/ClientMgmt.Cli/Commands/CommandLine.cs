using System.CommandLine;
using System.CommandLine.Parsing;

namespace ClientMgmt.Cli.Commands;

/// <summary>How a command line is read.</summary>
internal static class CommandLine
{
    // A value that begins with @ is a value, not a file of more arguments.
    public static ParserConfiguration Parser { get; } = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Reads a command line. One that names no command asks for the help of what it names.</summary>
    public static ParseResult Read(Command root, string[] words)
    {
        ParseResult parsed = root.Parse(WithEmptyValues(words), Parser);
        bool isUnfinished = parsed is { CommandResult.Command: { Subcommands.Count: > 0, Action: null }, UnmatchedTokens.Count: 0, Action: not { ClearsParseErrors: true } };
        return isUnfinished && parsed.Errors.Count <= 1 ? root.Parse([.. WithEmptyValues(words), "--help"], Parser) : parsed;
    }

    // System.CommandLine takes what follows "--name=" for the value. In a word of its own an empty value is one.
    private static string[] WithEmptyValues(string[] words)
    {
        int end = Array.IndexOf(words, "--");
        return
        [
            .. words.Take(end < 0 ? words.Length : end)
                .SelectMany(w => w.StartsWith('-') && w.IndexOf('=') == w.Length - 1 ? [w[..^1], ""] : (string[])[w]),
            .. words.Skip(end < 0 ? words.Length : end),
        ];
    }
}
