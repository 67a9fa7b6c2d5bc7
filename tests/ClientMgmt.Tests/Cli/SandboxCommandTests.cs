using System.Text;
using ClientMgmt.Cli;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Cli;

[TestFixture]
internal sealed class SandboxCommandTests
{
    [Test]
    public async Task The_printed_settings_reach_the_running_sandbox_with_every_provider()
    {
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        Task<int> command = Program.RunAsync(["sandbox", "--port", "0"], output, TextWriter.Null, stop.Token);
        string printed = await output.Flushed;
        string json = printed[printed.IndexOf('{', StringComparison.Ordinal)..(printed.LastIndexOf('}') + 1)];
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        var services = new ServiceCollection();
        services.AddClientManagement(configuration.GetSection("ClientManagement"));
        await using ServiceProvider built = services.BuildServiceProvider();
        var factory = built.GetRequiredService<IClientManagementFactory>();

        var counts = new List<int>();
        foreach (string provider in factory.Providers)
        {
            counts.Add(await factory.GetProvider(provider).ListAsync().CountAsync());
        }

        await stop.CancelAsync();
        Assert.That((counts, await command), Is.EqualTo((new[] { 0, 0, 0 }, 0)));
    }

    [Test]
    public async Task A_port_in_use_is_one_line_and_a_failure()
    {
        await using SandboxServer other = await SandboxServer.StartAsync();
        using var error = new StringWriter();

        int exitCode = await Program.RunAsync(["sandbox", "--port", $"{other.BaseAddress.Port}"], TextWriter.Null, error);

        Assert.That(
            (exitCode, error.ToString().TrimEnd()),
            Is.EqualTo((1, $"clientmgmt: cannot listen on port {other.BaseAddress.Port}: it is in use; choose another one with --port.")));
    }

    /// <summary>Tells what was written as soon as it is flushed.</summary>
    private sealed class FlushedWriter : StringWriter
    {
        private readonly TaskCompletionSource<string> _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Flushed => _flushed.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _flushed.TrySetResult(ToString());
            return Task.CompletedTask;
        }
    }
}
