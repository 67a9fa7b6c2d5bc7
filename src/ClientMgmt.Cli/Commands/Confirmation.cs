using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary>Asks on a terminal before something is changed; elsewhere --yes has to say so.</summary>
/// <param name="what">What is confirmed.</param>
internal sealed class Confirmation(string what)
{
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Does not ask.", Arity = ArgumentArity.Zero };

    public void AddTo(Command command) => command.Add(_yes);

    /// <summary>Makes sure that somebody can answer, before anything is sent.</summary>
    /// <param name="session">The command.</param>
    /// <param name="reason">Why this is asked, where that is not clear, with the joint to what follows.</param>
    /// <exception cref="UsageException">Nobody can, and --yes is not given.</exception>
    public void Require(Session session, string reason = "")
    {
        if (!session.Get(_yes) && !session.Environment.CanAsk)
        {
            throw new UsageException($"{reason}nobody can be asked here; confirm {what} with --yes.");
        }
    }

    /// <summary>Whether somebody will be asked.</summary>
    public bool Asks(Session session) => !session.Get(_yes);

    public async Task<bool> AskAsync(Session session, string question)
    {
        if (session.Get(_yes))
        {
            return true;
        }

        string? answer = await session.View.AskAsync($"{question} [y/N]", session.Environment.Input.ReadLine, session.Token).ConfigureAwait(false);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
