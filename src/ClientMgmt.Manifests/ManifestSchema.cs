using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Manifests;

/// <summary>The JSON Schema of a manifest, for editors.</summary>
public static class ManifestSchema
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>
    /// The schema (draft 2020-12) of one document, made from the names and types of <see cref="ClientMetadata"/>. What the
    /// schema refuses, <see cref="ManifestReader"/> refuses too.
    /// </summary>
    public static string Json { get; } = Create().ToJsonString(s_indented) + "\n";

    private static JsonObject Create()
    {
        var properties = new JsonObject
        {
            [ManifestKeys.ClientId] = new JsonObject
            {
                ["description"] = "The client that is meant. Without it, it is the one of the same client_name, or a new one.",
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "string", ["pattern"] = "\\S" },
                    new JsonObject { ["type"] = "integer", ["minimum"] = 0 }),
            },
            [ManifestKeys.Enabled] = new JsonObject { ["type"] = "boolean", ["description"] = "Whether the client may be used." },
        };
        foreach (string name in ManifestKeys.Written)
        {
            properties[name] = Property(ClientMetadata.GetValueType(name));
        }

        properties[ManifestKeys.Extensions] = new JsonObject
        {
            ["description"] = "The vendor's properties, by their own names.",
            ["type"] = new JsonArray("object", "null"),
            ["propertyNames"] = new JsonObject
            {
                ["pattern"] = "\\S",
                ["not"] = new JsonObject { ["enum"] = Texts(ManifestKeys.NoExtensions) },
            },
        };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "ClientMgmt manifest",
            ["description"] = "One OAuth client, or a list of clients. What is left out is left alone; what is null or empty is cleared.",
            ["type"] = new JsonArray("object", "array"),
            ["minItems"] = 1,
            ["items"] = new JsonObject { ["type"] = "object", ["$ref"] = "#" },
            ["properties"] = properties,
            ["additionalProperties"] = false,
            ["anyOf"] = new JsonArray(
                new JsonObject { ["required"] = new JsonArray(ManifestKeys.ClientId) },
                new JsonObject
                {
                    ["required"] = new JsonArray(ManifestKeys.ClientName),
                    ["properties"] = new JsonObject
                    {
                        [ManifestKeys.ClientName] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
                    },
                }),
        };
    }

    private static JsonObject Property(Type type) => type == typeof(string) ? Nullable("string")
        : type == typeof(bool) ? Nullable("boolean")
        : type == typeof(int) ? With(With(Nullable("integer"), "minimum", 0), "maximum", int.MaxValue)
        : type == typeof(IReadOnlyList<string>) ? With(Nullable("array"), "items", Text())
        : type == typeof(IReadOnlyDictionary<string, string>) ? With(Nullable("object"), "additionalProperties", Text())
        : Nullable("object");

    private static JsonObject Nullable(string type) => new() { ["type"] = new JsonArray(type, "null") };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static JsonObject With(JsonObject schema, string keyword, JsonNode value)
    {
        schema[keyword] = value;
        return schema;
    }
}
