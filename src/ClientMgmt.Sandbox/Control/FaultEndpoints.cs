using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Faults;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Control;

/// <summary>The faults and the clock over HTTP.</summary>
internal sealed class FaultEndpoints(SandboxServer server, TimeProvider clock)
{
    /// <summary>Adds one or, given an array, several: all of them or, when one is wrong, none.</summary>
    public Reply Add(JsonNode body)
    {
        SandboxFault[] faults = body is JsonArray array ? [.. array.Select(Read)] : [Read(body)];
        foreach (SandboxFault fault in faults)
            server.Faults.Add(fault);
        return Reply.Json(Status201Created, body is JsonArray ? FaultJson.Write(faults) : FaultJson.Write(faults[0]));
    }

    public Reply List() => Reply.Json(Status200OK, new JsonArray([.. server.Faults.Active.Select(active =>
    {
        JsonObject fault = FaultSummary.Write(active.Fault);
        fault["id"] = active.Id;
        fault["hits"] = active.HitCount;
        return fault;
    })]));

    public Reply Remove(string id) => server.Faults.Remove(active => active.Id.ToString(CultureInfo.InvariantCulture) == id)
        ? Reply.Empty(Status204NoContent)
        : Reply.Json(Status404NotFound, new JsonObject { ["error"] = $"No fault with the id '{id}' waits: it is used up, or was removed." });

    public Reply Clock() => Reply.Json(Status200OK, new JsonObject
    {
        ["offset"] = server.ClockOffset.ToString(),
        ["now"] = clock.GetUtcNow().ToString("O"),
    });

    public Reply SetClock(JsonObject body)
    {
        TimeSpan offset = Members.Required(new Members(body, "offset").Duration("offset"), "offset");
        if (offset.TotalDays is not (>= -3650 and <= 3650))
            throw new ArgumentException("'offset' has to be between -3650 and 3650 days.");
        server.ClockOffset = offset;
        return Clock();
    }

    private static SandboxFault Read(JsonNode? node) =>
        FaultJson.Read(node as JsonObject ?? throw new ArgumentException("A fault has to be a JSON object."));
}
