using System.Collections.Frozen;

namespace SpecCheck.Facts;

/// <summary>The names of facts, apart from the keywords of JSON Schema in <see cref="Limits"/>.</summary>
internal static class FactName
{
    public const string Operation = "operation";
    public const string Parameter = "parameter";
    public const string Request = "request";
    public const string Status = "status";
    public const string Body = "body";
    public const string Media = "media";
    public const string Property = "property";
    public const string Value = "value";

    public const string Id = "id";
    public const string Path = "path";
    public const string Method = "method";
    public const string Security = "security";
    public const string Deprecated = "deprecated";
    public const string Required = "required";
    public const string Type = "type";
    public const string Format = "format";
    public const string Nullable = "nullable";
    public const string ReadOnly = "readOnly";
    public const string AdditionalProperties = "additionalProperties";

    /// <summary>What a request has to keep to.</summary>
    public static readonly string[] Limits =
    [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern", "minItems", "maxItems",
        "uniqueItems", "default",
    ];

    public static readonly FrozenSet<string> Presences =
        FrozenSet.Create(Operation, Parameter, Request, Status, Body, Media, Property, Value);
}
