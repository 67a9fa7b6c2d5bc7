using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Cli;

/// <summary>Standard input, output and error as scripts leave them: in another locale, closed, full, or silent.</summary>
[TestFixture]
[Platform(Bash.Platforms)]
internal sealed class StreamTests : ToolFixture
{
    private const string On = "--provider AuthleteV3";

    [Test]
    public async Task Names_do_not_depend_on_the_locale()
    {
        ToolResult result = await ToolProcess.ShellAsync(
            Tool,
            $"""
            export LC_ALL=C LANG=en_US.ISO-8859-1
            printf '{"{"}"client_name":"Gr\303\266\303\237e"{"}"}' | clientmgmt client create {On} -f - --output json > made.json || exit
            clientmgmt export {On}
            """);

        Assert.That(result.Output, Does.Contain("Größe"), result.Error);
        Assert.That(Clients.Select(c => $"{c["clientName"]}"), Is.EqualTo(new[] { "Größe" }));
    }

    [TestCase("client create", "")]
    [TestCase("plan", "")]
    [TestCase("plan", ".yaml")]
    public async Task Bytes_that_are_no_UTF_8_are_an_error_with_their_place(string command, string ending)
    {
        string file = ending.Length == 0 ? "-" : "x" + ending;

        ToolResult result = await ToolProcess.ShellAsync(
            Tool, $"""printf 'client_name: One\nclient_uri: "\366"\n' > x.yaml; clientmgmt {command} {On} -f {file} < x.yaml""");

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error, Does.Contain("line 2, column 14 is not UTF-8").Or.Contain("x.yaml:2:14: This is not UTF-8"));
        Assert.That(Tool.Sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task A_silent_standard_input_ends_with_the_time()
    {
        ToolResult result = await ToolProcess.RunAsync(Tool, "plan", "--provider", "AuthleteV3", "-f", "-", "--timeout", "200ms");

        Assert.That(result.ErrorLines, Has.One.EqualTo("clientmgmt: not done within --timeout 200ms; nothing was changed."), result.Error);
    }

    [TestCase("2>&-", 5)]
    [TestCase("2>/dev/full", 5)]
    public async Task An_error_that_cannot_be_told_keeps_its_exit_code(string redirection, int exitCode) => Assert.That(
        (await ToolProcess.ShellAsync(Tool, $"clientmgmt client get 1 {On} {redirection}")).ExitCode, Is.EqualTo(exitCode));

    [TestCase("client create --client-name x", "was created; its secret")]
    [TestCase("client update 4711 --client-name x", "Client 4711 was updated.")]
    [TestCase("client rotate-secret 4711", "Client 4711 has a new secret, which was shown to nobody")]
    [TestCase("client delete 4711 --yes", "1 deleted")]
    public async Task A_result_that_cannot_be_written_does_not_hide_what_was_done(string command, string told)
    {
        Tool.Sandbox.Authlete.PutClient(
            Service(Backend.AuthleteV3), 4711, new JsonObject { ["clientId"] = 4711, ["clientType"] = "CONFIDENTIAL", ["number"] = 1 });

        using var full = new FullDisk();

        ToolResult result = await Tool.RunAsync($"{command} {On}".Split(' '), full, CancellationToken.None);

        Assert.That(result.ExitCode, Is.EqualTo(6), result.Error);
        Assert.That(result.Error, Does.StartWith("clientmgmt: the result cannot be written to standard output:").And.Contain(told));
    }

    [Test]
    public async Task A_list_that_cannot_be_written_is_a_failure()
    {
        Seed(Backend.AuthleteV3);

        Assert.That((await ToolProcess.ShellAsync(Tool, $"clientmgmt client list {On} > /dev/full")).ExitCode, Is.EqualTo(1));
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");
    }

    private IEnumerable<JsonObject> Clients =>
        Tool.Sandbox.Authlete.ClientIds(Service(Backend.AuthleteV3)).Select(id => Tool.Sandbox.Authlete.FindClient(Service(Backend.AuthleteV3), id)!);
}
