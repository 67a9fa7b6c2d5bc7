using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Options;

/// <summary>The key to a client and where the client is: from a document, or the address and a file with the key.</summary>
/// <param name="id">The client, where it is named.</param>
internal sealed class RegistrationInput(Argument<string?> id)
{
    private readonly Option<string?> _uri = new("--uri") { Description = "The address of the client, registration_client_uri.", HelpName = "URI" };

    private readonly Option<string?> _tokenFile = new("--token-file")
    {
        Description = "Reads the key, registration_access_token, from a file, - for standard input. Line breaks around it do not count.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _file = new("--file")
    {
        Description = "Reads all of it from a JSON document, as 'registration export' and errors of the store leave it; - for standard input.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Add(id);
        foreach (Option option in new Option[] { _uri, _tokenFile, _file })
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">It is not there, or is none.</exception>
    public async Task<ClientRegistration> ReadAsync(Session session)
    {
        (string clientId, string address, string key) = (session.Parsed.GetValue(id), session.Get(_uri), session.Get(_tokenFile), session.Get(_file)) switch
        {
            ({ } given, { } uri, { } path, null) => (given, uri, await TextFile.ReadAsync(path, "--token-file", session).ConfigureAwait(false)),
            (var given, null, null, { } path) => await ReadAsync(session, given, path).ConfigureAwait(false),
            _ => throw new UsageException("give ID, --uri and --token-file, or --file alone."),
        };
        if (string.IsNullOrWhiteSpace(clientId))
        {
            throw new UsageException("ID is empty; it is the client_id.");
        }

        key = key.Trim();
        if (key.Length == 0 || key.Any(c => c is <= ' ' or > '~'))
        {
            throw new UsageException("the key is empty, or holds what no key can: it is one word of ASCII characters.");
        }

        return new ClientRegistration
        {
            ClientId = clientId,
            ClientUri = Uri.TryCreate(address, UriKind.Absolute, out Uri? place) && place.Scheme is "https" or "http"
                ? place
                : throw new UsageException("the address of the client must begin with https:// or http://."),
            AccessToken = new Secret(key),
            SavedAt = session.Environment.Time.GetUtcNow(),
        };
    }

    private static async Task<(string Id, string Address, string Key)> ReadAsync(Session session, string? clientId, string path)
    {
        string text = await TextFile.ReadAsync(path, "--file", session).ConfigureAwait(false);
        (string ClientId, string Address, string Key) read = RegistrationDocument.Read(text)
            ?? throw new UsageException($"--file: {path} is no JSON object with client_id, registration_client_uri and registration_access_token.");
        return clientId is null || clientId == read.ClientId ? read : throw new UsageException($"--file: {path} is about client {read.ClientId}, not {clientId}.");
    }
}
