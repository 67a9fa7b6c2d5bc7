using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client delete</c>.</summary>
internal static class ClientDeleteCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string[]> ids = ClientCommands.Ids();
        var confirmation = new Confirmation("the deletion");
        Option<bool> stop = Bulk.StopOption();
        var command = new ToolCommand("delete", "Deletes clients. Asks on a terminal; elsewhere it needs --yes.")
        {
            Examples = ["clientmgmt client delete 4711", "clientmgmt client delete 4711 4712 --yes"],
        };
        command.Add(ids);
        confirmation.AddTo(command);
        command.Add(stop);
        runner.Run(command, session => RunAsync(session, session.Get(ids), confirmation, session.Get(stop)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string[] ids, Confirmation confirmation, bool stop)
    {
        IClientManagement clients = session.Clients;
        var bulk = new Bulk("deleted", ids, clients.Capabilities.ClientIdComparer);
        string what = $"{(bulk.Ids.Count == 1 ? "client" : $"{bulk.Ids.Count} clients")} {string.Join(", ", bulk.Ids)}";
        confirmation.Require(session);
        if (!await confirmation.AskAsync(session, $"Delete {what} at {clients.Provider}? There is no way back.").ConfigureAwait(false))
        {
            await session.View.ErrorAsync("nothing was deleted.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        return await bulk.ReportAsync(
            session, stop, (index, token) => clients.DeleteAsync(bulk.Ids[index], token)).ConfigureAwait(false);
    }
}
