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
            Description = "Writes one file, JSON if its name ends in .json and else YAML, or, to a folder that is there or a name that ends in /, a file for each client.",
            HelpName = "FILE-or-DIR",
        };
        Option<bool> stop = Bulk.StopOption();
        var command = new ToolCommand("export", "Writes clients as manifests, without secrets, for 'plan' and 'apply'.")
        {
            Notes = [("Output", "Without --out, the manifests are the result: YAML documents or, with --output json, a list; so are the files in a folder. They are sorted: the same clients give the same text.")],
            Examples = ["clientmgmt export --out clients.yaml", "clientmgmt export 4711 4712 --out clients/"],
        };
        command.Add(ids);
        command.Add(target);
        command.Add(stop);
        runner.Run(command, session => RunAsync(session, session.GetAll(ids), session.Get(target), session.Get(stop)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string[] ids, string? target, bool stop)
    {
        if (target?.Length == 0)
        {
            throw new UsageException("--out: name a file or a folder.");
        }

        IClientManagement clients = session.Clients;
        session.Progress = () => "nothing was written.";
        var failures = new List<Exception>();
        int count = 0;
        await CountingProgress.ShowAsync(session.View, writes: target is null, async progress =>
        {
            var options = new ExportOptions
            {
                Ids = ids.Length == 0 ? null : ids,
                Format = session.View.Format == OutputFormat.Json ? ManifestFormat.Json : ManifestFormat.Yaml,
                MaxConcurrency = stop ? 1 : new ExportOptions().MaxConcurrency,
                OnProgress = progress,
                OnError = stop ? null : (_, error) => failures.Add(error),
            };
            count = await WriteAsync(session, clients, target, options).ConfigureAwait(false);
        }).ConfigureAwait(false);
        foreach (Exception error in failures)
        {
            await session.View.ErrorAsync(ErrorReport.Of(error, session).Line, error).ConfigureAwait(false);
        }

        if (target is not null)
        {
            session.View.Write(
                new JsonObject { ["provider"] = clients.Provider, ["exported"] = count, ["failed"] = failures.Count, ["out"] = target },
                static () => Tables.Create());
        }

        if (target is not null || failures.Count > 0)
        {
            session.View.Note(
                $"{count} exported{(target is null || count == 0 ? "" : $" to {target}")}{(failures.Count == 0 ? "" : $", {failures.Count} failed")}.");
        }

        return ErrorReport.CodeOfSeveral(session, count, failures);
    }

    private static async Task<int> WriteAsync(Session session, IClientManagement clients, string? target, ExportOptions options)
    {
        if (target is null)
        {
            using var stream = new TextStream(session.View.Output);
            return await ManifestExporter.ExportAsync(clients, stream, options, session.Token).ConfigureAwait(false);
        }

        string path = session.Environment.FullPath(target);
        try
        {
            return Directory.Exists(path) || Path.EndsInDirectorySeparator(target)
                ? await WriteFilesAsync(session, clients, target, options).ConfigureAwait(false)
                : await ManifestExporter.ExportToFileAsync(clients, path, options, session.Token).ConfigureAwait(false);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new UsageException($"--out: {e.Message}", e);
        }
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
