namespace ClientMgmt.Tests.RealServers.Library;

/// <summary>What servers lack of the contract: a line each. A line that is no longer true fails a test.</summary>
internal static class Lacks
{
    private const string NoManagement = "oidc-provider without management", Glewlwyd = "Glewlwyd", Mcp = "MCP SDK";

    public static IReadOnlyList<(string Server, string Promise, string Reason)> All { get; } =
    [
        .. Lines(
            NoManagement,
            "there is no PUT",
            Promises.Updates, Promises.Often, Promises.AtOnce, Promises.KeepsSecret, Promises.ShowsSecret, Promises.Unsets, Promises.UnsetsName,
            Promises.Scopes),
        .. Lines(NoManagement, "there is no DELETE", Promises.Deletes),
        .. Lines(Glewlwyd, "each PUT makes a new secret", Promises.KeepsSecret),
        .. Lines(Glewlwyd, "it does not store scope", Promises.Scopes),
        .. Lines(Glewlwyd, "it takes fragments", Promises.Refuses),
        .. Lines(Mcp, "its metadata tell no scopes", Promises.Catalogue),
        .. Lines(Mcp, "it takes fragments", Promises.Refuses),
        .. Lines(
            Mcp,
            "it only registers",
            Promises.Reads, Promises.Lists, Promises.Updates, Promises.Often, Promises.AtOnce, Promises.Idle, Promises.KeepsSecret,
            Promises.ShowsSecret, Promises.Unsets, Promises.UnsetsName, Promises.Scopes, Promises.Deletes, Promises.Unknown),
    ];

    private static IEnumerable<(string Server, string Promise, string Reason)> Lines(string server, string reason, params string[] promises) =>
        promises.Select(promise => (server, promise, reason));
}
