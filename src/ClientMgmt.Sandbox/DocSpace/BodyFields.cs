using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// A request body, read as the server's parser does: scalars become texts, sets lose duplicates, unknown members are
/// ignored, and anything of another shape makes the whole body unreadable: a FormatException.
/// </summary>
internal sealed class BodyFields(JsonObject body)
{
    public static BodyFields Parse(string text) =>
        JsonText.TryParse(text, out JsonObject? body) ? new(body) : throw new FormatException();

    public bool Has(string name) => body[name] is not null;

    public string? Text(string name) => Text(body[name]);

    /// <summary>A missing or null flag is false.</summary>
    public bool Flag(string name)
    {
        if (body[name] is not { } node)
            return false;
        if (node.AsFlag() is { } flag)
            return flag;
        return bool.TryParse(node.AsText(), out bool parsed) ? parsed : throw new FormatException();
    }

    public IReadOnlyList<string?>? Set(string name) => body[name] switch
    {
        null => null,
        JsonArray array => [.. array.Select(Text).Distinct()],
        _ => throw new FormatException(),
    };

    private static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.String => node.AsText(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.ToJsonString(),
        _ => throw new FormatException(),
    };
}
