using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt registration export</c>.</summary>
internal static class RegistrationExportCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        var output = new SecretOutput("the key");
        var command = new ToolCommand("export", "Shows where a client is and, with --show-secrets, the key to it.")
        {
            Notes = [("Use", "'registration import' takes the document of --output json --show-secrets with --file, or the address with --uri and the file of --secret-out with --token-file.")],
            Examples =
            [
                "clientmgmt registration export 4711 --secret-out orders.key",
                "clientmgmt registration export 4711 --show-secrets --output json",
            ],
        };
        command.Add(id);
        output.AddTo(command);
        runner.Run(command, session => RunAsync(session, session.Get(id), output));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string id, SecretOutput output)
    {
        ClientRegistrations known = RegistrationCommands.Require(session);
        using SecretFile? file = await output.OpenAsync(session).ConfigureAwait(false);
        if (await known.Store.FindAsync(known.Server, id, session.Token).ConfigureAwait(false) is not { } registration)
        {
            return await RegistrationCommands.NotKnownAsync(session, id).ConfigureAwait(false);
        }

        file?.Write(registration.AccessToken);
        ClientOutput.Write(session, RegistrationDocument.Of(registration, session.View.ShowSecrets));
        return ExitCode.Done;
    }
}
