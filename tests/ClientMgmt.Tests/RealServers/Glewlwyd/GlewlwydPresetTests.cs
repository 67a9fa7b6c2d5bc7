using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers.Glewlwyd;

/// <summary>The preset of the sandbox answers as Glewlwyd does, but for what is listed.</summary>
internal sealed class GlewlwydPresetTests : PresetTests
{
    private const string GrantsAndResponses = "It stores grant and response types in one list, and shows of it what it takes for either.";
    private const string FlagsAsText = "It shows some flags as the text 1.";

    protected override IReadOnlyDictionary<string, string> Differences { get; } = new Dictionary<string, string>
    {
        ["grant_types [\"client_credentials\"]"] = GrantsAndResponses,
        ["response_types [\"code\",\"code\"]"] = GrantsAndResponses,
        ["backchannel_logout_session_required true"] = FlagsAsText,
        ["frontchannel_logout_session_required true"] = FlagsAsText,
        ["backchannel_user_code_parameter true"] = FlagsAsText,
        ["methods that there are not"] = "It answers an empty 200 to methods that it does not have.",
    };

    protected override DynamicRegistrationBehavior Preset => DynamicRegistrationPresets.Get(DynamicRegistrationPresets.Glewlwyd);

    protected override async Task<(IAsyncDisposable Server, Uri RegistrationEndpoint)> StartServerAsync()
    {
        GlewlwydServer server = await GlewlwydServer.StartAsync();
        return (server, server.RegistrationEndpoint);
    }
}
