using System.Text.Json;

namespace ClientMgmt.Cli.Output;

/// <summary>JSON values as servers show them, who also show what was never set.</summary>
internal static class ServerValues
{
    /// <summary>Whether a value is what servers show where nothing was ever set.</summary>
    public static bool IsNothing(JsonElement? value) => value?.GetRawText() is null or "null" or "false" or "0" or "\"\"" or "[]" or "{}";
}
