using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

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
            Notes = [ClientCommands.NameNote],
            Examples = ["clientmgmt client delete 4711", "clientmgmt client delete Orders", "clientmgmt client delete 4711 4712 --yes"],
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
        confirmation.Require(session);

        // People know clients by their names; nobody else is asked.
        IReadOnlyList<(string Id, string? Name)> found = confirmation.Asks(session)
            ? await session.Names.ResolveAsync(ids).ConfigureAwait(false)
            : [.. ids.Select(id => (id, (string?)null))];
        var bulk = new Bulk("deleted", found.Select(c => c.Id), clients.Capabilities.ClientIdComparer);
        IEnumerable<string> called = bulk.Ids.Select(id => PlanReport.Name(found.First(c => c.Id == id).Name, id));
        string what = $"{(bulk.Ids.Count == 1 ? "client" : $"{bulk.Ids.Count} clients")} {string.Join(", ", called)}";
        if (!await confirmation.AskAsync(session, $"Delete {what} at {clients.Provider}? There is no way back.").ConfigureAwait(false))
        {
            await session.View.ErrorAsync("nothing was deleted.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        return await bulk.ReportAsync(
            session, stop, bulk.ByName(session, clients.DeleteAsync)).ConfigureAwait(false);
    }
}
