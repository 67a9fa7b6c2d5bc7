using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client list</c>: each client is shown as soon as it is read.</summary>
internal static class ClientListCommand
{
    private static readonly (string, int)[] s_columns = [("CLIENT_ID", ListWriter.FitsIds), ("ENABLED", 7), ("CREATED", 20), ("CLIENT_NAME", 0)];

    public static Command Create(Runner runner)
    {
        var developer = new Option<string?>("--developer")
        {
            Description = "Only the clients of this developer (Authlete).",
            HelpName = "NAME",
        };
        var pageSize = new Option<int?>("--page-size")
        {
            Description = "Clients per request; the default is 100 on Authlete and 50 on DocSpace.",
            HelpName = "NUMBER",
            CustomParser = ReadSize,
        };
        var filter = new ClientFilter();
        var command = new ToolCommand("list", "Lists the clients.")
        {
            Examples = ["clientmgmt client list", "clientmgmt client list --name 'shop-*' --filter enabled=false", "clientmgmt client list --filter grant_types=client_credentials", "clientmgmt client list --output json | jq -r '.[].client_id'"],
        };
        filter.AddTo(command);
        command.Add(developer);
        command.Add(pageSize);
        runner.Run(command, session => RunAsync(
            session, new ClientListOptions { Developer = session.Get(developer), PageSize = session.Get(pageSize) }, filter));
        return command;
    }

    public static string[] Cells(OAuthClient client) =>
    [
        client.ClientId,
        client.Enabled switch { true => "yes", false => "no", _ => "" },
        ClientDocument.Text(client.CreatedAt) ?? "",
        client.Metadata.ClientName ?? "",
    ];

    private static async Task<int> RunAsync(Session session, ClientListOptions options, ClientFilter filter)
    {
        Func<OAuthClient, bool> isMeant = filter.Read(session);
        IClientManagement clients = session.Clients;

        // Where each client can be disabled, one that does not say whether it is, is a short form.
        bool needsAll = filter.NeedsAll(session) && clients.Capabilities.Supports(ClientOperation.Disable);
        var unreadable = new List<Exception>();
        options = options with { OnUnreadable = (_, error) => unreadable.Add(error) };
        var writer = new ListWriter(session.View, s_columns);
        session.Progress = () => ($"{writer.Count} clients were listed.", 0);
        await foreach (OAuthClient listed in clients.ListAsync(options, session.Token).ConfigureAwait(false))
        {
            OAuthClient client = needsAll && listed.Enabled is null
                ? await clients.GetAsync(listed.ClientId, session.Token).ConfigureAwait(false)
                : listed;
            if (!isMeant(client))
            {
                continue;
            }

            writer.Add(ClientDocument.Of(client, session.View.ShowSecrets), Cells(client));
        }

        writer.End();
        return await ErrorReport.WriteAsync(session, unreadable, writer.Count).ConfigureAwait(false);
    }

    private static int? ReadSize(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0)
        {
            return size;
        }

        result.AddError("--page-size must be a whole number from 1 on.");
        return null;
    }
}
