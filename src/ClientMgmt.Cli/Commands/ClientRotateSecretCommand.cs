using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client rotate-secret</c>.</summary>
internal static class ClientRotateSecretCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        var output = new SecretOutput();
        var command = new ToolCommand("rotate-secret", "Has the server issue a new secret, and shows it this once.")
        {
            Notes = [ClientCommands.NameNote],
            Examples = ["clientmgmt client rotate-secret 4711 --secret-out orders.secret"],
            IsAboutSecrets = true,
        };
        command.Add(id);
        output.AddTo(command);
        command.Add(SecretInput.Refused());
        runner.Run(command, session => RunAsync(session, session.Get(id), output));
        return command;
    }

    private static async Task RunAsync(Session session, string id, SecretOutput output)
    {
        IClientManagement clients = session.Clients;
        using SecretFile? file = await output.OpenAsync(session).ConfigureAwait(false);
        (string found, Secret secret) = await session.Names.ChangeAsync(id, one => clients.RotateSecretAsync(one, session.Token)).ConfigureAwait(false);
        session.HasChanged($"client {found} has a new secret, which {(file is null ? "was shown to nobody: rotate it again" : $"'client get {found} --show-secrets' shows")}.");
        Write(session, found, secret, ClientOutput.Keep(session, secret, file));
    }

    public static void Write(Session session, string id, Secret secret, bool show) => ClientOutput.Write(
        session, new JsonObject { ["client_id"] = id, ["client_secret"] = ClientDocument.Text(secret, show) });
}
