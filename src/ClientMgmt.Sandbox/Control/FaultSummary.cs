using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Control;

/// <summary>Says a fault in a line: those of its members that are not the defaults.</summary>
internal static class FaultSummary
{
    private static readonly string[] s_which = ["method", "backend", "pathContains", "pathEndsWith"];
    private static readonly string[] s_howOften = ["times", "after", "probability"];
    private static readonly JsonObject s_default = FaultJson.Write(new SandboxFault());

    /// <summary>The fault as JSON, with the line as a member.</summary>
    public static JsonObject Write(SandboxFault fault)
    {
        JsonObject json = FaultJson.Write(fault);
        json["summary"] = $"{Which(fault)}: {What(fault)}";
        return json;
    }

    /// <summary>What happens to them.</summary>
    public static string What(SandboxFault fault)
    {
        string[] said =
        [
            .. FaultJson.Write(fault)
                .Where(member => !s_which.Contains(member.Key) && !s_howOften.Contains(member.Key) && !JsonNode.DeepEquals(member.Value, s_default[member.Key]))
                .Select(member => $"{member.Key} {member.Value.AsText() ?? JsonText.Write(member.Value!)}"),
        ];
        return said.Length == 0 ? "nothing happens" : string.Join(", ", said);
    }

    /// <summary>Which requests it hits.</summary>
    private static string Which(SandboxFault fault) => string.Join(' ', new[]
    {
        fault.Method ?? "any method", fault.PathContains ?? fault.PathEndsWith ?? "any path", fault.Backend?.ToString(),
    }.OfType<string>());
}
