using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers;

/// <summary>Sends scripts to a real server and to the preset of the sandbox that stands for it.</summary>
internal sealed class PresetComparison(Uri real, SandboxServer sandbox) : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    public static async Task<PresetComparison> StartAsync(Uri real, DynamicRegistrationBehavior preset) =>
        new(real, await SandboxServer.StartAsync(new SandboxOptions { DynamicRegistration = new() { Behavior = preset } }));

    /// <summary>Both answer alike; or, where a difference is known, they do not, so that the list of differences stays true.</summary>
    public async Task AssertAsync(Script script, string? difference = null)
    {
        string expected = string.Join('\n', await new ScriptRun(_http, real).RunAsync(script));
        string actual = string.Join('\n', await new ScriptRun(_http, sandbox.DynamicRegistration.RegistrationEndpoint).RunAsync(script));
        Assert.That(actual, difference is null ? Is.EqualTo(expected) : Is.Not.EqualTo(expected), difference);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await sandbox.DisposeAsync();
    }
}
