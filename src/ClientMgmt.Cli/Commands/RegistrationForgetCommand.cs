using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt registration forget</c>.</summary>
internal static class RegistrationForgetCommand
{
    public static Command Create(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        var confirmation = new Confirmation("that the key is forgotten");
        var command = new ToolCommand("forget", "Forgets the key to a client, which stays at the server. Asks on a terminal; elsewhere it needs --yes.")
        {
            Examples = ["clientmgmt registration forget 4711", "clientmgmt registration forget 4711 --yes"],
        };
        command.Add(id);
        confirmation.AddTo(command);
        runner.Run(command, session => RunAsync(session, session.Get(id), confirmation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string id, Confirmation confirmation)
    {
        ClientRegistrations known = RegistrationCommands.Require(session);
        confirmation.Require(session);

        // Not the key itself: one that is damaged, or that cannot be decrypted, can be forgotten too.
        IReadOnlyList<RegistrationEntry> entries = await known.Store.ListAsync(known.Server, session.Token).ConfigureAwait(false);
        if (entries.All(e => e.ClientId != id))
        {
            return await RegistrationCommands.NotKnownAsync(session, id).ConfigureAwait(false);
        }

        string question = $"Forget the key to client {id} at {session.Clients.Provider}? The client can no longer be managed without it.";
        if (!await confirmation.AskAsync(session, question).ConfigureAwait(false))
        {
            await session.View.ErrorAsync("nothing was forgotten.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        IAsyncDisposable turn = await known.Store.LockAsync(known.Server, id, session.Token).ConfigureAwait(false);
        await using (turn.ConfigureAwait(false))
        {
            await known.Store.RemoveAsync(known.Server, id, CancellationToken.None).ConfigureAwait(false);
        }

        ClientOutput.Write(session, new JsonObject { ["client_id"] = id, ["result"] = "forgotten" });
        return ExitCode.Done;
    }
}
