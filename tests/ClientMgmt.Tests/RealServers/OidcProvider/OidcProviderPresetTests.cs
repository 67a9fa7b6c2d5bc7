using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers.OidcProvider;

/// <summary>The preset of the sandbox answers as oidc-provider does.</summary>
internal sealed class OidcProviderPresetTests : PresetTests
{
    protected override DynamicRegistrationBehavior Preset => DynamicRegistrationPresets.Get(DynamicRegistrationPresets.NodeOidcProvider);

    protected override async Task<(IAsyncDisposable Server, Uri RegistrationEndpoint)> StartServerAsync()
    {
        NodeServer server = await NodeServer.OidcProviderAsync();
        return (server, server.RegistrationEndpoint);
    }
}
