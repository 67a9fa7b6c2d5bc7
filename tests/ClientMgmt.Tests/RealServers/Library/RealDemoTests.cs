using System.Text.Json;
using ClientMgmt.Cli;
using ClientMgmt.Tests.Cli;

namespace ClientMgmt.Tests.RealServers.Library;

/// <summary><c>clientmgmt demo --provider</c> against servers of other authors.</summary>
internal sealed class RealDemoTests
{
    private static IEnumerable<RealServer> Servers => [.. RealServer.All.Take(3), RealServer.Glewlwyd];

    [TestCaseSource(nameof(Servers))]
    public async Task Every_step_is_done_or_told_why_not_and_nothing_is_left(RealServer server)
    {
        await using RealHost host = await RealHost.StartAsync(server);

        ToolResult result = await RunAsync(host);

        TestContext.Out.WriteLine(result.Output);
        Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
        Assert.That(result.ErrorLines, Has.All.Contains("the server replaced the client's secret"));
        Assert.That(result.Output, Does.Not.Contain("FAILED").And.Contain("The clients of the demo were removed."));
        Assert.That(await host.KnownAsync(), Is.Empty);
    }

    [Test]
    public async Task A_server_that_only_registers_is_left_alone()
    {
        await using RealHost host = await RealHost.StartAsync(RealServer.Mcp);

        ToolResult result = await RunAsync(host);

        Assert.That((result.ExitCode, result.Output, result.ErrorLines.Length), Is.EqualTo((1, "", 1)));
        Assert.That(result.Error, Does.Contain("cannot delete clients").And.Contain("Nothing was made."));
    }

    [Test]
    public async Task What_cannot_be_removed_is_told_and_can_still_be_managed()
    {
        await using RealHost host = await RealHost.StartAsync(RealServer.All.Single(s => s.Name.EndsWith("without management", StringComparison.Ordinal)));

        ToolResult result = await RunAsync(host);

        IReadOnlyList<string> known = await host.KnownAsync();
        Assert.That((result.ExitCode, known.Count > 0), Is.EqualTo((1, true)));
        Assert.That(known.Where(id => !result.Error.Contains(id, StringComparison.Ordinal)), Is.Empty, result.Error);
    }

    private static async Task<ToolResult> RunAsync(RealHost host)
    {
        string file = Path.Combine(host.Folder, "clientmgmt.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            ClientManagement = new { Providers = new Dictionary<string, object> { [RealHost.Provider] = host.Settings.Where(s => !s.Key.Contains(':')).ToDictionary() } },
        }));
        using StringWriter output = new(), error = new();
        int exitCode = await Program.RunAsync(
            ["demo", "--provider", RealHost.Provider, "--config", file],
            output,
            error,
            new ToolEnvironment { Variables = new Dictionary<string, string>(), CurrentFolder = host.Folder });
        return new ToolResult(exitCode, output.ToString(), error.ToString());
    }
}
