using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>Whether clients without a manifest are deleted, and how many at most.</summary>
internal sealed class PruneOptions
{
    private readonly Option<bool> _prune = new("--prune")
    {
        Description = "Deletes clients that no manifest is about.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<int> _limit = new("--max-deletes")
    {
        Description = $"The most clients that --prune may delete; the default is {new PlanOptions().MaxDeletes}.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => new PlanOptions().MaxDeletes,
        CustomParser = ReadLimit,
    };

    public void AddTo(Command command)
    {
        command.Add(_prune);
        command.Add(_limit);
    }

    /// <summary>The options that are given.</summary>
    public IEnumerable<string> Given(Session session) => new Option[] { _prune, _limit }.Where(session.IsGiven).Select(o => o.Name);

    /// <exception cref="UsageException">The limit is given without --prune.</exception>
    public PlanOptions Read(Session session) => session.IsGiven(_limit) && !session.Get(_prune)
        ? throw new UsageException("--max-deletes belongs to --prune.")
        : new PlanOptions { Prune = session.Get(_prune), MaxDeletes = session.Get(_limit) };

    private static int ReadLimit(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int limit))
        {
            return limit;
        }

        result.AddError("--max-deletes must be a whole number from 0 on.");
        return 0;
    }
}
