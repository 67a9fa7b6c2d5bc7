using System.Text.Json.Nodes;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary>How one client is shown.</summary>
internal static class ClientOutput
{
    public static void Write(Session session, OAuthClient client, bool showSecret) =>
        Write(session, ClientDocument.Of(client, showSecret));

    public static void Write(Session session, JsonObject document) =>
        session.View.Write(document, () => Tables.Pairs(ClientDocument.Pairs(document)));

    /// <summary>Shows a new secret once, or writes it to the file that was asked for.</summary>
    public static bool Keep(Session session, string clientId, Secret? secret, SecretFile? file)
    {
        if (file is null || secret is null)
        {
            return true;
        }

        file.Write(clientId, secret);
        return session.View.ShowSecrets;
    }
}
