using System.Text.Json.Nodes;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Options;

/// <summary>
/// A JSON file with the secrets of the clients that a command creates. It is written again after each, so that none is lost
/// if the command is stopped.
/// </summary>
internal sealed class IssuedSecrets
{
    private readonly string _shown;
    private readonly string _path;
    private readonly JsonArray _clients = [];

    private IssuedSecrets(string shown, string path) => (_shown, _path) = (shown, path);

    /// <summary>Why secrets could not be written; null if all were.</summary>
    public Exception? Failure { get; private set; }

    /// <exception cref="UsageException">The file is there already, or cannot be made.</exception>
    public static IssuedSecrets Open(string shown, string path, bool replace)
    {
        if (!replace && Path.Exists(path))
        {
            throw new UsageException($"--secret-out: {shown} is there already; choose another file, or replace it with --force.");
        }

        PrivateFile.Probe("--secret-out", shown, path);
        return new IssuedSecrets(shown, path);
    }

    public void Add(string clientId, string? clientName, Secret secret)
    {
        _clients.Add((JsonNode)new JsonObject
        {
            ["client_id"] = clientId,
            ["client_name"] = clientName,
            ["client_secret"] = secret.Reveal(),
        });
        try
        {
            PrivateFile.Replace(_path, JsonText.Of(_clients) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failure = e;
        }
    }

    public void ThrowIfFailed()
    {
        if (Failure is not null)
        {
            throw new ToolException(
                $"clients were created, but {_shown} could not be written: {Failure.Message} 'client get ID --show-secrets' shows their secrets.", Failure);
        }
    }
}
