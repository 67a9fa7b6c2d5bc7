using ClientMgmt.Tests.Cli;

namespace ClientMgmt.Tests.Readme;

/// <summary>The commands in the tool's README run in their order, with the configuration that its sandbox prints.</summary>
public sealed class ToolReadmeTests
{
    [Test]
    public async Task The_session_runs()
    {
        await using Tool tool = await Tool.StartAsync();
        var results = new List<ToolResult>();
        foreach (string command in Documents.Part(Documents.Tool, "session").Split('\n', StringSplitOptions.TrimEntries))
        {
            results.Add(await tool.RunAsync(command.Split(' ')[1..]));
        }

        Assert.That(results, Has.Count.EqualTo(7).And.All.Property(nameof(ToolResult.ExitCode)).Zero, string.Concat(results.Select(r => r.Error)));
    }
}
