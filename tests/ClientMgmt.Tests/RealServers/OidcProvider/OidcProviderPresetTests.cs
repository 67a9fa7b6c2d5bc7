using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers.OidcProvider;

/// <summary>The preset of the sandbox answers as oidc-provider does.</summary>
internal sealed class OidcProviderPresetTests
{
    private readonly HttpClient _http = new();
    private OidcProviderServer? _real;
    private SandboxServer? _sandbox;

    private static IEnumerable<Script> Scripts => RealServers.Scripts.All;

    [OneTimeSetUp]
    public async Task Start()
    {
        _real = await OidcProviderServer.StartAsync();
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            DynamicRegistration = new() { Behavior = DynamicRegistrationPresets.Get(DynamicRegistrationPresets.NodeOidcProvider) },
        });
    }

    [TestCaseSource(nameof(Scripts))]
    public async Task Answers_as_the_server_does(Script script)
    {
        IReadOnlyList<string> expected = await new ScriptRun(_http, _real!.RegistrationEndpoint).RunAsync(script);
        IReadOnlyList<string> actual = await new ScriptRun(_http, _sandbox!.DynamicRegistration.RegistrationEndpoint).RunAsync(script);

        Assert.That(string.Join('\n', actual), Is.EqualTo(string.Join('\n', expected)));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _http.Dispose();
        if (_real is not null)
            await _real.DisposeAsync();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
    }
}
