using ClientMgmt.Cli;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Cli.Output;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>A server that does something else than it was asked for is found out.</summary>
[TestFixture]
internal sealed class FailingDemoTests
{
    private string _output = "";
    private int _exitCode;

    // This generation answers 200 to new scopes and keeps the old ones.
    [OneTimeSetUp]
    public async Task RunAgainstAServerThatIgnoresAChange()
    {
        using var output = new StringWriter();
        var sandbox = new SandboxOptions
        {
            DocSpacePortals = [new DocSpacePortalOptions { Generation = DocSpaceGeneration.Version37 }],
        };
        _exitCode = await DemoCommand.RunAsync(
            sandbox,
            Terminal.Create(output, ToolEnvironment.OfProcess(), isTerminal: false),
            CancellationToken.None);
        _output = output.ToString();
    }

    [Test]
    public void The_demo_ends_with_one() => Assert.That(_exitCode, Is.EqualTo(1));

    [Test]
    public void The_cell_says_failed() => Assert.That(
        _output.Split('\n').Single(l => l.Contains("Set requestable scopes") && l.Contains('│')), Does.Contain("FAILED"));

    [Test]
    public void The_reason_is_told() => Assert.That(_output, Does.Contain("ignores"));
}
