using System.CommandLine;
using ClientMgmt.Cli.Options;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client set-secret</c>.</summary>
internal static class ClientSetSecretCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        var input = new SecretInput();
        var output = new SecretOutput();
        var command = new ToolCommand("set-secret", "Gives a client a secret of your choice, and shows it this once.")
        {
            Notes = [ClientCommands.NameNote, ("Secret", "Without --secret-file and --secret-env it is asked for on a terminal, unseen. It is never an argument.")],
            Examples =
            [
                "clientmgmt client set-secret 4711 --secret-file orders.secret",
                "vault read orders | clientmgmt client set-secret 4711 --secret-file -",
            ],
            IsAboutSecrets = true,
        };
        command.Add(id);
        input.AddTo(command);
        output.AddTo(command);
        command.Add(SecretInput.Refused());
        runner.Run(command, session => RunAsync(session, session.Get(id), input, output));
        return command;
    }

    private static async Task RunAsync(Session session, string id, SecretInput input, SecretOutput output)
    {
        IClientManagement clients = session.Clients;
        Secret secret = await input.ReadAsync(session).ConfigureAwait(false);
        using SecretFile? file = await output.OpenAsync(session).ConfigureAwait(false);
        id = await session.Names.ChangeAsync(id, one => clients.SetSecretAsync(one, secret, session.Token)).ConfigureAwait(false);
        session.HasChanged($"client {id} has the new secret.");
        file?.Write(secret);
        ClientRotateSecretCommand.Write(session, id, secret, session.View.ShowSecrets);
    }
}
