using System.CommandLine;
using ClientMgmt.Cli.Options;
using StoredClient = ClientMgmt.Manifests.StoredClient;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client update</c>.</summary>
internal static class ClientUpdateCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        var command = new ToolCommand(
            "update", "Changes the properties that are named and shows the client.", command => Fill(command, id, runner))
        {
            Examples =
            [
                "clientmgmt client update 4711 --client-name 'Orders (production)'",
                "clientmgmt client update 4711 --redirect-uri https://a.example.com/cb --redirect-uri https://b.example.com/cb",
                "clientmgmt client update 4711 --set pkceRequired=true --unset logo_uri",
            ],
        };
        command.Add(id);
        return command;
    }

    private static void Fill(ToolCommand command, Argument<string> id, Runner runner)
    {
        var input = new MetadataInput();
        command.Notes = [input.Note, ClientCommands.NameNote];
        input.AddTo(command);
        command.Add(SecretInput.Refused());
        runner.Run(command, session => RunAsync(session, session.Get(id), input));
    }

    private static async Task<int> RunAsync(Session session, string id, MetadataInput input)
    {
        IReadOnlyList<PropertyChange> changes = await input.ReadAsync(session, id).ConfigureAwait(false);
        IClientManagement clients = session.Clients;
        (string found, StoredClient stored) = await session.Names.ChangeAsync(id, one => StoredClient.OfAsync(clients.UpdateAsync(
            one, before => changes.Aggregate(before, (m, change) => change.ApplyTo(m)), session.Token))).ConfigureAwait(false);
        session.HasChanged($"client {found} was updated.");
        return await ClientOutput.WriteAsync(session, stored, session.View.ShowSecrets).ConfigureAwait(false);
    }
}
