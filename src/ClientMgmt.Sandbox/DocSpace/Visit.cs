using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.DocSpace.Java;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>One call on one portal.</summary>
internal sealed class Visit(PortalState portal, Incoming incoming, Caller? caller)
{
    private Acceptance? _acceptance;

    public PortalState Portal { get; } = portal;

    public Traits Traits => Portal.Traits;

    public Incoming Incoming { get; } = incoming;

    public Operation Operation { get; set; } = Operation.None;

    public string[] Arguments { get; set; } = [];

    public Acceptance Acceptance => _acceptance ??= Acceptance.Of(Incoming);

    /// <summary>The caller; only public info may be without.</summary>
    public Caller Caller => caller ?? throw new InvalidOperationException("The operation needs a caller.");

    public bool IsAdmin => Caller.Role == DocSpaceRole.Admin;

    /// <summary>Where a client was looked for, as a 404 tells it: with the user's id after a read, the address after a write.</summary>
    public string Scope
    {
        get
        {
            if (Operation.IsPublic)
                return "";
            string user = IsAdmin ? "" : $"and user {(Operation.Writes ? Caller.Email : Caller.UserId)} ";
            return $"for tenant {Portal.Options.TenantId} {user}";
        }
    }

    /// <summary>Checks the role, and then counts the call: invalid and denied ones do not count.</summary>
    public void RequireUser()
    {
        if (Caller.Role == DocSpaceRole.Guest)
            throw new Refusal(Problem.Denied(this));
        Count();
    }

    public void RequireAdmin()
    {
        if (!IsAdmin)
            throw new Refusal(Problem.Denied(this));
        Count();
    }

    public void Count()
    {
        if (!Portal.Limits.AllowsCall(Operation.IsPublic))
            throw new Refusal(Problem.TooManyCalls(this));
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

    public bool IsOwn(Consent consent) => string.Equals(consent.UserId, Caller.UserId, StringComparison.OrdinalIgnoreCase);

    /// <summary>What every change of a client does: its time, its author, and the end of what the cache holds of it.</summary>
    public void Changed(string id, JsonObject client, bool by = true)
    {
        client["modified_on"] = Portal.Write(Portal.Stored(Portal.NextTime()));
        if (by)
            client["modified_by"] = Caller.UserId;
        Portal.Changed(id);
        Portal.Cache.Evict(id);
    }

    /// <summary>What the operation answers.</summary>
    public Reply Run()
    {
        try
        {
            return Operation.Handler(this);
        }
        catch (Refusal refusal)
        {
            return refusal.Reply;
        }
        catch (FormatException)
        {
            return Problem.Unexpected(this);
        }
    }

    public string Write(JsonNode body) => JavaJson.Write(body, Traits.EscapesPairs);

    public Reply Success(int status, JsonNode body) => new(status, Write(body), Acceptance.Type);
}
