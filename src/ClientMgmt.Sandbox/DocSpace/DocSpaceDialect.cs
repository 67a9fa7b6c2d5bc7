using System.Globalization;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The registration service of all portals, and the exchange for its signature.</summary>
internal sealed class DocSpaceDialect(IReadOnlyList<PortalState> portals)
{
    /// <summary>Whether a path belongs to DocSpace.</summary>
    public static bool Names(Incoming incoming) =>
        incoming.Segments is ["api", "2.0", ..] or ["portals", _, "api", "2.0", ..];

    public Reply? Handle(Incoming incoming)
    {
        if (incoming.Segments is ["portals", var name, ..] && portals.FirstOrDefault(p => p.Options.Name == name) is { } named)
            return new DocSpaceDialect([named]).Handle(incoming.Below(2));
        if (portals.Count == 0 || incoming.Segments is not ["api", "2.0", ..])
            return null;
        if (incoming.Segments is [_, _, "security", "oauth2", "token"])
            return SignatureExchange.Handle(portals, incoming);
        bool secondPrefix = incoming.Segments is [_, _, "oauth2", ..];
        List<string> rest = [.. incoming.Segments.Skip(secondPrefix ? 3 : 2)];
        if (rest is not ["clients" or "scopes", ..])
            return null;

        // A slash at the end names the collection: this is how an empty id deletes everything.
        if (rest[^1].Length == 0)
            rest.RemoveAt(rest.Count - 1);
        var visitors = new Visitors(portals);
        (PortalState portal, Caller? caller) = visitors.Identify(incoming);
        if (rest is ["clients", var id, "public", "info"])
            portal = visitors.Holder(id) ?? portal;
        lock (portal.Gate)
            return Handle(portal, caller, incoming, secondPrefix, [.. rest]);
    }

    private static Reply Handle(PortalState portal, Caller? caller, Incoming incoming, bool secondPrefix, string[] rest)
    {
        (int Remaining, TimeSpan Wait)? budget = portal.Limits.Take(caller?.UserId ?? Visitors.Address(incoming), incoming.Method);
        if (budget is { Wait.Ticks: > 0 })
        {
            var refused = new Reply(Status429TooManyRequests, "", "application/json");
            refused.Headers["X-Ratelimit-Reset"] = RateLimits.Nanoseconds(budget.Value.Wait);
            return refused;
        }

        var visit = new Visit(portal, incoming, caller, "/api/2.0/" + string.Join('/', rest.Select(Uri.EscapeDataString)));
        Reply reply = Answer(visit, caller, secondPrefix, rest);
        if (budget is { } passed)
        {
            reply.Headers["X-Ratelimit-Remaining"] = passed.Remaining.ToString(CultureInfo.InvariantCulture);
            reply.Headers["X-Ratelimit-Reset"] = "0";
        }

        return reply;
    }

    private static Reply Answer(Visit visit, Caller? caller, bool secondPrefix, string[] rest)
    {
        bool publicInfo = visit.Incoming.Method == "GET" && rest is ["clients", _, "public", "info"];
        bool anonymous = publicInfo && (visit.Traits.CookieCredential || string.IsNullOrWhiteSpace(Signature.Sent(visit.Incoming)));
        if (caller is null && !anonymous)
            return Reply.Empty(Status403Forbidden);
        if (secondPrefix && !visit.Traits.SecondPrefix)
            return Problem.Plain(visit, Status404NotFound);
        if (!Routes.Table.TryFind(visit.Incoming.Method, rest, out Operation? operation, out string[] arguments, out bool pathKnown))
            return Problem.Plain(visit, pathKnown ? Status405MethodNotAllowed : Status404NotFound);
        if (!visit.Portal.Limits.AllowsCall(publicInfo))
            return Problem.TooManyCalls(visit);
        if (operation.Json && !visit.Incoming.IsJson)
            return Problem.Plain(visit, Status415UnsupportedMediaType);
        visit.Arguments = arguments;
        try
        {
            return operation.Handler(visit);
        }
        catch (Refusal refusal)
        {
            return refusal.Reply;
        }
        catch (FormatException)
        {
            return Problem.Unreadable(visit);
        }
    }
}
