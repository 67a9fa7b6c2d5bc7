using System.Diagnostics;
using System.Globalization;

namespace ClientMgmt.Benchmarks.Servers;

/// <summary>The stub in a process of its own, so that it shares no garbage collector with what is measured.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Uri _address;
    private readonly HttpClient _http = new();

    private LoopbackServer(Process process, Uri address) => (_process, _address) = (process, address);

    public static async Task<LoopbackServer> StartAsync()
    {
        Process process = Child.StartSelf("serve");
        string? address = await process.StandardOutput.ReadLineAsync();
        return address is null
            ? throw new InvalidOperationException("The stub server did not start.")
            : new LoopbackServer(process, new Uri(address));
    }

    /// <summary>The address of a backend with so many clients, which answers after a while.</summary>
    public Uri Address(int clients = 0, int milliseconds = 0) => new(_address, $"{clients}/{milliseconds}/");

    /// <summary>How many connections have been made so far.</summary>
    public async Task<int> CountConnectionsAsync() => int.Parse(
        await _http.GetStringAsync(new Uri(_address, StubServer.ConnectionsPath)), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
