using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers.Mcp;

/// <summary>The preset of the sandbox answers as the registration handler of the MCP SDK does, but for what is listed.</summary>
internal sealed class McpPresetTests
{
    private static readonly Dictionary<string, string> s_differences = new()
    {
        ["register with null"] = "It answers JSON to an empty body, and a page of HTML to null.",
    };

    private NodeServer? _real;
    private PresetComparison? _comparison;

    private static IEnumerable<Script> Scripts => RealServers.Scripts.All;

    [OneTimeSetUp]
    public async Task Start()
    {
        _real = await NodeServer.McpAsync();
        _comparison = await PresetComparison.StartAsync(
            _real.RegistrationEndpoint, DynamicRegistrationPresets.Get(DynamicRegistrationPresets.Mcp) with { RegistrationsPerHour = null });
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
