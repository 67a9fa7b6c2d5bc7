using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client edit</c>: a client as a manifest in the editor, then a plan and a question.</summary>
internal static class ClientEditCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        var confirmation = new Confirmation("the changes");
        var command = new ToolCommand("edit", "Opens a client in your editor ($VISUAL or $EDITOR), shows what would change, and asks.")
        {
            Notes =
            [
                ("File", "It is a manifest, in a file that only its owner can read, which is removed at the end. A line that is removed clears its property; enabled is left alone then. What you do not touch is left alone, also if somebody else changes it meanwhile. After a mistake the editor opens again; if you give up, the file stays and is named."),
                ClientCommands.NameNote,
            ],
            Examples = ["clientmgmt client edit 4711", "clientmgmt client edit Orders"],
        };
        command.Add(id);
        confirmation.AddTo(command);
        runner.Run(command, session => RunAsync(session, session.Get(id), confirmation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string id, Confirmation confirmation)
    {
        string editor = Editor.Find(session.Environment);
        confirmation.Require(session);
        OAuthClient client = await session.Names.GetAsync(id).ConfigureAwait(false);
        ClientManifest before = ClientManifest.From(client, session.Clients.Capabilities);
        using EditedFile file = await EditedFile.CreateAsync(before, session.Token).ConfigureAwait(false);
        while (true)
        {
            await Editor.RunAsync(editor, file.Path).ConfigureAwait(false);
            if (session.Token.IsCancellationRequested && File.Exists(file.Path))
            {
                file.Keep();
                session.View.Note($"what you wrote is in {file.Path}.");
            }

            session.Token.ThrowIfCancellationRequested();
            try
            {
                return await file.ReadAsync(before, session.Clients.Capabilities.ClientIdComparer, session.Token).ConfigureAwait(false) is { } change
                    ? await ApplyAsync(session, change, confirmation).ConfigureAwait(false)
                    : Unchanged(session);
            }
            catch (ManifestException e)
            {
                await ManifestProblems.WriteAsync(session, e.Problems).ConfigureAwait(false);
                if (!session.Environment.CanAsk || await IsEnoughAsync(session).ConfigureAwait(false))
                {
                    bool isThere = File.Exists(file.Path);
                    if (isThere)
                    {
                        file.Keep();
                    }

                    await session.View.ErrorAsync($"nothing was changed{(isThere ? $"; what you wrote is in {file.Path}" : "")}.").ConfigureAwait(false);
                    return ExitCode.Usage;
                }
            }
        }
    }

    private static async Task<int> ApplyAsync(Session session, ClientManifest change, Confirmation confirmation)
    {
        IClientManagement clients = session.Clients;
        ManifestPlan plan = await ManifestPlan.CreateAsync(clients, [change], new PlanOptions(), session.Token).ConfigureAwait(false);
        if (plan.Problems.Count > 0)
        {
            throw new ManifestException([.. plan.Problems]);
        }

        if (!plan.HasChanges)
        {
            return Unchanged(session);
        }

        Lines.Write(session.View, PlanReport.Lines(plan));
        ManifestProblems.Warn(session, plan.Warnings);
        if (!await confirmation.AskAsync(session, $"Make these changes at {clients.Provider}?").ConfigureAwait(false))
        {
            await session.View.ErrorAsync("nothing was changed.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        var report = new ApplyReport(session, plan, null);
        IReadOnlyList<ApplyResult> results = await plan.ApplyAsync(
            clients, new ApplyOptions { OnResult = report.Add }, session.Token).ConfigureAwait(false);
        return await report.EndAsync(results).ConfigureAwait(false);
    }

    private static int Unchanged(Session session)
    {
        session.View.Note("nothing to change.");
        return ExitCode.Done;
    }

    private static async Task<bool> IsEnoughAsync(Session session)
    {
        string? answer = await session.View.AskAsync("Edit it again? [Y/n]", session.Environment.Input.ReadLine, session.Token).ConfigureAwait(false);
        return answer is null || answer.Trim().ToUpperInvariant() is "N" or "NO";
    }
}
