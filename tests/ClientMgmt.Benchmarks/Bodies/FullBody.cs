using System.Text.Json.Nodes;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Benchmarks.Bodies;

/// <summary>A client as a server answers it, in which every property of the specification has a value of a usual length.</summary>
internal static class FullBody
{
    private const string Jwks =
        """{"keys":[{"kty":"EC","crv":"P-256","use":"sig","kid":"1","x":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","y":"ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8"}]}""";

    private static readonly string[] s_addresses = ["Uri", "Uris", "Urls", "Endpoint", "_uris", "_url", "_origins"];

    /// <summary>The answer to a creation, which holds what was sent.</summary>
    public static JsonObject Create(SpecDocument spec, string schema, JsonObject sent)
    {
        JsonObject client = Create(spec, schema);
        foreach ((string name, JsonNode? value) in sent.Where(member => member.Value is not null))
        {
            // DocSpace takes one address, and shows a list.
            bool isList = !client.ContainsKey(name) && client.ContainsKey(name + "s");
            client[isList ? name + "s" : name] = isList ? new JsonArray(value!.DeepClone()) : value!.DeepClone();
        }

        return client;
    }

    private static JsonObject Create(SpecDocument spec, string schema)
    {
        var client = new JsonObject();
        foreach ((YamlNode name, YamlNode property) in spec.Properties(schema).Children)
        {
            client[name.ToString()] = Value(spec, name.ToString(), property, 0);
        }

        return client;
    }

    private static JsonNode Value(SpecDocument spec, string name, YamlNode property, int index) =>
        SpecDocument.Text(property, "type") switch
        {
            "boolean" => true,
            "integer" => Whole(name),
            "array" => new JsonArray(Value(spec, name, property["items"], 0), Value(spec, name, property["items"], 1)),
            "string" => Known(property, index + 1) ?? Text(name, index),
            "object" => JsonNode.Parse(Jwks)!,
            _ when Reference(property) is "TaggedValue" => new JsonObject { ["tag"] = index == 0 ? "de" : "fr", ["value"] = name },
            _ => Create(spec, Reference(property)),
        };

    private static long Whole(string name) =>
        name.EndsWith("At", StringComparison.Ordinal) ? 1_767_323_045_000 : name == "clientId" ? 26_478_243_745_571 : 3600;

    private static string Text(string name, int index) => name switch
    {
        "jwks" => Jwks,
        "clientSecret" or "client_secret" => "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0-Pw",
        "client_id" or "created_by" or "modified_by" => "5a7f8d1e-3c92-4b60-a1f4-0d9be27c6358",
        "registration_access_token" => Api.Token,
        "registration_client_uri" => $"https://api.example.com/{Api.Registration.Client("5a7f8d1e-3c92-4b60-a1f4-0d9be27c6358")}",
        "created_on" or "modified_on" => "2026-01-02T03:04:05.678901Z",
        _ when s_addresses.Any(name.EndsWith) => $"https://client.example.com/{name}/{index}",
        _ => $"{name} {index}",
    };

    private static string? Known(YamlNode property, int index) =>
        ((YamlMappingNode)property).Children.TryGetValue("x-extensible-enum", out YamlNode? values)
            ? ((YamlSequenceNode)values).Children is var all && all.Count > index ? all[index].ToString() : all[0].ToString()
            : null;

    private static string Reference(YamlNode property) =>
        (SpecDocument.Text(property, "$ref") ?? SpecDocument.Text(property["allOf"][0], "$ref"))!.Split('/')[^1];
}
