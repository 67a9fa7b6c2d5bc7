using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>One call on one portal.</summary>
internal sealed class Visit(PortalState portal, Incoming incoming, Caller? caller, string servicePath)
{
    public PortalState Portal { get; } = portal;

    public Traits Traits => Portal.Traits;

    public Incoming Incoming { get; } = incoming;

    public string ServicePath { get; } = servicePath;

    public string[] Arguments { get; set; } = [];

    /// <summary>The caller; only public info may be without.</summary>
    public Caller Caller => caller ?? throw new InvalidOperationException("The operation needs a caller.");

    public bool IsAdmin => Caller.Role == DocSpaceRole.Admin;

    public void RequireUser()
    {
        if (Caller.Role == DocSpaceRole.Guest)
            throw new Refusal(Problem.Denied(this));
    }

    /// <summary>The client of the path, as stored; unknown, foreign and malformed ids are all 404.</summary>
    public JsonObject OwnClient(out string id)
    {
        id = Id() ?? throw new Refusal(Problem.NotFound(this, Arguments[0]));
        JsonObject? client = Portal.Find(id);
        if (client is null || !Reaches(client))
            throw new Refusal(Problem.NotFound(this, id));
        return client;
    }

    /// <summary>An administrator reaches all clients of the portal, a user his own.</summary>
    public bool Reaches(JsonObject client) =>
        IsAdmin || string.Equals(client["created_by"].AsText(), Caller.UserId, StringComparison.OrdinalIgnoreCase);

    public string? Id() => IdOf(Arguments[0]);

    public static string? IdOf(string text) => text.Length == 36 && Guid.TryParseExact(text, "D", out Guid id) ? id.ToString("D") : null;

    public void Touch(JsonObject client, bool by = true)
    {
        client["modified_on"] = Portal.Write(Portal.NextTime());
        if (by)
            client["modified_by"] = Caller.UserId;
    }
}
