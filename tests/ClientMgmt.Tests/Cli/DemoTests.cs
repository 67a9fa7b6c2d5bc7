using ClientMgmt.Cli;
using ClientMgmt.Cli.Demo;

namespace ClientMgmt.Tests.Cli;

[TestFixture]
internal sealed class DemoTests
{
    private static readonly string[] s_providers = ["AuthleteV2", "AuthleteV3", "DocSpace", "DynamicRegistration"];

    private string _output = "";
    private string _error = "";
    private int _exitCode;

    [OneTimeSetUp]
    public async Task RunTheDemoOnce() => (_exitCode, _output, _error) = await RunAsync("demo");

    [Test]
    public void The_demo_ends_with_zero_and_writes_no_error() => Assert.Multiple(() =>
    {
        Assert.That(_exitCode, Is.Zero, _output);
        Assert.That(_error, Is.Empty);
    });

    [Test]
    public void No_cell_says_failed() => Assert.That(_output, Does.Not.Contain("FAILED"));

    [Test]
    public void Every_operation_has_a_cell_for_each_provider([Values] ClientOperation operation) =>
        Assert.That(Cells(operation), Has.Length.EqualTo(s_providers.Length)
            .And.All.Match("^((<1|[0-9]+) ms|n/a)$"));

    [Test]
    public void Every_operation_is_done_by_at_least_one_provider([Values] ClientOperation operation) =>
        Assert.That(Cells(operation), Has.Some.EndsWith(" ms"));

    [Test]
    public void The_table_names_the_four_providers() =>
        Assert.That(Row("Operation").Zip(Row(""), string.Concat), Is.EqualTo(s_providers));

    [Test]
    public void Each_unsupported_operation_has_a_reason_below_the_table()
    {
        string[] below = [.. _output[_output.IndexOf("Not supported, because", StringComparison.Ordinal)..].Split('\n')];
        foreach (ClientOperation operation in Enum.GetValues<ClientOperation>())
        {
            string[] lacking = [.. s_providers.Where((_, i) => Cells(operation)[i] == "n/a")];
            Assert.That(
                lacking.All(p => below.Any(l => l.Contains(Look.Of(operation)) && l.Contains(p))), Is.True, $"{operation}");
        }
    }

    [Test]
    public void Output_that_is_not_a_terminal_has_no_colours_and_fits_its_width() => Assert.Multiple(() =>
    {
        Assert.That(_output, Does.Not.Contain('\u001b'));
        Assert.That(_output.Split('\n').Where(l => l.Contains('│')).Select(l => l.Length), Has.All.AtMost(80));
    });

    [Test]
    public void No_credential_is_printed() => Assert.That(
        _output,
        Does.Not.Contain("sandbox-initial").And.Not.Contain("sandbox-service-api-secret").And.Not.Contain("sandbox-access-token").And.Not.Contain("sk-sandbox"));

    [TestCase("demo", "--nonsense")]
    [TestCase("sandbox", "--port", "99999")]
    [TestCase("nonsense")]
    public async Task A_wrong_command_line_gives_one_line_and_a_status_of_its_own(params string[] args)
    {
        (int exitCode, string output, string error) = await RunAsync(args);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(3));
            Assert.That(output, Is.Empty);
            Assert.That(error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task A_cancelled_demo_ends_with_130()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        (int exitCode, _, string error) = await RunAsync(["demo"], cancelled.Token);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(130));
            Assert.That(error, Does.Contain("cancelled"));
        });
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string[] args, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = await Program.RunAsync(args, output, error, cancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) =>
        RunAsync(args, CancellationToken.None);

    private string[] Cells(ClientOperation operation) => Row(Look.Of(operation));

    private string[] Row(string label) =>
    [
        .. _output.Split('\n').Select(l => l.Split('│', StringSplitOptions.TrimEntries)).First(c => c.Length > 1 && c[1] == label)[2..^1],
    ];
}
