using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client get</c>.</summary>
internal static class ClientGetCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string[]> ids = ClientCommands.Ids();
        var command = new ToolCommand("get", "Shows clients with all their properties.")
        {
            Notes = [ClientCommands.NameNote, ("Document", "One ID gives one object; several give a list. A table leaves out what is false, 0 or empty; JSON and YAML have all.")],
            Examples = ["clientmgmt client get 4711", "clientmgmt client get Orders", "clientmgmt client get 4711 --output yaml --show-secrets"],
        };
        command.Add(ids);
        runner.Run(command, session => RunAsync(session, session.Get(ids)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string[] ids)
    {
        if (ids.Length == 1)
        {
            OAuthClient one = await session.Names.GetAsync(ids[0]).ConfigureAwait(false);
            ClientOutput.Write(session, one, session.View.ShowSecrets);
            return ExitCode.Done;
        }

        var bulk = new Bulk("read", ids, session.Clients.Capabilities.ClientIdComparer);
        var found = new OAuthClient?[bulk.Ids.Count];
        int exitCode = await bulk.RunAsync(session, stopAtError: false, async (index, _) =>
            found[index] = await session.Names.GetAsync(bulk.Ids[index]).ConfigureAwait(false)).ConfigureAwait(false);
        JsonObject[] documents = [.. found.OfType<OAuthClient>().Select(c => ClientDocument.Of(c, session.View.ShowSecrets))];
        session.View.Write(new JsonArray([.. documents]), () =>
        {
            var table = Tables.Create("CLIENT_ID", "ENABLED", "CREATED", "CLIENT_NAME");
            foreach (OAuthClient client in found.OfType<OAuthClient>())
            {
                table.Row(ClientListCommand.Cells(client));
            }

            return table;
        });
        bulk.ThrowIfStopped(session);
        return exitCode;
    }
}
