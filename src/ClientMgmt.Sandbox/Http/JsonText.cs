using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.Http;

/// <summary>JSON in and out without a change to any number or text.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode node) => node.ToJsonString(s_options);

    /// <exception cref="JsonException">The text is not JSON, has a member twice, or half of a pair of surrogates, which .NET does not read.</exception>
    public static JsonNode? Parse(string text)
    {
        if (text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
            CheckTexts(text);
        return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out JsonObject? body)
    {
        body = null;
        try
        {
            body = Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
        }

        return body is not null;
    }

    /// <summary>The same JSON without white space, its members in alphabetical order; what is not JSON stays as it is.</summary>
    public static string Normalize(string text)
    {
        try
        {
            return Parse(text) is { } node ? Write(Sort(node)) : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool? AsFlag(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    public static JsonArray ToJsonArray(this IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static void CheckTexts(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    private static JsonNode Sort(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Sort(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Sort(item))]),
        _ => node.DeepClone(),
    };
}
