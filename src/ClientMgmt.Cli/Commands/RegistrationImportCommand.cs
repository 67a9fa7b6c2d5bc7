using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt registration import</c>.</summary>
internal static class RegistrationImportCommand
{
    public static Command Create(Runner runner)
    {
        var input = new RegistrationInput(new Argument<string?>("ID")
        {
            Description = "The client_id; not needed with --file.",
            Arity = ArgumentArity.ZeroOrOne,
        });
        var confirmation = new Confirmation("that the key is replaced");
        var command = new ToolCommand("import", "Stores the key to a client that was registered elsewhere, or a new one that the server's operator made.")
        {
            Notes = [("Replacing", "Where there is a key to the client already, it asks on a terminal; elsewhere it needs --yes.")],
            Examples =
            [
                "clientmgmt registration import 4711 --uri https://as.example.com/register/4711 --token-file orders.key",
                "clientmgmt registration import --file clientmgmt-registration-0a1b.json",
            ],
        };
        input.AddTo(command);
        confirmation.AddTo(command);
        runner.Run(command, session => RunAsync(session, input, confirmation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, RegistrationInput input, Confirmation confirmation)
    {
        ClientRegistrations known = RegistrationCommands.Require(session);
        ClientRegistration registration = await input.ReadAsync(session).ConfigureAwait(false);
        string id = registration.ClientId;
        if (known.WhyRefused(registration.ClientUri) is { } reason)
        {
            throw new UsageException($"the key would not be sent to the address of the client: {reason}.");
        }

        if (await known.Store.FindAsync(known.Server, id, session.Token).ConfigureAwait(false) is not null)
        {
            confirmation.Require(session, $"there is a key to client {id} already, and ");
            if (!await confirmation.AskAsync(session, $"Replace the key to client {id} at {session.Clients.Provider}?").ConfigureAwait(false))
            {
                await session.View.ErrorAsync("nothing was stored.").ConfigureAwait(false);
                return ExitCode.Failed;
            }
        }

        IAsyncDisposable turn = await known.Store.LockAsync(known.Server, id, session.Token).ConfigureAwait(false);
        await using (turn.ConfigureAwait(false))
        {
            await known.Store.SaveAsync(known.Server, registration, CancellationToken.None).ConfigureAwait(false);
        }

        ClientOutput.Write(session, RegistrationDocument.Of(registration, session.View.ShowSecrets));
        return ExitCode.Done;
    }
}
