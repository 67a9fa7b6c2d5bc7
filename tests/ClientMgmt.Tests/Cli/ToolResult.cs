using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Cli;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of standard error; of an error that is a document, what people would be told.</summary>
    public string[] ErrorLines => [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.StartsWith("{\"error\":", StringComparison.Ordinal) ? $"clientmgmt: {JsonNode.Parse(line)!["message"]}" : line)];

    public string Told => string.Concat(ErrorLines.Select(line => line + "\n"));

    public JsonNode Json => JsonNode.Parse(Output)!;

    /// <summary>A member of the JSON object, as text.</summary>
    public string? this[string name] => Json[name]?.ToString();
}
