namespace ClientMgmt.Tests.Cli;

/// <summary>A client is changed in an editor, which here is a shell script.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "The editors are shell scripts.")]
internal sealed class ClientEditTests : ToolFixture
{
    private static string? Unix(string path) => OperatingSystem.IsWindows() ? null : $"{File.GetUnixFileMode(path)}";

    [Test]
    public async Task What_was_changed_in_the_editor_is_shown_asked_and_done()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Edit("sed -i 's/^client_name: .*/client_name: Orders/' \"$1\"");
        Answer("y\n");

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", id);

        Assert.That((edit.ExitCode, await NameAsync(id)), Is.EqualTo((0, "Orders")), edit.Error);
        Assert.That(edit.Output, Does.StartWith($"~ change Client 1 ({id})\n    ~ client_name: \"Client 1\" -> \"Orders\"\n"));
        Assert.That(edit.Error, Does.Contain("Make these changes at AuthleteV3? [y/N] "));
    }

    [Test]
    public async Task VISUAL_wins_over_EDITOR_and_a_name_will_do()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Edit("exit 1");
        Tool.Write("visual.sh", "sed -i 's/^client_name: .*/client_name: Orders/' \"$1\"\n");
        Tool.Variables["VISUAL"] = $"sh '{Tool.Path("visual.sh")}'";

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", "Client 1", "--yes");

        Assert.That((edit.ExitCode, await NameAsync(id)), Is.EqualTo((0, "Orders")), edit.Error);
    }

    [Test]
    public async Task A_line_that_is_removed_clears_its_property()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        await RunAsync(Backend.AuthleteV3, "client", "update", id, "--client-uri", "https://orders.example.com/", "--set", "extension={\"requestableScopesEnabled\":false,\"accessTokenDuration\":60}");
        Edit("sed -i -e '/^client_uri/d' -e '/accessTokenDuration/d' \"$1\"");

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", id, "--yes");

        ToolResult now = await RunJsonAsync(Backend.AuthleteV3, "client", "get", id);
        Assert.That((edit.ExitCode, now["client_uri"], now.Json["extensions"]!["extension"]?["accessTokenDuration"]?.ToString() ?? "0"), Is.EqualTo((0, (string?)null, "0")), edit.Error);
    }

    [Test]
    public async Task Without_a_change_nothing_is_sent_and_nothing_is_asked()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Edit("true");
        Answer("");

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", id);

        Assert.That((edit.ExitCode, edit.Output, edit.Error), Is.EqualTo((0, "", "nothing to change.\n")));
        Assert.That(Tool.Sandbox.Requests.Select(r => r.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public async Task A_text_that_looks_like_a_variable_is_left_alone()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        await RunAsync(Backend.AuthleteV3, "client", "update", id, "--client-name", "a ${HOST} b");
        Edit("true");

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", id, "--yes");

        Assert.That((edit.ExitCode, edit.Error), Is.EqualTo((0, "nothing to change.\n")));
    }

    [Test]
    public async Task The_file_is_private_and_gone_at_the_end()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Edit($"stat -c '%a' \"$1\" > '{Tool.Path("seen")}'; dirname \"$1\" | xargs stat -c '%a' >> '{Tool.Path("seen")}'; echo \"$1\" >> '{Tool.Path("seen")}'; cat \"$1\" >> '{Tool.Path("seen")}'");

        await RunAsync(Backend.AuthleteV3, "client", "edit", id, "--yes");

        string[] seen = File.ReadAllLines(Tool.Path("seen"));
        Assert.That((seen[0], seen[1], Directory.Exists(Path.GetDirectoryName(seen[2]))), Is.EqualTo(("600", "700", false)));
        Assert.That(seen, Has.Some.EqualTo($"client_id: \"{id}\"").And.None.Contains("client_secret"));
    }

    [Test]
    public async Task Whoever_is_stopped_while_the_editor_is_open_keeps_the_file()
    {
        using var stop = new CancellationTokenSource();
        string id = Seed(Backend.AuthleteV3)[0];
        string mark = Tool.Path("open");
        Tool.Change = e => e with { Variables = new Dictionary<string, string>(e.Variables) { ["EDITOR"] = $"f() {{ touch '{mark}'; while [ -e '{mark}' ]; do sleep 0.05; done; echo '# mine' >> \"$1\"; }}; f" } };

        Task<ToolResult> run = Tool.RunAsync(["client", "edit", id, "--yes", "--provider", "AuthleteV3"], stop.Token);
        while (!File.Exists(mark))
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        File.Delete(mark);
        ToolResult result = await run;

        string path = result.ErrorLines.Single(line => line.StartsWith("what you wrote is in ", StringComparison.Ordinal))["what you wrote is in ".Length..^1];
        Assert.That((result.ExitCode, File.ReadAllText(path).Contains("# mine", StringComparison.Ordinal)), Is.EqualTo((130, true)), result.Error);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Test]
    public async Task After_a_mistake_the_editor_opens_again()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Edit("if grep -q '^client_name: \\[' \"$1\"; then sed -i 's/^client_name: .*/client_name: Orders/' \"$1\"; else sed -i 's/^client_name: .*/client_name: [a/' \"$1\"; fi");
        Answer("\ny\n");

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", id);

        Assert.That((edit.ExitCode, await NameAsync(id)), Is.EqualTo((0, "Orders")), edit.Error);
        Assert.That(edit.Error, Does.Contain("client.yaml:").And.Contain("Edit it again? [Y/n] "));
    }

    [TestCase("sed -i 's/^client_name: .*/client_name: [a/' \"$1\"", "client.yaml:")]
    [TestCase("sed -i 's/^client_id: .*/client_id: \"4711\"/' \"$1\"", "client_id is 4711; it cannot be changed")]
    [TestCase("sed -i 's/^client_name: .*/client_nmae: x/' \"$1\"", "client_nmae")]
    public async Task Where_nobody_can_mend_a_mistake_the_file_stays_and_is_named(string script, string reason)
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Edit(script);

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", id, "--yes");

        string file = edit.ErrorLines[^1].Split("what you wrote is in ")[1].TrimEnd('.');
        Assert.That((edit.ExitCode, File.Exists(file), Unix(file)), Is.EqualTo((3, true, "UserWrite, UserRead")), edit.Error);
        Assert.That(edit.Error, Does.Contain(reason));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Test]
    public async Task What_somebody_else_changes_meanwhile_stays()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        var stored = Tool.Sandbox.Authlete.FindClient(Service(Backend.AuthleteV3), long.Parse(id))!;
        Edit("sed -i 's/^client_name: .*/client_name: Orders/' \"$1\"");
        Tool.Change = e => e with
        {
            Input = new Meanwhile(() =>
            {
                stored["description"] = "theirs";
                Tool.Sandbox.Authlete.PutClient(Service(Backend.AuthleteV3), long.Parse(id), stored);
            }),
            InputIsTerminal = true,
            ErrorIsTerminal = true,
        };

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", id);

        var now = Tool.Sandbox.Authlete.FindClient(Service(Backend.AuthleteV3), long.Parse(id))!;
        Assert.That((edit.ExitCode, $"{now["clientName"]}", $"{now["description"]}"), Is.EqualTo((0, "Orders", "theirs")), edit.Error);
    }

    [Test]
    public async Task An_answer_of_no_changes_nothing()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Edit("sed -i 's/^client_name: .*/client_name: Orders/' \"$1\"");
        Answer("n\n");

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", id);

        Assert.That((edit.ExitCode, await NameAsync(id)), Is.EqualTo((1, "Client 1")), edit.Error);
    }

    [TestCase(null, 3, "set the variable VISUAL or EDITOR")]
    [TestCase("exit 7", 1, "ended with 7; nothing was changed")]
    public async Task Without_an_editor_that_works_nothing_is_changed(string? script, int exitCode, string reason)
    {
        string id = Seed(Backend.AuthleteV3)[0];
        if (script is not null)
        {
            Edit(script);
        }

        ToolResult edit = await RunAsync(Backend.AuthleteV3, "client", "edit", id, "--yes");

        Assert.That((edit.ExitCode, await NameAsync(id)), Is.EqualTo((exitCode, "Client 1")), edit.Error);
        Assert.That(edit.Error, Does.Contain(reason));
    }

    private void Edit(string script)
    {
        Tool.Write("editor.sh", script + "\n");
        Tool.Variables["EDITOR"] = $"sh '{Tool.Path("editor.sh")}'";
    }

    private void Answer(string lines) =>
        Tool.Change = e => e with { Input = new StringReader(lines), InputIsTerminal = true, ErrorIsTerminal = true };

    private async Task<string?> NameAsync(string id) => (await RunJsonAsync(Backend.AuthleteV3, "client", "get", id))["client_name"];

    /// <summary>A terminal at which something else happens before the answer is yes.</summary>
    private sealed class Meanwhile(Action before) : StringReader("y\n")
    {
        public override string? ReadLine()
        {
            before();
            return base.ReadLine();
        }
    }
}
