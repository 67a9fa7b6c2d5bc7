using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Support;

/// <summary>A client as a server stores it, in which every property of a specification has a value.</summary>
internal static class FullClient
{
    public static JsonObject Create(SpecDocument spec, string schema)
    {
        var client = new JsonObject();
        foreach ((YamlNode name, YamlNode property) in spec.Properties(schema).Children)
        {
            client[name.ToString()] = Value(spec, property);
        }

        return client;
    }

    private static JsonNode Value(SpecDocument spec, YamlNode property) => SpecDocument.Text(property, "type") switch
    {
        "boolean" => true,
        "integer" => 1_700_000_000,
        "array" => new JsonArray(Value(spec, property["items"])),
        "string" when Known(property) is { } known => known,
        "string" => "text",
        "object" => new JsonObject { ["any"] = "text" },
        _ => Create(spec, Reference(property)),
    };

    private static string? Known(YamlNode property) =>
        ((YamlMappingNode)property).Children.TryGetValue("x-extensible-enum", out YamlNode? values) ? values[0].ToString() : null;

    private static string Reference(YamlNode property) =>
        (SpecDocument.Text(property, "$ref") ?? SpecDocument.Text(property["allOf"][0], "$ref"))!.Split('/')[^1];
}
