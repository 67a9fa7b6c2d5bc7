using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>How one client is shown.</summary>
internal static class ClientOutput
{
    public static void Write(Session session, OAuthClient client, bool showSecret) =>
        Write(session, ClientDocument.Of(client, showSecret, session.View.ShowSecrets));

    public static void Write(Session session, JsonObject document) =>
        session.View.Write(document, () => Tables.Pairs(ClientDocument.Pairs(document)));

    /// <summary>Shows a client that was changed, and says what the server did not store as it was asked to.</summary>
    public static async Task<int> WriteAsync(
        Session session, StoredClient stored, bool showSecret)
    {
        Write(session, stored.Client, showSecret);
        if (stored.NotStored.Count == 0)
        {
            return ExitCode.Done;
        }

        await session.View.ErrorAsync(
            $"client {stored.Client.ClientId}: the server stored another value than asked of {string.Join(", ", stored.NotStored.Select(Name))}.")
            .ConfigureAwait(false);
        return ExitCode.Partly;
    }

    // A server may take a name that it does not know, and forget it.
    private static string Name(string property) =>
        !ClientMetadata.StandardNames.Contains(property) && NearestName.Of(property, ClientMetadata.StandardNames) is { } meant
            ? $"{property} (did you mean {meant}?)"
            : property;

    /// <summary>Shows a new secret once, or writes it to the file that was asked for.</summary>
    public static bool Keep(Session session, Secret? secret, SecretFile? file)
    {
        if (file is null || secret is null)
        {
            return true;
        }

        file.Write(secret);
        return session.View.ShowSecrets;
    }
}
