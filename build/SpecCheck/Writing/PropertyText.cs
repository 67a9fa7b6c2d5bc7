using SpecCheck.Facts;
using SpecCheck.Reading;

namespace SpecCheck.Writing;

/// <summary>A property in the style of our specifications, without any words of the vendor.</summary>
internal static class PropertyText
{
    private static readonly string[] s_simple = ["string", "integer", "number", "boolean"];

    /// <summary>The lines below the name of the property; null if it needs a schema that we do not have.</summary>
    public static IReadOnlyList<string>? Of(Schema schema, Report report, bool isAnswer)
    {
        string? nullable = isAnswer || schema.IsNullable ? "nullable: true" : null;
        string? readOnly = schema.Says("readOnly") ? "readOnly: true" : null;
        string?[]? lines = schema.Type switch
        {
            "array" => Items(schema, report) is { } items ? ["type: array", nullable, readOnly, $"items: {items}"] : null,
            var type when s_simple.Contains(type) => [$"type: {type}", Format(schema), nullable, readOnly, Values(schema)],
            _ => Reference(schema, report) is { } reference ? [nullable, readOnly, "allOf:", $"  - {reference}"] : null,
        };
        return lines?.OfType<string>().ToList();
    }

    /// <summary>A schema on one line, for a parameter or an entry of an array; null if it is no simple one.</summary>
    public static string? Inline(Schema schema) => s_simple.Contains(schema.Type)
        ? $"{{ {string.Join(", ", ((string?[])[$"type: {schema.Type}", Format(schema), Values(schema)]).OfType<string>())} }}"
        : null;

    public static string? Values(Schema schema)
    {
        string[] values = [.. schema.Values.Select(v => v.Text).Distinct().Where(YamlValue.IsUsable).Select(YamlValue.Of)];
        return values.Length == 0 ? null : $"x-extensible-enum: [{string.Join(", ", values)}]";
    }

    private static string? Items(Schema schema, Report report) => schema.Items is { } node && Schema.Read(report.Theirs, node) is var items
        ? Inline(items) ?? Reference(items, report)
        : null;

    private static string? Reference(Schema schema, Report report) =>
        report.SchemaNames.GetValueOrDefault(schema.Target) is { } name ? $"{{ $ref: '#/components/schemas/{name}' }}" : null;

    // Rule 4: a format must not make a text into something else.
    private static string? Format(Schema schema) => schema.Format?.AsText() is { } format && YamlValue.IsUsable(format)
        ? $"{(schema.Type == "string" ? "x-format" : "format")}: {YamlValue.Of(format)}"
        : null;
}
