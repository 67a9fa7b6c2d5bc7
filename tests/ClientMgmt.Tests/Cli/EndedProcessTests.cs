using System.Diagnostics;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>The tool is killed at each step of a change; what the next run knows.</summary>
internal sealed class EndedProcessTests : RegistrationFixture
{
    private const string NotSent = "before the server has acted";
    private const string NotAnswered = "after the server has acted";
    private const string NotReadBack = "after the answer was kept";

    private static readonly string[] s_flags = ["--client-name", "One", "--redirect-uri", "https://a.example/cb"];

    [SetUp]
    public void Rotate() => Server.Behavior = Server.Behavior with { RotatesOn = RegistrationOperations.Update };

    [TestCase(NotSent, 0, 0)]
    [TestCase(NotAnswered, 1, 0)]
    [TestCase(NotReadBack, 1, 1)]
    public async Task Of_a_registration_the_store_has_what_was_answered(string step, int registered, int known)
    {
        await KillAsync(step, "POST", ["client", "create", .. s_flags]);

        Assert.That((Server.Count, await KnownAsync()), Is.EqualTo((registered, known)));
    }

    [Test]
    public async Task A_registration_that_was_answered_goes_on()
    {
        await KillAsync(NotReadBack, "POST", ["client", "create", .. s_flags]);

        ToolResult read = await RunJsonAsync("client", "get", Server.ClientIds.Single());

        Assert.That((read.ExitCode, read["client_name"]), Is.EqualTo((0, "One")), read.Error);
    }

    [TestCase(NotSent, "x")]
    [TestCase(NotReadBack, "Two")]
    public async Task An_update_is_made_or_not_and_the_client_goes_on(string step, string name)
    {
        string id = await CreateAsync();
        await KillAsync(step, "PUT", ["client", "update", id, "--client-name", "Two"]);

        ToolResult read = await RunJsonAsync("client", "get", id);
        ToolResult renamed = await RunJsonAsync("client", "update", id, "--client-name", "Three");

        Assert.That((read["client_name"], renamed["client_name"]), Is.EqualTo((name, "Three")), read.Error + renamed.Error);
        Assert.That(await OpenChangesAsync(), Is.Zero);
    }

    [Test]
    public async Task An_update_whose_answer_nobody_has_seen_is_told_as_the_end_of_the_key()
    {
        string id = await CreateAsync();
        await KillAsync(NotAnswered, "PUT", ["client", "update", id, "--client-name", "Two"]);
        Assert.That(await OpenChangesAsync(), Is.EqualTo(1));

        ToolResult read = await RunAsync("client", "get", id);

        Assert.That(read.Error, Does.Contain("the new key was lost").And.Contain(id));
        Assert.That(await KnownAsync(), Is.EqualTo(1), "It stays, for whoever gets another key from the operator.");
    }

    [Test]
    public async Task A_deletion_that_did_not_arrive_is_made_by_the_next_run()
    {
        string id = await CreateAsync();
        await KillAsync(NotSent, "DELETE", ["client", "delete", id, "--yes"]);

        ToolResult again = await RunAsync("client", "delete", id, "--yes");

        Assert.That((again.ExitCode, Server.Count, await KnownAsync()), Is.EqualTo((0, 0, 0)), again.Error);
    }

    [Test]
    public async Task A_deletion_whose_answer_nobody_has_seen_leaves_a_key_that_is_told_to_work_no_longer()
    {
        string id = await CreateAsync();
        await KillAsync(NotAnswered, "DELETE", ["client", "delete", id, "--yes"]);

        ToolResult check = await RunJsonAsync("registration", "list", "--check");

        Assert.That((Server.Count, $"{check.Json[0]!["client_id"]}", $"{check.Json[0]!["key"]}"), Is.EqualTo((0, id, "no longer works")), check.Error);
    }

    [Test]
    public async Task Two_processes_that_change_one_client_never_use_an_old_key()
    {
        int each = Support.Figure.IsFull ? 100 : 2;
        string id = await CreateAsync();

        ToolResult[] results = [.. (await Task.WhenAll(Enumerable.Range(0, 2).Select(UpdateAsync))).SelectMany(r => r)];

        Assert.That(results.Where(r => r.ExitCode != 0).Select(r => r.Error), Is.Empty);
        Support.Figure.Print($"{results.Length} updates of one client by two processes at a time: none failed");

        async Task<List<ToolResult>> UpdateAsync(int process)
        {
            var own = new List<ToolResult>();
            for (int i = 0; i < each; i++)
            {
                own.Add(await ToolProcess.RunAsync(Tool, "client", "update", id, "--client-name", $"{process} {i}", "--provider", "as"));
            }

            return own;
        }
    }

    private async Task KillAsync(string step, string method, string[] args)
    {
        bool isSent = false;
        Task hit = Hang(
            0,
            request =>
            {
                bool isTheOne = step == NotReadBack ? isSent && request.Method == "GET" : request.Method == method;
                isSent |= request.Method == method;
                return isTheOne;
            },
            commit: step == NotAnswered);
        string before = State();
        using Process process = ToolProcess.Start(Tool, [.. args, "--provider", "as"]);
        Task ended = process.WaitForExitAsync();
        if (await Task.WhenAny(hit, ended) == ended)
        {
            throw new AssertionException($"The tool ended by itself: {await process.StandardError.ReadToEndAsync()}");
        }

        if (step == NotAnswered)
        {
            Assert.That(State, Is.Not.EqualTo(before).After(10).Seconds.PollEvery(5).MilliSeconds);
        }

        process.Kill();
        await ended;
        Tool.Sandbox.Faults.Clear();
    }

    private string State() => string.Join(' ', Server.ClientIds.Select(id => $"{id} {Server.FindToken(id)}"));

    private async Task<int> KnownAsync() => (await RunJsonAsync("registration", "list")).Json.AsArray().Count;

    private async Task<int> OpenChangesAsync() =>
        (await RunJsonAsync("registration", "list")).Json.AsArray().Count((JsonNode? entry) => entry!["change_begun_at"] is not null);
}
