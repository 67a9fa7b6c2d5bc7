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

    // It shows a name in the answer, and forgets it.
    [OneTimeSetUp]
    public async Task RunAgainstAServerThatIgnoresAChange()
    {
        using var output = new StringWriter();
        var sandbox = new SandboxOptions
        {
            DynamicRegistration = new()
            {
                Behavior = new() { Members = new Dictionary<string, RegistrationMember> { ["client_name"] = RegistrationMember.Echoed } },
            },
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
        _output.Split('\n').Where(line => line.Contains("FAILED")).Select(line => line.Split('│')[1].Trim()), Does.Contain("Create"));

    [Test]
    public void The_reason_is_told() => Assert.That(_output, Does.Contain("ignores"));
}
