using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Cli;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonNode Json => JsonNode.Parse(Output)!;

    /// <summary>A member of the JSON object, as text.</summary>
    public string? this[string name] => Json[name]?.ToString();
}
