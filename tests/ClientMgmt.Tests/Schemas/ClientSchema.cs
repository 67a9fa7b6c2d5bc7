using System.Text.Json.Nodes;
using ClientMgmt.Values;

namespace ClientMgmt.Tests.Schemas;

/// <summary>schema/client.schema.json: what both serializers write and read.</summary>
internal static class ClientSchema
{
    private const string Metadata = "metadata";

    public static JsonObject Create() => new()
    {
        ["$schema"] = SchemaSource.Draft,
        ["title"] = nameof(OAuthClient),
        ["description"] = Documentation.Of(typeof(OAuthClient)),
        ["$ref"] = $"#/$defs/{Metadata}",
        ["properties"] = Issued(),
        ["required"] = new JsonArray(ClientJson.ClientId),
        ["$defs"] = new JsonObject
        {
            [Metadata] = new JsonObject
            {
                ["title"] = nameof(ClientMetadata),
                ["description"] = $"{Documentation.Of(typeof(ClientMetadata))} Other members are the vendor's own.",
                ["type"] = "object",
                ["properties"] = Standard(),
                ["patternProperties"] = Translations("", "string", "null"),
            },
        },
    };

    private static JsonObject Issued()
    {
        var properties = new JsonObject();
        foreach (var property in typeof(OAuthClient).GetProperties().Where(p => p.Name != nameof(OAuthClient.Metadata)))
        {
            properties[Documentation.NameOf(property)] = SchemaSource.Of(property);
        }

        properties[ClientJson.ClientId]!["type"] = "string";
        properties[ClientJson.ClientSecret]!["minLength"] = 1;
        foreach (string name in new[] { ClientJson.ClientSecretExpiresAt, ClientJson.ClientIdIssuedAt, ClientJson.ModifiedAt })
        {
            properties[name]!.AsObject().With("minimum", DateTimeOffset.MinValue.ToUnixTimeSeconds())
                .With("exclusiveMaximum", DateTimeOffset.MaxValue.ToUnixTimeSeconds() + 1);
        }

        return properties;
    }

    private static JsonObject Standard()
    {
        var properties = new JsonObject();
        foreach (string name in ClientMetadata.StandardNames)
        {
            JsonObject property = SchemaSource.Of(name);
            properties[name] = ClientMetadata.GetValueType(name) == typeof(int)
                ? property.With("minimum", int.MinValue).With("maximum", int.MaxValue)
                : property;
        }

        properties[ClientJson.Extensions] = new JsonObject
        {
            ["description"] = "The vendor's own members whose names mean something else here, such as scope or extensions itself.",
            ["type"] = new JsonArray("object", "null"),
        };
        return properties;
    }

    public static JsonObject Translations(string tag, params string[] types)
    {
        var properties = new JsonObject();
        foreach (StandardProperty property in StandardProperty.All.Where(p => p.IsTagged))
        {
            properties[$"^{property.Key}{tag}"] = new JsonObject
            {
                ["description"] = SchemaSource.Of(property.Name)["description"]!.GetValue<string>(),
                ["type"] = types is [var one] ? one : new JsonArray([.. types.Select(t => (JsonNode)t)]),
            };
        }

        return properties;
    }
}
