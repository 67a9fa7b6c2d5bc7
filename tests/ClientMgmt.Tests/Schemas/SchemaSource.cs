using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Values;

namespace ClientMgmt.Tests.Schemas;

/// <summary>The one home of what the schemas say of properties: the model, its documentation and its constants.</summary>
internal static class SchemaSource
{
    public const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonObject schema) => schema.ToJsonString(s_indented) + "\n";

    /// <summary>A standard property, by its standard name.</summary>
    public static JsonObject Of(string name) =>
        Of(typeof(ClientMetadata).GetProperty(StandardProperty.Named(name)!.Member)!);

    /// <summary>A text, a flag, a list and so on, with its description and known values; null is the same as not there.</summary>
    public static JsonObject Of(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        bool isText = type == typeof(string), isList = type == typeof(IReadOnlyList<string>);
        var schema = new JsonObject { ["description"] = Documentation.Of(property) };
        string? word = isText || type == typeof(Secret) ? "string"
            : isList ? "array"
            : type == typeof(bool) ? "boolean"
            : type == typeof(int) ? "integer"
            : type == typeof(DateTimeOffset) ? "number"
            : type == typeof(IReadOnlyDictionary<string, string>) ? "object"
            : null;
        if (word is not null)
        {
            schema["type"] = new JsonArray(word, "null");
        }

        JsonArray known = [.. Documentation.KnownValues(property).Select(v => (JsonNode)v)];
        if (isText && known.Count > 0)
        {
            schema["examples"] = known;
        }

        if (isList)
        {
            schema["items"] = known.Count > 0 ? new JsonObject { ["type"] = "string", ["examples"] = known } : Text();
        }
        else if (word == "object")
        {
            schema["additionalProperties"] = Text();
        }

        return schema;
    }

    public static JsonObject Text() => new() { ["type"] = "string" };

    public static JsonObject With(this JsonObject schema, string keyword, JsonNode value)
    {
        schema[keyword] = value;
        return schema;
    }
}
