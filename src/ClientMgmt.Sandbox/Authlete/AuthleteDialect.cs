using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>Both Authlete generations: v2 below /api/client, v3 below /api/{serviceId}/client.</summary>
internal sealed class AuthleteDialect(IReadOnlyList<ServiceState> services, IReadOnlyList<string> organizationTokens)
{
    private readonly Credentials _credentials = new(services, organizationTokens);

    /// <summary>The generation that a path belongs to; null for a path that is none of Authlete.</summary>
    public static AuthleteVersion? VersionOf(Incoming incoming) => incoming.Segments switch
    {
        ["api", "client", ..] or ["api", "auth", "token"] => AuthleteVersion.V2,
        ["api", [>= '0' and <= '9', ..], "client", ..] or ["api", [>= '0' and <= '9', ..], "auth", "token"] => AuthleteVersion.V3,
        _ => null,
    };

    public Reply? Handle(Incoming incoming)
    {
        if (VersionOf(incoming) is not { } version)
            return null;
        string[] rest = [.. incoming.Segments.Skip(version == AuthleteVersion.V2 ? 2 : 3)];
        try
        {
            Caller caller = version == AuthleteVersion.V2 ? _credentials.CheckV2(incoming) : _credentials.CheckV3(incoming);
            lock (caller.Service.Gate)
                return Errors.At(Handle(caller, incoming, rest), rest);
        }
        catch (Refusal refusal)
        {
            return Errors.At(refusal.Reply, rest);
        }
    }

    private static Reply Handle(Caller caller, Incoming incoming, string[] rest)
    {
        AuthleteBehavior behavior = caller.Service.Behavior;
        if (behavior.EncodedSlashRejected && incoming.Path.Contains("%2F", StringComparison.OrdinalIgnoreCase))
            return Errors.Path(behavior);
        RouteTable<Operation> routes = incoming.Segments is [.., "auth", "token"] ? Routes.Tokens : Routes.Table;
        bool found = routes.TryFind(incoming.Method, rest, out Operation? operation, out string[] arguments, out bool pathKnown);
        if (arguments.Contains("") || (!found && !pathKnown))
            return Reply.Empty(Status404NotFound, "No operation has this path.");
        if (operation is null)
            return Errors.Method(behavior);
        if (operation.Changes && caller.ReadOnly)
            return Errors.NoRight(behavior, caller.Service, rest is ["create"] ? "CREATE_CLIENT" : "MODIFY_CLIENT");
        bool typed = incoming.Body.Length == 0 || operation.Bodies == Bodies.None;
        if (!typed && !incoming.IsJson && !(incoming.IsForm && operation.Bodies == Bodies.JsonOrForm))
            return Errors.MediaType(behavior);
        return operation.Handler(new Call(caller.Service, incoming, arguments));
    }
}
