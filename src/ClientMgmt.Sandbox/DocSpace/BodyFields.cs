using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.DocSpace.Java;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// A request body, read as the server's parser does: scalars become texts, sets lose duplicates, unknown members are
/// ignored, and anything of another shape makes the whole body unreadable: a FormatException.
/// </summary>
internal sealed class BodyFields(JsonObject body)
{
    public static BodyFields Parse(Visit visit)
    {
        byte[] json = BodyText.Utf8(visit.Incoming);
        return JavaJsonReader.Read(json, visit.Traits.Nesting, visit.Traits.IgnoresTextAfterBody) is JsonObject body
            ? new(body)
            : throw new FormatException();
    }

    public bool Has(string name) => body[name] is not null;

    public string? Text(string name) => Text(body[name]);

    public bool Flag(string name) => Flag(body[name]);

    public IReadOnlyList<string?>? Set(string name) => body[name] switch
    {
        null => null,
        JsonArray array => [.. array.Select(Text).Distinct()],
        _ => throw new FormatException(),
    };

    /// <summary>A missing, null or blank flag is false; whole numbers but zero are true.</summary>
    /// <exception cref="FormatException">It is nothing that stands for a flag.</exception>
    public static bool Flag(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.False => false,
        JsonValueKind.True => true,
        JsonValueKind.String => TextFlag(node.AsText()!),
        JsonValueKind.Number => NumberFlag(node),
        _ => throw new FormatException(),
    };

    private static bool TextFlag(string text) => JavaText.IsBlank(text) ? false : text.Trim() switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" or "null" => false,
        _ => throw new FormatException(),
    };

    private static bool NumberFlag(JsonNode number)
    {
        string text = number.ToJsonString();
        if (text.AsSpan().ContainsAny('.', 'e', 'E'))
            throw new FormatException();
        return !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) || value != 0;
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.String => node.AsText(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.ToJsonString(),
        _ => throw new FormatException(),
    };
}
