using Microsoft.Extensions.Hosting;

namespace ClientMgmt.Sandbox;

/// <summary>Leaves the signals of the process, Ctrl+C among them, to whoever started the sandbox.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
