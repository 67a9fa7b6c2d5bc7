using ClientMgmt.Tests.RealServers.Glewlwyd;

namespace ClientMgmt.Tests.RealServers.Library;

/// <summary>A server of other authors, as a configuration of the library names it.</summary>
/// <param name="Name">What the tests call it.</param>
/// <param name="StartAsync">Starts it, or ignores the test where it is not to be had, and tells the settings that reach it.</param>
public sealed record RealServer(string Name, Func<Task<(IAsyncDisposable Process, Dictionary<string, string?> Settings)>> StartAsync)
{
    private const string InitialToken = "the-initial-token";

    public static RealServer OidcProvider { get; } = Node("oidc-provider");

    public static RealServer Glewlwyd { get; } = new("Glewlwyd", async () =>
    {
        GlewlwydServer server = await GlewlwydServer.StartAsync();
        return (server, new() { ["Issuer"] = server.Issuer, ["Server"] = "Glewlwyd" });
    });

    public static RealServer Mcp { get; } = new("MCP SDK", async () =>
    {
        NodeServer server = await NodeServer.McpAsync();
        return (server, new() { ["Issuer"] = server.Issuer, ["Server"] = "Mcp" });
    });

    public static IReadOnlyList<RealServer> All { get; } =
    [
        OidcProvider,
        Node("oidc-provider without rotation", "--no-rotate"),
        Node("oidc-provider below a path with an initial token", "--path", "/as", "--initial-token", InitialToken),
        Node("oidc-provider without management", "--no-management"),
        Glewlwyd,
        Mcp,
    ];

    public override string ToString() => Name;

    private static RealServer Node(string name, params string[] options) => new(name, async () =>
    {
        NodeServer server = await NodeServer.OidcProviderAsync(options);
        return (server, new()
        {
            ["Issuer"] = server.Issuer,
            ["Server"] = "NodeOidcProvider",
            ["InitialAccessToken"] = options.Contains(InitialToken) ? InitialToken : null,
        });
    });
}
