using System.Text.Json.Nodes;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>What programs and pull requests read.</summary>
internal sealed class OutputFormatTests : ToolFixture
{
    private const string New = "client_name: Orders\nredirect_uris: [https://orders.example.com/cb]\n";

    [Test]
    public async Task A_plan_for_a_pull_request_is_Markdown_with_a_difference_for_each_client()
    {
        Tool.Write("m.yaml", New);

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "--output", "markdown");

        Assert.That((plan.ExitCode, plan.Error), Is.EqualTo((2, "")));
        Assert.That(plan.Output, Is.EqualTo("""
            ### AuthleteV3: 1 to create, 0 to change, 0 to delete, 0 unchanged.

            ```diff
            + create Orders
            +     client_name: "Orders"
            +     redirect_uris:
            +         "https://orders.example.com/cb"
            ```

            """));
    }

    [Test]
    public async Task Markdown_says_why_a_plan_cannot_be_carried_out()
    {
        Tool.Write("m.yaml", "client_id: \"1\"\n");

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "-o", "markdown");

        Assert.That(plan.ExitCode, Is.EqualTo(1));
        Assert.That(plan.Output, Does.Contain("**It cannot be carried out:**").And.Contain("there is no client 1"));
    }

    [TestCase("client", "list")]
    [TestCase("copy", "--from", "DocSpace", "--to", "AuthleteV3", "--all", "--yes")]
    public async Task Markdown_is_for_plans_alone(params string[] args)
    {
        ToolResult result = await Tool.RunAsync([.. args, "--output", "markdown"]);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("--output markdown is for plans"));
    }

    [Test]
    public async Task A_list_is_a_line_of_JSON_for_each_entry()
    {
        string[] ids = Seed(Backend.AuthleteV3, 2);

        ToolResult list = await RunAsync(Backend.AuthleteV3, "client", "list", "--output", "jsonl");

        Assert.That(list.Output.Trim().Split('\n').Select(line => $"{JsonNode.Parse(line)!["client_id"]}"), Is.EquivalentTo(ids));
    }

    [Test]
    public async Task A_document_is_one_line_of_JSON_whatever_its_texts_hold()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        await RunAsync(Backend.AuthleteV3, "client", "update", id, "--client-name", "One\nTwo\u2028Three");

        ToolResult get = await RunAsync(Backend.AuthleteV3, "client", "get", id, "--output", "jsonl");

        Assert.That(get.Output.Split('\n', '\u2028'), Has.Length.EqualTo(2));
        Assert.That($"{JsonNode.Parse(get.Output)!["client_name"]}", Is.EqualTo("One\nTwo\u2028Three"));
    }

    [Test]
    public async Task An_error_is_a_document_with_all_that_is_known_of_it([Values("json", "jsonl")] string format)
    {
        ToolResult get = await RunAsync(Backend.AuthleteV3, "client", "get", "4712", "--output", format);

        JsonNode error = JsonNode.Parse(get.Error)!;
        Assert.That((get.ExitCode, $"{error["error"]}", $"{error["operation"]}", $"{error["client_id"]}", (int?)error["http_status"]),
            Is.EqualTo((5, "client_not_found", "get", "4712", (int?)404)));
        Assert.That($"{error["message"]}", Does.Contain("there is no such client"));
    }

    [Test]
    public async Task A_wrong_command_line_is_a_document_too()
    {
        ToolResult result = await Tool.RunAsync("client", "get", "--output", "json");

        Assert.That((result.ExitCode, $"{JsonNode.Parse(result.Error)!["error"]}"), Is.EqualTo((3, "usage")));
    }

    [Test]
    public async Task A_mistake_in_a_manifest_is_a_document_with_its_place()
    {
        Tool.Write("m.yaml", "client_name: A\nredirect_uri: x\n");

        ToolResult result = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml", "--output", "json");

        JsonNode error = JsonNode.Parse(result.Error)!;
        Assert.That((result.ExitCode, $"{error["error"]}", Path.GetFileName($"{error["file"]}"), (int?)error["line"]), Is.EqualTo((3, "manifest", "m.yaml", (int?)2)));
    }
}
