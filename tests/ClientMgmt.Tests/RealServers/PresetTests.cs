using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers;

/// <summary>A preset of the sandbox answers as the server does that it is named after, but for what is listed.</summary>
internal abstract class PresetTests
{
    private IAsyncDisposable? _real;
    private PresetComparison? _comparison;

    private static IEnumerable<Script> Scripts => RealServers.Scripts.All;

    /// <summary>The scripts that end differently, and why.</summary>
    protected virtual IReadOnlyDictionary<string, string> Differences => new Dictionary<string, string>();

    protected abstract DynamicRegistrationBehavior Preset { get; }

    [OneTimeSetUp]
    public async Task Start()
    {
        (_real, Uri endpoint) = await StartServerAsync();
        _comparison = await PresetComparison.StartAsync(endpoint, Preset);
    }

    [TestCaseSource(nameof(Scripts))]
    public Task Answers_as_the_server_does(Script script) => _comparison!.AssertAsync(script, Differences.GetValueOrDefault(script.Name));

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_comparison is not null)
            await _comparison.DisposeAsync();
        if (_real is not null)
            await _real.DisposeAsync();
    }

    protected abstract Task<(IAsyncDisposable Server, Uri RegistrationEndpoint)> StartServerAsync();
}
