using System.CommandLine;
using System.Net;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt registration list</c>.</summary>
internal static class RegistrationListCommand
{
    private const string Works = "works";
    private const string WorksNoLonger = "no longer works";
    private const string NotKnown = "not known";

    public static Command Create(Runner runner)
    {
        var check = new Option<bool>("--check")
        {
            Description = "Reads each client, and says which keys no longer work.",
            Arity = ArgumentArity.Zero,
        };
        var command = new ToolCommand("list", "Lists the keys that there are: since when, and whether a change began whose end is not known.")
        {
            Notes =
            [
                ("Keys", "Only clients whose keys are here can be listed and changed from here. 'registration export' and 'registration import' take a key to another machine; two machines with one key make each other's void where the server replaces it."),
            ],
            Examples = ["clientmgmt registration list", "clientmgmt registration list --check"],
        };
        command.Add(check);
        runner.Run(command, session => RunAsync(session, session.Get(check)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, bool check)
    {
        ClientRegistrations known = RegistrationCommands.Require(session);
        IReadOnlyList<RegistrationEntry> entries = await known.Store.ListAsync(known.Server, session.Token).ConfigureAwait(false);
        if (!check || entries.Count == 0)
        {
            Write(session, entries, keys: null);
            return ExitCode.Done;
        }

        var bulk = new Bulk("read", entries.Select(e => e.ClientId));
        string[] keys = [.. bulk.Ids.Select(_ => NotKnown)];
        int exitCode = await bulk.RunAsync(session, stopAtError: false, async (index, token) =>
            keys[index] = await CheckAsync(session, bulk.Ids[index], word => keys[index] = word, token).ConfigureAwait(false)).ConfigureAwait(false);

        // Reading may have found out how a change ended.
        ILookup<string, RegistrationEntry> now = (await known.Store.ListAsync(known.Server, CancellationToken.None).ConfigureAwait(false)).ToLookup(e => e.ClientId);
        Write(session, [.. entries.Select(e => now[e.ClientId].FirstOrDefault() ?? e)], keys);
        bulk.ThrowIfStopped(session);
        return exitCode;
    }

    private static async Task<string> CheckAsync(Session session, string id, Action<string> tell, CancellationToken cancellationToken)
    {
        try
        {
            await session.Clients.GetAsync(id, cancellationToken).ConfigureAwait(false);
            return Works;
        }
        catch (ClientManagementException e)
        {
            // Whatever says more than that is told as an error.
            tell(e is ClientNotFoundException || e.Error.StatusCode == HttpStatusCode.Unauthorized ? WorksNoLonger : NotKnown);
            throw;
        }
    }

    private static void Write(Session session, IReadOnlyList<RegistrationEntry> entries, string[]? keys)
    {
        JsonObject[] documents = [.. entries.Select(RegistrationDocument.Of)];
        for (int i = 0; i < keys?.Length; i++)
        {
            documents[i]["key"] = keys[i];
        }

        session.View.Write(new JsonArray([.. documents]), () =>
        {
            var table = Tables.Create(["CLIENT_ID", "SAVED", "OPEN_CHANGE", .. keys is null ? Array.Empty<string>() : ["KEY"]]);
            foreach (JsonObject document in documents)
            {
                table.Row([.. document.Select(member => $"{member.Value}")]);
            }

            return table;
        });
        if (entries.Count == 0 && session.View.IsTable)
        {
            session.View.Note("There are none.");
        }
    }
}
