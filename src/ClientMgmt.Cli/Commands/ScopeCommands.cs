using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt scope</c>: the catalogue, and what a client may request.</summary>
internal static class ScopeCommands
{
    public static Command Create(Runner runner) => new ToolCommand("scope", "Shows the scopes, and says which of them a client may request.")
    {
        CreateList(runner),
        CreateGet(runner),
        CreateSet(runner),
        CreateClear(runner),
    };

    public static JsonArray? Array(IReadOnlyList<string>? values) =>
        values is null ? null : new JsonArray([.. values.Select(v => (JsonNode)v)]);

    private static ToolCommand CreateList(Runner runner)
    {
        var command = new ToolCommand("list", "Lists the scopes that the backend knows.");
        runner.Run(command, async session =>
        {
            IReadOnlyList<OAuthScope> scopes = await session.Clients.Scopes.ListScopesAsync(session.Token).ConfigureAwait(false);
            session.View.Write(
                new JsonArray([.. scopes.Select(s => (JsonNode)new JsonObject { ["name"] = s.Name, ["group"] = s.Group, ["type"] = s.Type })]),
                () =>
                {
                    var table = Tables.Create("NAME", "GROUP", "TYPE");
                    foreach (OAuthScope scope in scopes)
                    {
                        table.Row(scope.Name, scope.Group ?? "", scope.Type ?? "");
                    }

                    return table;
                });
        });
        return command;
    }

    private static ToolCommand CreateGet(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        var command = new ToolCommand("get", "Shows the scopes that a client may request; null means any.")
        {
            Examples = ["clientmgmt scope get 4711"],
        };
        command.Add(id);
        runner.Run(command, async session =>
        {
            (string found, IReadOnlyList<string>? scopes) = await session.Names.RunAsync(
                session.Get(id), one => session.Clients.Scopes.GetRequestableScopesAsync(one, session.Token)).ConfigureAwait(false);
            Write(session, found, scopes);
        });
        return command;
    }

    private static ToolCommand CreateSet(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        var scopes = new Argument<string[]>("SCOPE")
        {
            Description = "All the scopes that the client may request from now on.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new ToolCommand("set", "Restricts a client to the scopes that are named.")
        {
            Examples = ["clientmgmt scope set 4711 openid profile"],
        };
        command.Add(id);
        command.Add(scopes);
        runner.Run(command, async session =>
        {
            IClientManagement clients = session.Clients;
            (string found, IReadOnlyList<string>? stored) = await session.Names.ChangeAsync(session.Get(id), one =>
                clients.Scopes.SetRequestableScopesAsync(one, session.Get(scopes), session.Token)).ConfigureAwait(false);
            session.HasChanged("the requestable scopes were set.");
            Write(session, found, stored);
        });
        return command;
    }

    private static ToolCommand CreateClear(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        var command = new ToolCommand("clear", "Lets a client request any scope.") { Examples = ["clientmgmt scope clear 4711"] };
        command.Add(id);
        runner.Run(command, async session =>
        {
            IClientManagement clients = session.Clients;
            string found = await session.Names.ChangeAsync(
                session.Get(id), one => clients.Scopes.ClearRequestableScopesAsync(one, session.Token)).ConfigureAwait(false);
            session.HasChanged("the restriction was removed.");
            Write(session, found, null);
        });
        return command;
    }

    private static void Write(Session session, string id, IReadOnlyList<string>? scopes) =>
        ClientOutput.Write(session, new JsonObject { ["client_id"] = id, ["scopes"] = Array(scopes) });
}
