using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Cli.Output;

/// <summary>A document as JSON for people and programs: indented, and with letters of all languages as they are.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(JsonNode? document) => document?.ToJsonString(s_readable) ?? "null";

    /// <summary>A value on one line.</summary>
    public static string Short(JsonElement value) => JsonSerializer.Serialize(value, OneLine);

    /// <summary>On one line. The encoder escapes line breaks of every kind.</summary>
    public static JsonSerializerOptions OneLine { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
