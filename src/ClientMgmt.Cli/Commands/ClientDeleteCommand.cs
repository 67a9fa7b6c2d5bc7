using System.CommandLine;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client delete</c>.</summary>
internal static class ClientDeleteCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string[]> ids = ClientCommands.Ids();
        var yes = new Option<bool>("--yes", "-y") { Description = "Does not ask.", Arity = ArgumentArity.Zero };
        Option<bool> stop = Bulk.StopOption();
        var command = new ToolCommand("delete", "Deletes clients. Asks on a terminal; elsewhere it needs --yes.")
        {
            Examples = ["clientmgmt client delete 4711", "clientmgmt client delete 4711 4712 --yes"],
        };
        command.Add(ids);
        command.Add(yes);
        command.Add(stop);
        runner.Run(command, session => RunAsync(session, session.Get(ids), session.Get(yes), session.Get(stop)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string[] ids, bool yes, bool stop)
    {
        IClientManagement clients = session.Clients;
        var bulk = new Bulk("deleted", ids);
        if (!yes && !await AskAsync(session, bulk.Ids, clients.Provider).ConfigureAwait(false))
        {
            await session.View.ErrorAsync("nothing was deleted.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        return await bulk.ReportAsync(
            session, stop, (index, token) => clients.DeleteAsync(bulk.Ids[index], token)).ConfigureAwait(false);
    }

    private static async Task<bool> AskAsync(Session session, IReadOnlyList<string> ids, string provider)
    {
        if (!session.Environment.CanAsk)
        {
            throw new UsageException("nobody can be asked here; confirm the deletion with --yes.");
        }

        string what = Output.PlainText.OneLine($"{(ids.Count == 1 ? "client" : $"{ids.Count} clients")} {string.Join(", ", ids)}");
        await session.View.Error.WriteAsync($"Delete {what} at {provider}? There is no way back. [y/N] ").ConfigureAwait(false);
        string? answer = await ToolEnvironment.AskAsync(session.Environment.Input.ReadLine, session.Token).ConfigureAwait(false);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
