using System.CommandLine;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client enable</c> and <c>disable</c>.</summary>
internal static class ClientSwitchCommands
{
    public static Command Enable(Runner runner) => Create(
        runner, "enable", "Lets clients be used again.", (clients, id, token) => clients.EnableAsync(id, token));

    public static Command Disable(Runner runner) => Create(
        runner, "disable", "Keeps clients from being used, without deleting them.", (clients, id, token) => clients.DisableAsync(id, token));

    private static ToolCommand Create(
        Runner runner, string name, string description, Func<IClientManagement, string, CancellationToken, Task> change)
    {
        Argument<string[]> ids = ClientCommands.Ids();
        Option<bool> stop = Bulk.StopOption();
        var command = new ToolCommand(name, description)
        {
            Notes = [ClientCommands.NameNote],
            Examples = [$"clientmgmt client {name} 4711 4712", $"clientmgmt client {name} Orders"],
        };
        command.Add(ids);
        command.Add(stop);
        runner.Run(command, session =>
        {
            IClientManagement clients = session.Clients;
            var bulk = new Bulk(name + "d", session.Get(ids), clients.Capabilities.ClientIdComparer);
            return bulk.ReportAsync(session, session.Get(stop), bulk.ByName(session, (id, token) => change(clients, id, token)));
        });
        return command;
    }
}
