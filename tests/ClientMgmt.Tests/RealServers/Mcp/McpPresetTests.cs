using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers.Mcp;

/// <summary>The preset of the sandbox answers as the registration handler of the MCP SDK does, but for what is listed.</summary>
internal sealed class McpPresetTests : PresetTests
{
    protected override IReadOnlyDictionary<string, string> Differences { get; } = new Dictionary<string, string>
    {
        ["register with null"] = "It answers JSON to an empty body, and a page of HTML to null.",
    };

    protected override DynamicRegistrationBehavior Preset =>
        DynamicRegistrationPresets.Get(DynamicRegistrationPresets.Mcp) with { RegistrationsPerHour = null };

    protected override async Task<(IAsyncDisposable Server, Uri RegistrationEndpoint)> StartServerAsync()
    {
        NodeServer server = await NodeServer.McpAsync();
        return (server, server.RegistrationEndpoint);
    }
}
