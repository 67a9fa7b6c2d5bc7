using System.CommandLine;
using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Options;

/// <summary>Which of the clients are listed: by a pattern of the name, and by what properties are.</summary>
internal sealed class ClientFilter
{
    private readonly Option<string?> _name = new("--name")
    {
        Description = "Only clients of this name, in which * stands for any characters and ? for one. Case does not count.",
        HelpName = "PATTERN",
    };

    private readonly Option<string[]> _filters = new("--filter")
    {
        Description = "Only clients of which a property has this value, or a list among its values; with nothing after =, those that lack it. Repeat it for several, of which all must hold.",
        HelpName = "PROPERTY=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(_name);
        command.Add(_filters);
    }

    /// <summary>Whether a client has to be read as a whole: a list may show a short form of it.</summary>
    public bool NeedsAll(Session session) => session.Get(_filters) is { Length: > 0 };

    /// <exception cref="UsageException">A filter is none, or about a property that is not known.</exception>
    public Func<OAuthClient, bool> Read(Session session)
    {
        string? pattern = session.Get(_name);
        (string Property, string Value)[] filters = [.. (session.Get(_filters) ?? []).Select(f => Parse(f, session))];
        return client => (pattern is null || FileSystemName.MatchesSimpleExpression(pattern, client.Metadata.ClientName ?? ""))
            && (filters.Length == 0 || Holds(ClientDocument.Of(client, showSecrets: false), filters));
    }

    private static (string Property, string Value) Parse(string text, Session session)
    {
        string[] parts = text.Split('=', 2);
        if (parts.Length < 2 || parts[0].Length == 0)
        {
            throw new UsageException("--filter: write PROPERTY=VALUE.");
        }

        string[] known = [.. ClientDocument.Facts.Except(["client_secret"]), .. ClientMetadata.StandardNames, .. session.Clients.Capabilities.Metadata.Keys];
        return known.Contains(parts[0]) ? (parts[0], parts[1]) : throw new UsageException(
            $"--filter: no property is named '{parts[0]}'{(NearestName.Of(parts[0], known) is { } meant ? $"; did you mean {meant}?" : ".")}");
    }

    private static bool Holds(JsonObject document, IEnumerable<(string Property, string Value)> filters) =>
        filters.All(f => Has(document[f.Property] ?? document[ClientDocument.Extensions]?[f.Property], f.Value));

    // What is false is not told apart from what is not set.
    private static bool Has(JsonNode? node, string value) => node switch
    {
        null => value is "" or "false",
        JsonArray list => list.Count == 0 ? value.Length == 0 : list.Any(item => Text(item) == value),
        JsonObject => node.ToJsonString(Output.JsonText.OneLine) == value,
        _ => Text(node) == value || (Text(node) == "false" && value.Length == 0),
    };

    private static string Text(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? node.ToJsonString() : $"{node}";
}
