using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers.Glewlwyd;

/// <summary>The preset of the sandbox answers as Glewlwyd does, but for what is listed.</summary>
internal sealed class GlewlwydPresetTests
{
    private const string GrantsAndResponses = "It stores grant and response types in one list, and shows of it what it takes for either.";
    private const string FlagsAsText = "It shows some flags as the text 1.";

    private static readonly Dictionary<string, string> s_differences = new()
    {
        ["grant_types [\"client_credentials\"]"] = GrantsAndResponses,
        ["response_types [\"code\",\"code\"]"] = GrantsAndResponses,
        ["backchannel_logout_session_required true"] = FlagsAsText,
        ["frontchannel_logout_session_required true"] = FlagsAsText,
        ["backchannel_user_code_parameter true"] = FlagsAsText,
        ["methods that there are not"] = "It answers an empty 200 to methods that it does not have.",
    };

    private GlewlwydServer? _real;
    private PresetComparison? _comparison;

    private static IEnumerable<Script> Scripts => RealServers.Scripts.All;

    [OneTimeSetUp]
    public async Task Start()
    {
        _real = await GlewlwydServer.StartAsync();
        _comparison = await PresetComparison.StartAsync(_real.RegistrationEndpoint, DynamicRegistrationPresets.Glewlwyd);
    }

    [TestCaseSource(nameof(Scripts))]
    public Task Answers_as_the_server_does(Script script) => _comparison!.AssertAsync(script, s_differences.GetValueOrDefault(script.Name));

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_comparison is not null)
            await _comparison.DisposeAsync();
        if (_real is not null)
            await _real.DisposeAsync();
    }
}
