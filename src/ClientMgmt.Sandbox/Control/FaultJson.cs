using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Faults;

namespace ClientMgmt.Sandbox.Control;

/// <summary>Faults as JSON: the names of the record in camel case.</summary>
internal static class FaultJson
{
    private static readonly SandboxFault s_default = new();

    // A list says the last three as well, and may be sent back as it is.
    private static readonly string[] s_known = [.. Write(s_default).Select(member => member.Key), "id", "hits", "summary"];

    public static SandboxFault Read(JsonObject body)
    {
        var members = new Members(body, s_known);
        var fault = new SandboxFault
        {
            Method = members.Text("method"),
            Backend = members.Choice<SandboxBackend>("backend"),
            PathContains = members.Text("pathContains"),
            PathEndsWith = members.Text("pathEndsWith"),
            Times = members.Has("times") ? members.Integer("times") : s_default.Times,
            After = members.Integer("after") ?? s_default.After,
            Probability = members.Real("probability") ?? s_default.Probability,
            DelayBefore = members.Duration("delayBefore") ?? s_default.DelayBefore,
            DelayAfter = members.Duration("delayAfter") ?? s_default.DelayAfter,
            RateLimit = members.Choice<SandboxRateLimit>("rateLimit"),
            RetryIn = members.Duration("retryIn") ?? s_default.RetryIn,
            Status = members.Integer("status"),
            Body = members.Choice<SandboxFaultBody>("body"),
            Text = members.Text("text"),
            ContentType = members.Text("contentType"),
            Headers = members.Map("headers") ?? s_default.Headers,
            Commit = members.Flag("commit"),
            Send = members.Choice<SandboxPart>("send") ?? s_default.Send,
            Then = members.Choice<SandboxEnding>("then") ?? s_default.Then,
            Pieces = members.Integer("pieces") ?? s_default.Pieces,
            PieceDelay = members.Duration("pieceDelay") ?? s_default.PieceDelay,
        };
        if (FaultCheck.Find(fault) is { } mistake)
            throw new ArgumentException($"'{JsonNamingPolicy.CamelCase.ConvertName(mistake.Member)}' {mistake.Rule}.");
        return fault;
    }

    public static JsonObject Write(SandboxFault fault) => new()
    {
        ["method"] = fault.Method,
        ["backend"] = fault.Backend?.ToString(),
        ["pathContains"] = fault.PathContains,
        ["pathEndsWith"] = fault.PathEndsWith,
        ["times"] = fault.Times,
        ["after"] = fault.After,
        ["probability"] = fault.Probability,
        ["delayBefore"] = fault.DelayBefore.ToString(),
        ["delayAfter"] = fault.DelayAfter.ToString(),
        ["rateLimit"] = fault.RateLimit?.ToString(),
        ["retryIn"] = fault.RetryIn.ToString(),
        ["status"] = fault.Status,
        ["body"] = fault.Body?.ToString(),
        ["text"] = fault.Text,
        ["contentType"] = fault.ContentType,
        ["headers"] = new JsonObject(fault.Headers.Select(h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value))),
        ["commit"] = fault.Commit,
        ["send"] = fault.Send.ToString(),
        ["then"] = fault.Then.ToString(),
        ["pieces"] = fault.Pieces,
        ["pieceDelay"] = fault.PieceDelay.ToString(),
    };

    public static JsonArray Write(IEnumerable<SandboxFault> faults) => new([.. faults.Select(Write)]);
}
