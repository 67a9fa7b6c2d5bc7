using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers.OidcProvider;

/// <summary>The preset of the sandbox answers as oidc-provider does.</summary>
internal sealed class OidcProviderPresetTests
{
    private NodeServer? _real;
    private PresetComparison? _comparison;

    private static IEnumerable<Script> Scripts => RealServers.Scripts.All;

    [OneTimeSetUp]
    public async Task Start()
    {
        _real = await NodeServer.OidcProviderAsync();
        _comparison = await PresetComparison.StartAsync(_real.RegistrationEndpoint, DynamicRegistrationPresets.NodeOidcProvider);
    }

    [TestCaseSource(nameof(Scripts))]
    public Task Answers_as_the_server_does(Script script) => _comparison!.AssertAsync(script);

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_comparison is not null)
            await _comparison.DisposeAsync();
        if (_real is not null)
            await _real.DisposeAsync();
    }
}
