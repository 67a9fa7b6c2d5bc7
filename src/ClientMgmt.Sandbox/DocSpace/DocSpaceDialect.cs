using System.Globalization;
using ClientMgmt.Sandbox.DocSpace.Java;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The registration service of all portals, and the exchange for its signature.</summary>
internal sealed class DocSpaceDialect(IReadOnlyList<PortalState> portals)
{
    private static readonly TimeSpan s_notFoundDelay = TimeSpan.FromSeconds(1);

    /// <summary>Whether a path belongs to DocSpace.</summary>
    public static bool Names(Incoming incoming) =>
        incoming.Segments is ["api", "2.0", ..] or ["portals", _, "api", "2.0", ..];

    public Reply? Handle(Incoming incoming)
    {
        if (incoming.Segments is ["portals", var name, ..] && portals.FirstOrDefault(p => p.Options.Name == name) is { } named)
            return new DocSpaceDialect([named]).Serve(incoming.Below(2));

        // At the root other backends are served too; a signature is addressed to nobody else.
        bool serves = Names(incoming) || ServicePages.Names(incoming) || (Signature.Sent(incoming) is not null && !incoming.IsControl);
        return portals.Count > 0 && serves ? Serve(incoming) : null;
    }

    private Reply? Serve(Incoming incoming)
    {
        if (incoming.Segments is ["api", "2.0", "security", ..])
            return incoming.Segments is [_, _, _, "oauth2", "token"] ? SignatureExchange.Handle(portals, incoming) : null;
        var visitors = new Visitors(portals);
        (PortalState portal, Caller? caller) = visitors.Identify(incoming);
        if (Entrance.Refuse(incoming, portal.Traits) is { } refused)
            return refused;
        if (ServicePages.Names(incoming))
            return ServiceAnswer.Of(incoming, ServicePages.Of(incoming, portal.Traits));
        string[] rest = Rest(incoming, portal);
        bool publicInfo = rest is ["clients", _, "public", "info"];
        if (publicInfo)
            portal = visitors.Holder(rest[1]) ?? portal;
        lock (portal.Gate)
            return Admit(new Visit(portal, incoming, caller), caller, rest, publicInfo).Then(reply => ServiceAnswer.Of(incoming, reply));
    }

    /// <summary>The path behind the prefix; none where it is not the server's.</summary>
    private static string[] Rest(Incoming incoming, PortalState portal) => incoming.Segments switch
    {
        ["api", "2.0", "oauth2", ..] when portal.Traits.SecondPrefix => [.. incoming.Segments.Skip(3)],
        ["api", "2.0", ..] => [.. incoming.Segments.Skip(2)],
        _ => [],
    };

    /// <summary>The signature comes first, before path and method; a refused one takes nothing from a budget.</summary>
    private static Reply Admit(Visit visit, Caller? caller, string[] rest, bool publicInfo)
    {
        bool sent = !visit.Traits.CookieCredential && Signature.Sent(visit.Incoming) is not null;
        if (caller is null && sent)
            return Reply.Empty(Status403Forbidden, "The x-signature is not valid: it has run out, or another portal has issued it.");
        if (caller is null && !publicInfo)
            return Session.Refuse(visit.Incoming, "The request has no x-signature.");
        if ((caller?.UserId ?? Visitors.Address(visit.Incoming)) is not { } payer || visit.Portal.Limits.Take(payer, visit.Incoming.Method) is not { } budget)
            return Answer(visit, rest);
        if (budget.Wait > TimeSpan.Zero)
            return Limited(Reply.Empty(Status429TooManyRequests, "The caller has used up the limit for such requests.") with { ContentType = "application/json" }, 0, RateLimits.Nanoseconds(budget.Wait));
        return Answer(visit, rest).Then(reply => Limited(reply, budget.Remaining, "0"));
    }

    private static Reply Limited(Reply reply, int remaining, string reset)
    {
        reply.Headers["X-Ratelimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        reply.Headers["X-Ratelimit-Reset"] = reset;
        return reply;
    }

    private static Reply Answer(Visit visit, string[] rest)
    {
        string method = visit.Incoming.Method == "HEAD" ? "GET" : visit.Incoming.Method;
        bool known = Routes.Table.TryFind(method, rest, out Operation? operation, out string[] arguments, out bool pathKnown);
        if (!pathKnown || rest.Contains(""))
            return Unmatched.Path(visit);
        if (!known)
            return Unmatched.Method(visit, Routes.Table.Methods(rest));
        if (operation!.Json && !BodyText.IsJson(visit.Incoming))
            return Unmatched.ContentType(visit);
        if (!visit.Acceptance.Fits)
            return Unmatched.Accept(visit);
        (visit.Operation, visit.Arguments) = (operation, arguments);
        if (arguments is [var id] && JavaText.IsBlank(id))
            return Problem.Validation(visit, [new FieldError("client_id", "EmptyFieldError", "must not be blank")]);
        return Race.Run(visit).Then(reply => Slow(visit, reply));
    }

    /// <summary>The minified build tries a write again before it admits that there is no such client.</summary>
    private static Reply Slow(Visit visit, Reply reply) =>
        reply.Status == Status404NotFound && visit.Operation.Writes && visit.Portal.Options.Minified
            ? reply with { Later = new Later(s_notFoundDelay, () => reply) }
            : reply;
}
