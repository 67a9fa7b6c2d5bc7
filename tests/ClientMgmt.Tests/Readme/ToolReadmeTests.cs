using ClientMgmt.Tests.Cli;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Readme;

/// <summary>The commands in the tool's README run in their order, with the configuration that its sandbox prints.</summary>
public sealed class ToolReadmeTests
{
    [Test]
    public async Task The_session_runs()
    {
        await using Tool tool = await Tool.StartAsync();
        string readme = Repository.ReadAllText("src", "ClientMgmt.Cli", "README.md");
        string[] commands =
        [
            .. readme.Split("<!-- session -->")[1].Split("<!-- /session -->")[0].Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.Length > 0),
        ];

        var results = new List<ToolResult>();
        foreach (string command in commands)
        {
            results.Add(await tool.RunAsync(command.Split(' ')[1..]));
        }

        Assert.That(results, Has.Count.EqualTo(5).And.All.Property(nameof(ToolResult.ExitCode)).Zero, string.Concat(results.Select(r => r.Error)));
    }
}
