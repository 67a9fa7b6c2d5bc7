using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
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
        var folder = new ExportFolder();
        var form = new ExportForm();
        Option<bool> stop = Bulk.StopOption();
        var command = new ToolCommand("export", "Writes clients as manifests, without secrets, for 'plan' and 'apply'.")
        {
            Notes =
            [
                ("Output", "Without --out, or with -, the manifests are the result: YAML documents or, with --output json, a list; so are the files in a folder. They are sorted: the same clients give the same text."),
                ("Environments", "--without-ids --without-defaults gives manifests for any environment: a client is found there by its name, and what a new one is anyway is not said."),
                ("Losses", "What no manifest can hold is left out, told on standard error and, with --output json and --out, in the result."),
                ("Folders", "A folder that holds other files and no earlier export is not written to before you have said so, on a terminal or by --yes."),
            ],
            Examples = ["clientmgmt export --out clients.yaml", "clientmgmt export 4711 4712 --out clients/", "clientmgmt export --out clients/ --prune", "clientmgmt export --out clients/ --without-ids --without-defaults"],
        };
        command.Add(ids);
        command.Add(target);
        form.AddTo(command);
        folder.AddTo(command);
        command.Add(stop);
        runner.Run(command, session => RunAsync(
            session,
            session.GetAll(ids),
            session.Get(target) is { } path && !OutputFile.IsStandardOutput(path) ? path : null,
            folder,
            form.Read(session),
            session.Get(stop)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string[] ids, string? target, ExportFolder folder, ExportOptions form, bool stop)
    {
        folder.Check(session, ids, target);
        IClientManagement clients = session.Clients;
        session.Progress = () => ("nothing was written.", 0);
        bool isFolder = target is not null && ExportFolder.IsMeant(session, target);
        if (form.NameFiles && !form.WithoutIds && !isFolder)
        {
            throw new UsageException("--file-names is about the files of a folder; --out names one, with / at its end if it is not there yet.");
        }

        if (target is not null && session.Configuration?.File is { } configuration
            && session.Environment.FullPath(target) == session.Environment.FullPath(configuration))
        {
            throw new UsageException($"--out: {target} is the configuration; choose another file.");
        }

        if (isFolder && !await folder.AskAsync(session, target!).ConfigureAwait(false))
        {
            await session.View.ErrorAsync("nothing was written.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        var failures = new List<Exception>();
        var losses = new List<(string ClientId, PropertyLoss Loss)>();
        var kept = new List<string>();
        int count = 0;
        IReadOnlyList<string> files = [];
        await CountingProgress.ShowAsync(session.View, writes: target is null, async progress =>
        {
            ExportOptions options = form with
            {
                Ids = ids.Length == 0 ? null : ids,
                Format = session.View.Format == OutputFormat.Json ? ManifestFormat.Json : ManifestFormat.Yaml,
                MaxConcurrency = stop ? 1 : new ExportOptions().MaxConcurrency,
                OnProgress = progress,
                OnIdKept = kept.Add,
                OnLoss = (id, loss) => losses.Add((id, loss)),
                OnError = stop ? null : (_, error) => failures.Add(error),
            };
            files = isFolder ? await ExportFolder.WriteAsync(session, clients, target!, options).ConfigureAwait(false) : [];
            count = isFolder ? files.Count : await WriteAsync(session, clients, target, options).ConfigureAwait(false);
        }).ConfigureAwait(false);
        foreach ((string id, PropertyLoss loss) in losses)
        {
            session.View.Note($"client {id}: left out: {PlanReport.Text(loss)}");
        }

        foreach (string id in kept)
        {
            session.View.Note($"client {id}: its client_id is kept, because no name is its alone.");
        }

        int exitCode = await ErrorReport.WriteAsync(session, failures, count).ConfigureAwait(false);
        IReadOnlyList<string> stale = isFolder && ids.Length == 0 && failures.Count == 0
            ? await folder.PruneAsync(session, target!, files).ConfigureAwait(false)
            : [];
        if (target is not null)
        {
            session.View.Write(Document(clients, count, failures.Count, target, losses, stale), static () => Tables.Create());
        }

        if (target is not null || failures.Count > 0)
        {
            session.View.Note(
                $"{count} exported{(target is null || count == 0 ? "" : $" to {target}")}{(failures.Count == 0 ? "" : $", {failures.Count} failed")}.");
        }

        return exitCode;
    }

    private static JsonObject Document(
        IClientManagement clients,
        int count,
        int failed,
        string target,
        IEnumerable<(string ClientId, PropertyLoss Loss)> losses,
        IReadOnlyList<string> stale) => new()
    {
        ["provider"] = clients.Provider,
        ["exported"] = count,
        ["failed"] = failed,
        ["out"] = target,
        ["losses"] = new JsonArray([.. losses.Select(l => (JsonNode)new JsonObject
        {
            ["client_id"] = l.ClientId,
            ["name"] = l.Loss.Name,
            ["value"] = JsonSerializer.SerializeToNode(l.Loss.Value),
            ["reason"] = l.Loss.Reason,
        })]),
        ["stale"] = new JsonArray([.. stale.Select(f => (JsonNode)Path.GetFileName(f))]),
    };

    private static async Task<int> WriteAsync(Session session, IClientManagement clients, string? target, ExportOptions options)
    {
        if (target is not null)
        {
            return await ManifestExporter.ExportToFileAsync(
                clients, session.Environment.GivenPath(target), options, session.Token).ConfigureAwait(false);
        }

        using var stream = new TextStream(session.View.Output);
        return await ManifestExporter.ExportAsync(clients, stream, options, session.Token).ConfigureAwait(false);
    }
}
