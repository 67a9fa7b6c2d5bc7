using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt export</c>.</summary>
internal static class ExportCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string[]> ids = ClientCommands.Ids();
        ids.Arity = ArgumentArity.ZeroOrMore;
        ids.Description = "The client_id of those to export; all without any.";
        var target = new Option<string?>("--out")
        {
            Description = "Writes one YAML file or, to a folder that is there or a name that ends in /, a file for each client.",
            HelpName = "FILE-or-DIR",
        };
        var command = new ToolCommand("export", "Writes clients as manifests, without secrets, for 'plan' and 'apply'.")
        {
            Notes = [("Output", "Without --out, the manifests are the result: YAML documents or, with --output json, a list. They are sorted: the same clients give the same text.")],
            Examples = ["clientmgmt export --out clients.yaml", "clientmgmt export 4711 4712 --out clients/"],
        };
        command.Add(ids);
        command.Add(target);
        runner.Run(command, session => RunAsync(session, session.GetAll(ids), session.Get(target)));
        return command;
    }

    private static async Task RunAsync(Session session, string[] ids, string? target)
    {
        if (target?.EndsWith(".json", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw new UsageException("--out: manifests are written as YAML; choose a name that ends in .yaml.");
        }

        IClientManagement clients = session.Clients;
        session.Progress = () => "nothing was written.";
        await CountingProgress.ShowAsync(session.View, writes: target is null, async progress =>
        {
            var options = new ExportOptions
            {
                Ids = ids.Length == 0 ? null : ids,
                OnProgress = progress,
            };
            await (target is null ? WriteAsync(session, clients, options) : WriteAsync(session, clients, target, options)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private static async Task WriteAsync(Session session, IClientManagement clients, ExportOptions options)
    {
        if (session.View.Format != OutputFormat.Json)
        {
            using var stream = new TextStream(session.View.Output);
            await ManifestExporter.ExportAsync(clients, stream, options, session.Token).ConfigureAwait(false);
            return;
        }

        List<ClientManifest> manifests = await ManifestExporter.ReadAsync(clients, options, session.Token)
            .ToListAsync(session.Token).ConfigureAwait(false);
        var writer = new ListWriter(session.View);
        foreach (ClientManifest manifest in manifests
            .OrderBy(m => m.ClientName, StringComparer.Ordinal).ThenBy(m => m.ClientId, StringComparer.Ordinal))
        {
            writer.Add(PlanReport.Document(json => ManifestWriter.WriteJson(json, manifest)));
        }

        writer.End();
    }

    private static async Task WriteAsync(Session session, IClientManagement clients, string target, ExportOptions options)
    {
        string path = session.Environment.FullPath(target);
        int count = Directory.Exists(path) || Path.EndsInDirectorySeparator(target)
            ? await WriteFilesAsync(session, clients, target, options).ConfigureAwait(false)
            : await ManifestExporter.ExportToFileAsync(clients, path, options, session.Token).ConfigureAwait(false);
        session.View.Write(
            new JsonObject { ["provider"] = clients.Provider, ["exported"] = count, ["out"] = target },
            static () => Tables.Create());
        session.View.Note($"{count} exported to {target}.");
    }

    private static async Task<int> WriteFilesAsync(Session session, IClientManagement clients, string folder, ExportOptions options)
    {
        int written = 0;
        session.Progress = () => $"{written} exported to {folder}.";
        Action<int>? show = options.OnProgress;
        IReadOnlyList<string> files = await ManifestExporter.ExportToFolderAsync(
            clients,
            session.Environment.FullPath(folder),
            options with
            {
                OnProgress = count =>
                {
                    written = count;
                    show?.Invoke(count);
                },
            },
            session.Token).ConfigureAwait(false);
        return files.Count;
    }
}
