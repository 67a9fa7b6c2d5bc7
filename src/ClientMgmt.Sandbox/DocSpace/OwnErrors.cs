using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The error bodies of the dialect for requests that are not looked at any further.</summary>
internal sealed class OwnErrors(IReadOnlyList<PortalState> portals)
{
    public Reply Plain(Incoming incoming, int status) => Make(incoming, status, visit => Problem.Plain(visit, status));

    /// <summary>The refusal of the limiter that a service instance has for all callers together.</summary>
    public Reply TooManyCalls(Incoming incoming) => Make(incoming, 429, Problem.TooManyCalls);

    private Reply Make(Incoming incoming, int status, Func<Visit, Reply> make)
    {
        if (incoming.Segments is ["portals", var name, ..] && portals.FirstOrDefault(p => p.Options.Name == name) is { } named)
            return new OwnErrors([named]).Make(incoming.Below(2), status, make);
        if (portals.Count == 0)
            return Reply.Empty(status);
        return incoming.Segments is [_, _, "security", ..]
            ? SignatureExchange.Error(status)
            : make(new Visit(new Visitors(portals).Identify(incoming).Portal, incoming, null));
    }
}
