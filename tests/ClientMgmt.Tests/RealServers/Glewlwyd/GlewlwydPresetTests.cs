using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers.Glewlwyd;

/// <summary>The preset of the sandbox answers as Glewlwyd does, but for what is listed.</summary>
internal sealed class GlewlwydPresetTests : PresetTests
{
    protected override IReadOnlyDictionary<string, string> Differences { get; } = new Dictionary<string, string>
    {
        ["methods that there are not"] = "It answers an empty 200 to methods that it does not have at a client's URI, and 404 at the endpoint.",
    };

    protected override DynamicRegistrationBehavior Preset => DynamicRegistrationPresets.Get(DynamicRegistrationPresets.Glewlwyd);

    protected override async Task<(IAsyncDisposable Server, Uri RegistrationEndpoint)> StartServerAsync()
    {
        GlewlwydServer server = await GlewlwydServer.StartAsync();
        return (server, server.RegistrationEndpoint);
    }
}
