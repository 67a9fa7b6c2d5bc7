using System.CommandLine;
using System.Text.Json;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>Which clients are copied, from where to where, and how.</summary>
internal sealed class CopyInput(ToolEnvironment environment)
{
    private readonly Argument<string[]> _ids = new("ID")
    {
        Description = "The client_id at the source of those to copy.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _from = Provider("--from", "The provider to copy from.", environment);

    private readonly Option<string> _to = Provider("--to", "The provider to copy to.", environment);

    private readonly Option<bool> _all = Flag("--all", "Copies all clients.");

    private readonly Option<bool> _allowLoss = Flag("--allow-loss", "Copies also what the target cannot hold as a whole.");

    private readonly Option<bool> _keepSecrets = Flag("--keep-secrets", "Gives each copy the secret that the client has.");

    private readonly Option<bool> _keepClientIds = Flag(
        "--keep-client-ids", "Lets each copy answer to the id that the client has, as an alias of its new one.");

    private readonly Option<bool> _dryRun = Flag("--dry-run", "Only says what would be copied and lost.");

    private readonly Option<string> _mapping = new("--mapping")
    {
        Description = "The file of ids and secrets; with -, they go to standard output, and the results to standard error.",
        HelpName = "FILE",
        DefaultValueFactory = _ => MappingFile.DefaultName,
    };

    private readonly Option<string[]> _defaults = new("--default")
    {
        Description = "What copies get where the source has nothing and the target needs something. Repeat it for several.",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(_ids);
        foreach (Option option in new Option[] { _from, _to, _all, _allowLoss, _keepSecrets, _keepClientIds, _dryRun, _mapping, _defaults })
        {
            command.Add(option);
        }
    }

    public bool IsDryRun(Session session) => session.Get(_dryRun);

    /// <exception cref="UsageException">Something is wrong with it.</exception>
    public CopyOptions Read(Session session)
    {
        string[] ids = session.GetAll(_ids);
        if (ids.Length == 0 != session.Get(_all))
        {
            throw new UsageException("say which clients to copy: either their IDs or --all.");
        }

        return new CopyOptions
        {
            Ids = ids.Length == 0 ? null : ids,
            AllowLoss = session.Get(_allowLoss),
            KeepSecrets = session.Get(_keepSecrets),
            KeepClientIds = session.Get(_keepClientIds),
            Defaults = MetadataInput.ReadAssignments("--default", session.Get(_defaults) ?? [], () => Find(session, _to).Capabilities)
                .Aggregate(new ClientMetadata(), (metadata, change) => change.ApplyTo(metadata)),
        };
    }

    /// <exception cref="UsageException">There are no such two providers.</exception>
    public (IClientManagement Source, IClientManagement Target) Providers(Session session)
    {
        (IClientManagement source, IClientManagement target) = (Find(session, _from), Find(session, _to));
        return source.Provider == target.Provider
            ? throw new UsageException($"--from and --to are both {source.Provider}; name two providers.")
            : (source, target);
    }

    /// <exception cref="UsageException">The file is there and is no mapping file.</exception>
    public MappingFile OpenMapping(Session session) => MappingFile.Open(session, session.Get(_mapping)!);

    private static IClientManagement Find(Session session, Option<string> option)
    {
        string name = session.Get(option)!;
        IReadOnlyList<string> known = session.Providers.Names;
        return known.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? session.Providers.Get(name)
            : throw new UsageException($"{option.Name}: there is no provider '{name}'; configured: {string.Join(", ", known)}.");
    }

    private static Option<string> Provider(string name, string description, ToolEnvironment environment) => new(name)
    {
        Description = description,
        HelpName = "NAME",
        Required = true,
        CompletionSources = { context => GlobalOptions.Providers(environment, context) },
    };

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };
}
