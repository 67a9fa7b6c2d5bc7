using System.CommandLine;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Cli.Options;

/// <summary>Where a secret goes: it is shown once, or written to a file that nobody else can read.</summary>
internal sealed class SecretOutput(string what = "the secret")
{
    public const string Name = "--secret-out";

    private readonly Option<string?> _file = new(Name)
    {
        Description = $"Writes {what} to a new file that only its owner can read (mode 0600), and does not show it; with -, to standard output, and the result to standard error.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replaces the file of --secret-out if it is there.",
        Arity = ArgumentArity.Zero,
    };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_force);
    }

    /// <summary>Makes sure that the secret can be written before anything issues one.</summary>
    public async Task<SecretFile?> OpenAsync(Session session)
    {
        if (session.Get(_file) is { } path)
        {
            return await SecretFile.CreateAsync(session, path, session.Get(_force)).ConfigureAwait(false);
        }

        RefuseForceAlone(session);
        return null;
    }

    /// <summary>The same for the secrets of several clients.</summary>
    public async Task<IssuedSecrets?> OpenForSeveralAsync(Session session)
    {
        if (session.Get(_file) is { } path)
        {
            return await IssuedSecrets.OpenAsync(session, path, session.Get(_force)).ConfigureAwait(false);
        }

        RefuseForceAlone(session);
        return null;
    }

    private void RefuseForceAlone(Session session)
    {
        if (session.Get(_force))
        {
            throw new UsageException("--force belongs to --secret-out.");
        }
    }
}
