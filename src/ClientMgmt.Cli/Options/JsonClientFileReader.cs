using System.Text.Json;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Options;

/// <summary>Reads a JSON object of standard names, with the vendor's under <c>extensions</c>.</summary>
internal sealed class JsonClientFileReader : IClientFileReader
{
    public ClientFile Read(string text, string name)
    {
        using JsonDocument document = Parse(text, name);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new UsageException($"{name}:1: one client is a JSON object.");
        }

        JsonKeyLines lines = JsonKeyLines.Read(System.Text.Encoding.UTF8.GetBytes(text));
        string Source(string key) => $"{name}:{lines.Find(key) ?? 1}";
        var changes = new List<PropertyChange>();
        var ignored = new List<string>();
        string? clientId = null;
        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            if (member.Name == ClientDocument.Extensions && member.Value.ValueKind == JsonValueKind.Object)
            {
                changes.AddRange(member.Value.EnumerateObject()
                    .Select(e => Change(e, Source($"{ClientDocument.Extensions}:{e.Name}"))));
            }
            else if (ClientDocument.Facts.Contains(member.Name))
            {
                clientId = member is { Name: "client_id", Value.ValueKind: JsonValueKind.String } ? member.Value.GetString() : clientId;
                ignored.AddRange(member.Name == "client_id" ? [] : [member.Name]);
            }
            else if (ClientMetadata.StandardNames.Contains(member.Name))
            {
                changes.Add(Change(member, Source(member.Name)));
            }
            else
            {
                throw new UsageException(
                    $"{Source(member.Name)}: '{member.Name}' is not known; a vendor's own property stands under {ClientDocument.Extensions}.");
            }
        }

        return new ClientFile(clientId, changes, ignored);
    }

    private static PropertyChange Change(JsonProperty member, string source) => new(
        member.Name, member.Value.ValueKind == JsonValueKind.Null ? null : member.Value.Clone(), source);

    private static JsonDocument Parse(string text, string name)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            throw new UsageException($"{name}:{e.LineNumber + 1}: this is not valid JSON.", e);
        }
    }
}
