using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Wire;

/// <summary>JSON as text that can be compared: members in order of their names, numbers letter by letter.</summary>
public static class Json
{
    public static string Sorted(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Sorted(document.RootElement);
    }

    /// <summary>A copy of a document in which one member has another value, or is gone.</summary>
    public static string With(string json, string name, string? value)
    {
        JsonObject document = JsonNode.Parse(json)!.AsObject();
        document.Remove(name);
        if (value is not null)
        {
            document[name] = JsonNode.Parse(value);
        }

        return document.ToJsonString();
    }

    public static IReadOnlyList<string> Names(string json) => [.. JsonNode.Parse(json)!.AsObject().Select(p => p.Key)];

    private static string Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => JsonSerializer.Serialize(p.Name) + ":" + Sorted(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Sorted)) + "]",
        JsonValueKind.String => JsonSerializer.Serialize(element.GetString()),
        _ => element.GetRawText(),
    };
}
