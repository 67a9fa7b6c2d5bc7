using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt grant</c>: what end users have granted to clients.</summary>
internal static class GrantCommands
{
    public const string SubjectName = "--subject";

    private static readonly (string, int)[] s_columns = [("CLIENT_ID", 36), ("GRANTED", 20), ("CLIENT_NAME", 30), ("SCOPE", 0)];

    public static Command Create(Runner runner) => new ToolCommand("grant", "Shows and changes what an end user has granted to clients.")
    {
        CreateList(runner),
        Create(runner, "revoke", "Takes back all that the subject has granted to a client; its tokens end.", RevokeAsync),
        Create(runner, "scopes", "Shows the scopes that the subject has granted to a client.", ShowScopesAsync),
        CreateSetScopes(runner),
        Create(runner, "delete-scopes", "Forgets the scopes that the subject has granted to a client; tokens stay.", DeleteScopesAsync),
    };

    private static Option<string?> Subject() => new(SubjectName)
    {
        Description = "The end user. DocSpace has only the caller's own grants: leave it out there.",
        HelpName = "SUBJECT",
    };

    private static ToolCommand CreateList(Runner runner)
    {
        Option<string?> subject = Subject();
        var command = new ToolCommand("list", "Lists the clients that the subject has granted access to.")
        {
            Examples = ["clientmgmt grant list --subject ann"],
        };
        command.Add(subject);
        runner.Run(command, session => ListAsync(session, session.Get(subject)));
        return command;
    }

    private static ToolCommand Create(
        Runner runner, string name, string description, Func<Session, string, string?, Task> body)
    {
        Argument<string> id = ClientCommands.Id();
        Option<string?> subject = Subject();
        var command = new ToolCommand(name, description) { Examples = [$"clientmgmt grant {name} 4711 --subject ann"] };
        command.Add(id);
        command.Add(subject);
        runner.Run(command, session => body(session, session.Get(id), session.Get(subject)));
        return command;
    }

    private static ToolCommand CreateSetScopes(Runner runner)
    {
        Argument<string> id = ClientCommands.Id();
        Option<string?> subject = Subject();
        var scopes = new Option<string[]>("--scope")
        {
            Description = "A scope that the tokens keep; repeat it for several.",
            HelpName = "SCOPE",
            Arity = ArgumentArity.OneOrMore,
            Required = true,
        };
        var command = new ToolCommand("set-scopes", "Changes the scopes of the tokens that the subject's grant has issued.")
        {
            Examples = ["clientmgmt grant set-scopes 4711 --subject ann --scope openid --scope profile"],
        };
        command.Add(id);
        command.Add(subject);
        command.Add(scopes);
        runner.Run(command, async session =>
        {
            IClientManagement clients = session.Clients;
            string found = await session.Names.ChangeAsync(session.Get(id), one => clients.Grants.UpdateAuthorizationAsync(
                one, session.Get(subject)!, session.Get(scopes)!, session.Token)).ConfigureAwait(false);
            session.HasChanged("the grant was changed.");
            Result(session, found, "changed");
        });
        return command;
    }

    private static async Task ListAsync(Session session, string? subject)
    {
        var writer = new ListWriter(session.View, s_columns);
        session.Progress = () => ($"{writer.Count} clients were listed.", 0);
        await foreach (AuthorizedClient grant in session.Clients.Grants.ListAuthorizedClientsAsync(subject, null, session.Token).ConfigureAwait(false))
        {
            string? name = grant.Client?.Metadata.ClientName;
            string? granted = ClientDocument.Text(grant.ModifiedAt);
            writer.Add(
                new JsonObject { ["client_id"] = grant.ClientId, ["client_name"] = name, ["scope"] = grant.Scope, ["modified_at"] = granted },
                grant.ClientId, granted ?? "", name ?? "", grant.Scope ?? "");
        }

        writer.End();
    }

    private static async Task RevokeAsync(Session session, string id, string? subject)
    {
        IClientManagement clients = session.Clients;
        id = await session.Names.ChangeAsync(id, one => clients.Grants.RevokeAuthorizationAsync(one, subject, session.Token)).ConfigureAwait(false);
        session.HasChanged("the grant was revoked.");
        Result(session, id, "revoked");
    }

    private static async Task DeleteScopesAsync(Session session, string id, string? subject)
    {
        IClientManagement clients = session.Clients;
        id = await session.Names.ChangeAsync(id, one => clients.Grants.DeleteGrantedScopesAsync(one, subject!, session.Token)).ConfigureAwait(false);
        session.HasChanged("the granted scopes were deleted.");
        Result(session, id, "deleted");
    }

    private static async Task ShowScopesAsync(Session session, string id, string? subject)
    {
        (id, GrantedScopes scopes) = await session.Names.RunAsync(
            id, one => session.Clients.Grants.GetGrantedScopesAsync(one, subject, session.Token)).ConfigureAwait(false);
        ClientOutput.Write(session, new JsonObject
        {
            ["client_id"] = id,
            ["latest"] = ScopeCommands.Array(scopes.Latest),
            ["merged"] = ScopeCommands.Array(scopes.Merged),
            ["modified_at"] = ClientDocument.Text(scopes.ModifiedAt),
        });
    }

    private static void Result(Session session, string id, string result) =>
        ClientOutput.Write(session, new JsonObject { ["client_id"] = id, ["result"] = result });
}
