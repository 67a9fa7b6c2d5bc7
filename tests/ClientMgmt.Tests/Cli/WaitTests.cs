using ClientMgmt.Cli;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Output;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Tests.Cli;

/// <summary>A command that waits says why.</summary>
internal sealed class WaitTests : ToolFixture
{
    [Test]
    public async Task A_limit_of_the_server_is_told_with_how_many_are_done()
    {
        Tool.Sandbox.Faults.Add(new SandboxFault
        {
            Times = 1,
            Method = "POST",
            PathContains = "/client/create",
            Status = 429,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
        });
        Tool.Variables["ClientManagement__Providers__AuthleteV3__Resilience__MaxRetryAttempts"] = "1";
        Tool.Write("m.yaml", "client_name: One\n---\nclient_name: Two\n");

        ToolResult apply = await RunAsync(Backend.AuthleteV3, "apply", "-f", "m.yaml", "--yes");

        Assert.That(apply.ExitCode, Is.Zero, apply.Error);
        Assert.That(apply.Error, Does.Match("AuthleteV3 says that there were too many requests: waiting 1 s; [01] of 2 are done."));
    }

    [Test]
    public void The_own_budget_is_told_in_the_words_of_what_is_done()
    {
        using var error = new StringWriter();
        var view = new View(TextWriter.Null, error, new ToolEnvironment { Variables = Tool.Variables, CurrentFolder = Tool.Folder });
        KeyValuePair<string, object?>[] facts =
            [new("Provider", "DocSpace"), new("Operation", ClientOperation.Create), new("Delay", 5.5), new("Limit", 10)];

        using var logger = new ErrorLogger(view);
        logger.Log(LogLevel.Debug, new EventId(18, "Waiting"), facts, null, (_, _) => "");

        Assert.That(error.ToString(), Is.EqualTo("DocSpace allows 10 creations a minute: waiting 6 s.\n"));
    }

    [Test]
    public void A_line_every_ten_seconds_is_enough_and_short_waits_are_not_told()
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch);
        using var error = new StringWriter();
        var waits = new WaitReport(error, time) { Count = () => (11, 13) };

        waits.Tell("DocSpace allows 10 creations a minute", TimeSpan.FromSeconds(0.9));
        waits.Tell("DocSpace allows 10 creations a minute", TimeSpan.FromSeconds(5.2));
        time.Advance(TimeSpan.FromSeconds(9));
        waits.Tell("again", TimeSpan.FromSeconds(6));
        time.Advance(TimeSpan.FromSeconds(1));
        waits.Tell("later", TimeSpan.FromSeconds(6));

        Assert.That(error.ToString(), Is.EqualTo("""
            DocSpace allows 10 creations a minute: waiting 6 s; 11 of 13 are done.
            later: waiting 6 s; 11 of 13 are done.

            """));
    }
}
