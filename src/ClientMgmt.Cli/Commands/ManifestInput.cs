using System.CommandLine;
using ClientMgmt.Cli.Options;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>The manifests that a command is about.</summary>
internal sealed class ManifestInput
{
    private readonly Option<string[]> _files = new("--file", "-f")
    {
        Description = "Manifests in YAML or JSON: a file, a folder of files (but clientmgmt.json and clientmgmt-mapping.json), or - for standard input. Repeat it for several.",
        HelpName = "FILE-or-DIR",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _overlays = new("--overlay")
    {
        Description = "What differs in one environment: manifests that are put over the others, property by property. Repeat it for several.",
        HelpName = "FILE-or-DIR",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly ManifestVariables _variables = new();

    public static (string Title, string Text) Note => (
        "Manifests",
        """
        One client per document, as 'export' writes it. What is left out is left alone; what is null or empty is cleared. A client is found by client_id or else by client_name; one that is not found by its name is created:
          client_name: Orders
          redirect_uris:
            - https://orders.example.com/cb
          extensions:
            pkceRequired: true
        """);

    public static (string Title, string Text) Environments => (
        "Environments",
        """
        ${HOST} in a text is the variable of --var, --var-file or the environment; one that is not there is an error, and $${ stands for ${. An overlay says what differs, by client_id or else by client_name; null clears:
          client_name: Orders
          redirect_uris:
            - https://${HOST}/cb
        """);

    /// <summary>Adds the options.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isRequired">Whether there is nothing else that the command could be about.</param>
    public void AddTo(Command command, bool isRequired = true)
    {
        _files.Required = isRequired;
        command.Add(_files);
        command.Add(_overlays);
        _variables.AddTo(command);
    }

    /// <summary>The options that are given.</summary>
    public IEnumerable<string> Given(Session session) =>
        new Option[] { _files, _overlays }.Concat(_variables.Options).Where(session.IsGiven).Select(o => o.Name);

    /// <exception cref="ManifestException">Something is wrong with them; nothing was sent.</exception>
    public async Task<IReadOnlyList<ClientManifest>> ReadAsync(Session session)
    {
        var options = new ReaderOptions { Variables = await _variables.ReadAsync(session).ConfigureAwait(false) };
        string[] overlays = Distinct(session, session.Get(_overlays));
        var problems = new List<ManifestProblem>();
        IReadOnlyList<ClientManifest> manifests = await ReadAsync(
            [.. Distinct(session, session.Get(_files)).Select(path => (path, options with { IgnoredFiles = In(session, path, overlays) }))]).ConfigureAwait(false);
        foreach (string path in overlays)
        {
            IReadOnlyList<ClientManifest> entries = await ReadAsync([(path, options)]).ConfigureAwait(false);
            manifests = problems.Count == 0 ? ManifestOverlay.Apply(manifests, entries) : [];
        }

        return problems.Count == 0 ? manifests : throw new ManifestException(problems);

        async Task<IReadOnlyList<ClientManifest>> ReadAsync(IEnumerable<(string Path, ReaderOptions Options)> sources)
        {
            var read = new List<ClientManifest>();
            foreach ((string path, ReaderOptions own) in sources)
            {
                try
                {
                    read.AddRange(await ManifestSource.ReadAsync(session, path, own).ConfigureAwait(false));
                }
                catch (ManifestException e)
                {
                    problems.AddRange(e.Problems);
                }
            }

            return read;
        }
    }

    private static string[] Distinct(Session session, string[]? paths) =>
        [.. (paths ?? []).DistinctBy(p => p.Length == 0 ? p : session.Environment.FullPath(p))];

    // An overlay among the manifests is none of them.
    private static string[] In(Session session, string folder, IEnumerable<string> files) => folder.Length == 0 ? [] :
    [
        .. files.Select(session.Environment.FullPath)
            .Where(f => Path.GetDirectoryName(f) == Path.TrimEndingDirectorySeparator(session.Environment.FullPath(folder))).Select(f => Path.GetFileName(f)),
    ];
}
