using System.Text.Json.Nodes;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Schemas;

/// <summary>src/ClientMgmt.Manifests/manifest.schema.json: what a manifest may hold, of which the properties are the model's.</summary>
internal static class ManifestSchemaFile
{
    public static JsonObject Create()
    {
        var properties = new JsonObject
        {
            [ManifestKeys.Schema] = SchemaSource.Text().With("description", "Where this schema is, for editors."),
            [ManifestKeys.ClientId] = new JsonObject
            {
                ["description"] = "The client that is meant. Without it, it is the one of the same client_name, or a new one.",
                ["anyOf"] = new JsonArray(
                    SchemaSource.Text().With("pattern", "\\S"), new JsonObject { ["type"] = "integer", ["minimum"] = 0 }),
            },
            [ManifestKeys.Enabled] = new JsonObject { ["type"] = "boolean", ["description"] = "Whether the client may be used." },
        };
        foreach (string name in ManifestKeys.Written)
        {
            properties[name] = Property(name);
        }

        properties[ManifestKeys.Extensions] = new JsonObject
        {
            ["description"] = "The vendor's properties, by their own names.",
            ["type"] = new JsonArray("object", "null"),
            ["propertyNames"] = new JsonObject
            {
                ["pattern"] = "\\S",
                ["not"] = new JsonObject { ["enum"] = new JsonArray([.. ManifestKeys.NoExtensions.Select(n => (JsonNode)n)]) },
            },
        };
        return new JsonObject
        {
            ["$schema"] = SchemaSource.Draft,
            ["title"] = "ClientMgmt manifest",
            ["description"] = "One OAuth client, or a list of clients. What is left out is left alone; what is null or empty is cleared.",
            ["type"] = new JsonArray("object", "array"),
            ["minItems"] = 1,
            ["items"] = new JsonObject { ["type"] = "object", ["$ref"] = "#" },
            ["properties"] = properties,
            ["patternProperties"] = ClientSchema.Translations(".", "string"),
            ["additionalProperties"] = false,
            ["anyOf"] = new JsonArray(
                new JsonObject { ["required"] = new JsonArray(ManifestKeys.ClientId) },
                new JsonObject
                {
                    ["required"] = new JsonArray(ManifestKeys.ClientName),
                    ["properties"] = new JsonObject { [ManifestKeys.ClientName] = SchemaSource.Text().With("minLength", 1) },
                }),
        };
    }

    // Stricter than the model: what nobody means is not written by hand.
    private static JsonObject Property(string name) =>
        ClientMetadata.GetValueType(name) == typeof(int) ? SchemaSource.Of(name).With("minimum", 0).With("maximum", int.MaxValue)
        : SchemaSource.Of(name) is var property && property.ContainsKey("type") ? property
        : property.With("type", new JsonArray("object", "null"));
}
