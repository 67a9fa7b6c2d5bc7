using System.CommandLine;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Cli.Options;

/// <summary>Where a secret is read from. Never from an argument, which other users of the machine and the shell's history see.</summary>
internal sealed class SecretInput
{
    public const string Name = "--secret";

    public const string NeverAnArgument =
        "a secret is never given on the command line, where others can read it; use --secret-file FILE (- for standard input) or --secret-env NAME.";

    private readonly Option<string?> _file = new("--secret-file")
    {
        Description = "Reads the secret from a file, - for standard input. One line break at the end does not count.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _variable = new("--secret-env")
    {
        Description = "Reads the secret from an environment variable.",
        HelpName = "NAME",
    };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_variable);
    }

    /// <summary>An option that is there only to be refused with a reason.</summary>
    public static Option Refused()
    {
        var option = new Option<string[]>(Name, "--client-secret") { Hidden = true, Arity = ArgumentArity.ZeroOrMore };
        option.Validators.Add(result => result.AddError(NeverAnArgument));
        return option;
    }

    /// <summary>Whether an option says where it is.</summary>
    public bool IsGiven(Session session) => session.Get(_file) is not null || session.Get(_variable) is not null;

    public async Task<Secret> ReadAsync(Session session)
    {
        string text = (session.Get(_file), session.Get(_variable)) switch
        {
            ({ } file, null) => await TextFile.ReadAsync(file, "--secret-file", session).ConfigureAwait(false),
            (null, { } name) => session.Environment.Variable(name)
                ?? throw new UsageException($"--secret-env: the environment variable {name} is not set."),
            (null, null) when session.Environment.CanAsk => await AskAsync(session, "New secret:").ConfigureAwait(false),
            (null, null) => throw new UsageException("say where the secret is: --secret-file FILE (- for standard input) or --secret-env NAME."),
            _ => throw new UsageException("use only one of --secret-file and --secret-env."),
        };
        string secret = text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
        return secret.Length > 0 ? new Secret(secret) : throw new UsageException("the secret is empty.");
    }

    /// <summary>Asks for a secret, unseen.</summary>
    public static async Task<string> AskAsync(Session session, string question)
    {
        string? secret = await session.View.AskAsync(question, session.Environment.ReadHiddenLine, session.Token).ConfigureAwait(false);
        await session.View.Error.WriteLineAsync().ConfigureAwait(false);
        return secret ?? "";
    }
}
