using System.CommandLine;
using System.Text.Json;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Options;

/// <summary>All ways to name properties: a file, the flags, --set and --unset. Flags win over the file.</summary>
internal sealed class MetadataInput
{
    private readonly MetadataFlags _flags = new();

    private readonly Option<string?> _file = new("--file", "-f")
    {
        Description = "Reads the properties from a YAML or JSON file as 'client get' writes it, - for standard input. Flags win over it.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Sets any property, also a vendor's; the value may be JSON, but is a text where the specification has one. Repeat it for several.",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _unset = new("--unset")
    {
        Description = "Clears any property. Repeat it for several.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    public (string Title, string Text) Note => (
        "Properties",
        $"""
        Only what is named changes. A list that is named is replaced as a whole. The exit code is 6 if the server stores something else.
        More flags, by the standard names: {_flags.Others}.
        Translations and vendor properties: --set 'client_names=JSON', --set pkceRequired=true.
        """);

    public void AddTo(Command command)
    {
        _flags.AddTo(command);
        command.Add(_file);
        command.Add(_set);
        command.Add(_unset);
    }

    /// <summary>What was named, in the order of precedence.</summary>
    /// <param name="session">The command.</param>
    /// <param name="clientId">The client that is meant; null for a new one.</param>
    /// <exception cref="UsageException">Something is wrong with it.</exception>
    public async Task<IReadOnlyList<PropertyChange>> ReadAsync(Session session, string? clientId)
    {
        PropertyChange[] named = [.. _flags.Read(session.Parsed), .. ReadAssignments("--set", session.Get(_set) ?? [], () => session.Clients.Capabilities), .. Unsets(session)];
        if (named.GroupBy(n => n.Property, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new UsageException($"{twice.Key} is named more than once: {string.Join(", ", twice.Select(n => n.Source))}.");
        }

        IEnumerable<PropertyChange> file = session.Get(_file) is { } path
            ? await ClientFile.ReadAsync(path, clientId, session).ConfigureAwait(false)
            : [];
        PropertyChange[] all = [.. file, .. named];
        if (all.FirstOrDefault(c => c.Value?.GetRawText().Contains(ClientDocument.Redacted, StringComparison.Ordinal) == true) is { } hidden)
        {
            throw new UsageException($"{hidden.Source}: a value of {hidden.Property} is {ClientDocument.Redacted}; get it with --show-secrets, or leave it out.");
        }

        _ = all.Aggregate(new ClientMetadata(), (metadata, change) => change.ApplyTo(metadata));
        return all.Length > 0 ? all : throw new UsageException(
            "name at least one property, for example --client-name TEXT; see --help.");
    }

    /// <summary>Reads what an option says as NAME=VALUE.</summary>
    /// <param name="option">The option.</param>
    /// <param name="texts">What it says.</param>
    /// <param name="capabilities">Those of the provider.</param>
    /// <exception cref="UsageException">It does not, or there is no such property.</exception>
    public static IEnumerable<PropertyChange> ReadAssignments(
        string option, IEnumerable<string> texts, Func<Capabilities> capabilities) => texts.Select(text =>
    {
        string[] parts = text.Split('=', 2);
        if (parts.Length < 2 || parts[0].Length == 0)
        {
            throw new UsageException($"{option}: write NAME=VALUE.");
        }

        JsonElement value = JsonValues.Read(Checked(option, parts[0]), parts[1], capabilities);
        return new PropertyChange(parts[0], value.ValueKind == JsonValueKind.Null ? null : value, $"{option} {parts[0]}");
    });

    private IEnumerable<PropertyChange> Unsets(Session session) =>
        (session.Get(_unset) ?? []).Select(name => new PropertyChange(Checked("--unset", name), null, $"--unset {name}"));

    // A backend may take any name for one of its own, so slips must be found here.
    private static string Checked(string option, string name)
    {
        string close = name.TrimStart('-').Replace('-', '_');
        string? meant = ClientMetadata.StandardNames.FirstOrDefault(
            n => string.Equals(n, close, StringComparison.OrdinalIgnoreCase) || string.Equals(n, close + "s", StringComparison.OrdinalIgnoreCase));
        return ClientDocument.Facts.Contains(close)
            ? throw new UsageException($"{option}: {close} is no property; there are commands for the secret and for whether a client is enabled.")
            : meant is null || meant == name
            ? name
            : throw new UsageException($"{option}: '{name}' is not known; the property is named {meant}.");
    }
}
