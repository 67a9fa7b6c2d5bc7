using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClientMgmt.Tests.Manifests;

/// <summary>As much of JSON Schema as the schema of manifests uses; another keyword is an error.</summary>
internal static class SchemaCheck
{
    public static bool Accepts(JsonElement schema, JsonElement value) => Accepts(schema, schema, value);

    private static bool Accepts(JsonElement root, JsonElement schema, JsonElement value) =>
        schema.EnumerateObject().All(keyword => Accepts(root, schema, keyword.Name, keyword.Value, value));

    private static bool Accepts(JsonElement root, JsonElement schema, string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "$schema" or "title" or "description" or "examples" or "$defs" => true,
        "type" => rule.ValueKind == JsonValueKind.Array
            ? rule.EnumerateArray().Any(t => IsOf(t.GetString()!, value))
            : IsOf(rule.GetString()!, value),
        "$ref" => Accepts(root, rule.GetString()!.Split('/').Skip(1).Aggregate(root, (place, name) => place.GetProperty(name)), value),
        "anyOf" => rule.EnumerateArray().Any(s => Accepts(root, s, value)),
        "not" => !Accepts(root, rule, value),
        "enum" => rule.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble(),
        "exclusiveMaximum" => value.ValueKind != JsonValueKind.Number || (value.TryGetDecimal(out decimal exact) && exact < rule.GetDecimal()),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(root, rule, item)),
        "required" => value.ValueKind != JsonValueKind.Object || rule.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _)),
        "properties" => Members(value).All(m => !rule.TryGetProperty(m.Name, out JsonElement own) || Accepts(root, own, m.Value)),
        "patternProperties" => Members(value).All(m => rule.EnumerateObject()
            .Where(p => Regex.IsMatch(m.Name, p.Name)).All(p => Accepts(root, p.Value, m.Value))),
        "additionalProperties" => Members(value).Where(m => !IsNamed(schema, m.Name))
            .All(m => rule.ValueKind == JsonValueKind.Object ? Accepts(root, rule, m.Value) : rule.GetBoolean()),
        "propertyNames" => Members(value).All(m => Accepts(root, rule, JsonSerializer.SerializeToElement(m.Name))),
        _ => throw new AssertionException($"This check does not know the keyword {keyword}."),
    };

    private static IEnumerable<JsonProperty> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out JsonElement patterns) && patterns.EnumerateObject().Any(p => Regex.IsMatch(name, p.Name)));

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => string.Equals(value.ValueKind.ToString(), type, StringComparison.OrdinalIgnoreCase),
    };
}
