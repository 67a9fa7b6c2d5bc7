using ClientMgmt.Cli.Demo;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary><c>demo --provider</c>: on somebody's provider, with clients of its own, of which none is left.</summary>
[TestFixture]
internal sealed class ConfiguredDemoTests : ToolFixture
{
    private const int Others = 3;

    [TestCaseSource(typeof(Tool), nameof(Tool.Backends))]
    public async Task Every_operation_is_done_refused_or_not_run_and_other_clients_stay(Backend provider)
    {
        Seed(provider, Others);

        ToolResult result = await RunAsync(provider, "demo");

        Assert.That((result.ExitCode, result.Error, Count(provider)), Is.EqualTo((0, "", Others)), result.Output);
        Assert.That(
            Enum.GetValues<ClientOperation>().Select(o => Cell(result, o)),
            Has.All.Match("^((<1|[0-9]+) ms|n/a|not run)$"));
    }

    [TestCase(ClientOperation.DeleteAllOwnClients)]
    [TestCase(ClientOperation.DeleteAllTenantClients)]
    [TestCase(ClientOperation.RevokeAuthorization)]
    public async Task What_would_touch_others_is_not_run_and_the_reason_is_told(ClientOperation operation)
    {
        ToolResult result = await RunAsync(Backend.DocSpace, "demo");

        string[] reasons = result.Output[result.Output.IndexOf("Not run, because", StringComparison.Ordinal)..].Split('\n');
        Assert.That((Cell(result, operation), reasons.Any(l => l.Contains(Look.Of(operation), StringComparison.Ordinal))), Is.EqualTo(("not run", true)));
    }

    [TestCaseSource(typeof(Tool), nameof(Tool.Backends))]
    public async Task After_a_failure_nothing_is_left_either(Backend provider)
    {
        Seed(provider, Others);
        int seen = 0;
        Tool.Sandbox.Faults.Add(new SandboxFault { Status = 400, Commit = false, Times = 3, When = r => r.Method is "POST" or "PUT" && Interlocked.Increment(ref seen) > 2 });

        ToolResult result = await RunAsync(provider, "demo");

        Assert.That((result.ExitCode, Count(provider)), Is.EqualTo((1, Others)), result.Output + result.Error);
        Assert.That(result.Output, Does.Contain("FAILED").And.Contain("Something was not as asked"));
    }

    [Test]
    public async Task After_Ctrl_C_nothing_is_left_either(
        [ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider, [Values("POST", "GET")] string method, [Values] bool commit)
    {
        Seed(provider, Others);
        Tool.Variables[$"ClientManagement__Providers__{provider}__Resilience__AttemptTimeout"] = "00:00:01";

        ToolResult result = await StopAsync(HangOnce(after: method == "GET" ? 4 : 1, method, commit), "demo", "--provider", $"{provider}");

        // What registers a client is not stopped on the wire; if its answer never comes, nobody can have the key.
        bool isLost = provider == Backend.DynamicRegistration && method == "POST";
        Assert.That((result.ExitCode, result.Output, Count(provider)), Is.EqualTo((130, "", Others + (isLost && commit ? 1 : 0))), result.Error);
        Assert.That(result.Error, Does.Match($"^clientmgmt: cancelled; {(isLost ? "not all .* perhaps a client whose name begins with 'Demo " : "the clients of the demo were removed.")}"));
    }

    [Test]
    public async Task What_cannot_be_removed_is_named()
    {
        Tool.Sandbox.Faults.Add(new SandboxFault { Method = "DELETE", Status = 403, Commit = false, Times = null });

        ToolResult result = await RunAsync(Backend.AuthleteV3, "demo");

        Assert.That((result.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((1, result.ErrorLines.Length - 1)), result.Error);
        Assert.That(result.ErrorLines[0], Does.Contain("left behind"));
        Assert.That(result.ErrorLines[1..], Has.All.Match("client [0-9]+: "));
    }

    [Test]
    public async Task A_provider_that_cannot_delete_is_left_alone()
    {
        Tool.Variables["ClientManagement__Providers__DynamicRegistration__Server"] = "Mcp";

        ToolResult result = await RunAsync(Backend.DynamicRegistration, "demo");

        Assert.That((result.ExitCode, result.Output, Tool.Sandbox.Requests.Count), Is.EqualTo((1, "", 0)));
        Assert.That(result.Error, Does.Contain("Nothing was made."));
    }

    [Test]
    public async Task A_provider_that_is_not_there_is_wrong_usage()
    {
        ToolResult result = await Tool.RunAsync("demo", "--provider", "nobody");

        Assert.That((result.ExitCode, result.ErrorLines.Length), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task A_name_in_another_case_is_the_same_provider() =>
        Assert.That((await Tool.RunAsync("demo", "--provider", "authletev3")).ExitCode, Is.Zero);

    [Test]
    public async Task The_help_says_what_it_does_to_a_configured_provider() =>
        Assert.That((await Tool.RunAsync("demo", "--help")).Output, Does.Contain("removed at the end"));

    private Task HangOnce(int after, string method, bool commit)
    {
        var hit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int seen = 0;
        Tool.Sandbox.Faults.Add(new SandboxFault
        {
            Times = 1,
            Send = SandboxPart.None,
            Then = SandboxEnding.Hang,
            Commit = commit,
            When = request =>
            {
                bool isHit = request.Method == method
                    && Interlocked.Increment(ref seen) == after + 1;
                if (isHit)
                {
                    hit.TrySetResult();
                }

                return isHit;
            },
        });
        return hit.Task;
    }

    private static string Cell(ToolResult result, ClientOperation operation) => result.Output.Split('\n')
        .Select(l => l.Split('│', StringSplitOptions.TrimEntries)).First(c => c.Length > 2 && c[1] == Look.Of(operation))[2];
}
