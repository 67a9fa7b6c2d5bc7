using ClientMgmt.Cli.Commands;

namespace ClientMgmt.Cli.Options;

/// <summary>The description of one client in a file.</summary>
/// <param name="ClientId">The client that it is about, if it says so.</param>
/// <param name="Changes">The properties that it names.</param>
/// <param name="Ignored">What it names and no command can set.</param>
internal sealed record ClientFile(string? ClientId, IReadOnlyList<PropertyChange> Changes, IReadOnlyList<string> Ignored)
{
    private static readonly IClientFileReader s_json = new JsonClientFileReader();
    private static readonly IClientFileReader s_yaml = new YamlClientFileReader();

    public static async Task<IReadOnlyList<PropertyChange>> ReadAsync(string path, string? clientId, Session session)
    {
        string name = path == "-" ? "standard input" : path;
        string text = await TextFile.ReadAsync(path, "--file", session).ConfigureAwait(false);
        ClientFile file = (IsYaml(path, text) ? s_yaml : s_json).Read(text, name);
        if (clientId is not null && file.ClientId is not null && file.ClientId != clientId)
        {
            throw new UsageException($"{name} is about client {file.ClientId}, and not about {clientId}; remove its client_id to use it for another.");
        }

        if (file.Ignored.Count > 0)
        {
            session.View.Note($"{name}: {string.Join(", ", file.Ignored)}: not set, because a server chooses it or another command changes it.");
        }

        return file.Changes;
    }

    // JSON is YAML too, but its own reader tells its mistakes better.
    private static bool IsYaml(string path, string text) =>
        Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML"
        || (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !text.TrimStart().StartsWith('{'));
}
