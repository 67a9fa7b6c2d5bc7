using System.Text.Json;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>
/// Reads one YAML document with the same keys. It is read as a manifest is, but need not say which client it is about, and
/// may hold what 'client get' prints beside the properties.
/// </summary>
internal sealed class YamlClientFileReader : IClientFileReader
{
    public ClientFile Read(string text, string name)
    {
        var problems = new List<ManifestProblem>();
        IReadOnlyList<Node> documents = YamlDocuments.Read(text, name, problems);
        ThrowIfAny(problems);
        if (documents is not [MapNode map])
        {
            throw new UsageException($"{name}:1: one client is an object with keys such as client_name, and one document.");
        }

        var values = new ManifestValues(new ProblemList(name, problems));
        string? clientId = null;
        var changes = new List<PropertyChange>();
        var ignored = new List<string>();
        foreach ((ScalarNode key, Node value) in values.Distinct(map))
        {
            string source = $"{name}:{key.Line}";
            if (key.Value == ClientDocument.Extensions && value is MapNode extensions)
            {
                changes.AddRange(values.Distinct(extensions)
                    .Select(e => Change(e.Key.Value, values.Any(e.Value), $"{name}:{e.Key.Line}")));
            }
            else if (key.Value == ManifestKeys.ClientId)
            {
                clientId = values.Id(key.Value, value);
            }
            else if (ClientDocument.Facts.Contains(key.Value))
            {
                ignored.Add(key.Value);
            }
            else if (ClientMetadata.StandardNames.Contains(key.Value))
            {
                changes.Add(Change(key.Value, values.Standard(key.Value, value), source));
            }
            else
            {
                throw new UsageException(
                    $"{source}: '{key.Value}' is not known; a vendor's own property stands under {ClientDocument.Extensions}.");
            }
        }

        ThrowIfAny(problems);
        return new ClientFile(clientId, changes, ignored);
    }

    private static PropertyChange Change(string name, JsonElement? value, string source) =>
        new(name, value is { ValueKind: JsonValueKind.Null } ? null : value, source);

    private static void ThrowIfAny(List<ManifestProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new ManifestException(problems);
        }
    }
}
