using System.CommandLine;
using ClientMgmt.Cli.Options;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>The manifests that a command is about.</summary>
internal sealed class ManifestInput
{
    private readonly Option<string[]> _files = new("--file", "-f")
    {
        Description = "Manifests in YAML or JSON: a file, a folder of files, or - for standard input. Repeat it for several.",
        HelpName = "FILE-or-DIR",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

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

    public void AddTo(Command command) => command.Add(_files);

    /// <exception cref="ManifestException">Something is wrong with them; nothing was sent.</exception>
    public async Task<IReadOnlyList<ClientManifest>> ReadAsync(Session session)
    {
        var manifests = new List<ClientManifest>();
        var problems = new List<ManifestProblem>();
        foreach (string path in session.Get(_files) ?? [])
        {
            try
            {
                manifests.AddRange(await ManifestSource.ReadAsync(session, path).ConfigureAwait(false));
            }
            catch (ManifestException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        return problems.Count == 0 ? manifests : throw new ManifestException(problems);
    }
}
