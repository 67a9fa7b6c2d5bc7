using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Exactly what is printed.</summary>
[TestFixture]
internal sealed class GoldenOutputTests : ToolFixture
{
    [SetUp]
    public void PutClients()
    {
        Put(4711, "Orders: \"EU\"", locked: false);
        Put(4712, "Zoë\u001b[31m\n\u202e[bold]", locked: true);
    }

    [TestCase("table", """
        client_id                   4711
        client_secret               [redacted]
        enabled                     true
        created_at                  2026-01-02T03:04:05Z
        modified_at                 2026-01-02T03:04:06Z
        client_name                 Orders: "EU"
        redirect_uris               https://a.example.com/cb, https://b.example.com/cb
        token_endpoint_auth_method  client_secret_basic
        extensions.clientType       CONFIDENTIAL
        extensions.pkceRequired     true

        """)]
    [TestCase("json", """
        {
          "client_id": "4711",
          "client_secret": "[redacted]",
          "enabled": true,
          "created_at": "2026-01-02T03:04:05Z",
          "modified_at": "2026-01-02T03:04:06Z",
          "client_name": "Orders: \"EU\"",
          "redirect_uris": [
            "https://a.example.com/cb",
            "https://b.example.com/cb"
          ],
          "token_endpoint_auth_method": "client_secret_basic",
          "extensions": {
            "clientType": "CONFIDENTIAL",
            "pkceRequired": true
          }
        }

        """)]
    [TestCase("yaml", """
        client_id: "4711"
        client_secret: "[redacted]"
        enabled: true
        created_at: "2026-01-02T03:04:05Z"
        modified_at: "2026-01-02T03:04:06Z"
        client_name: "Orders: \"EU\""
        redirect_uris:
          - https://a.example.com/cb
          - https://b.example.com/cb
        token_endpoint_auth_method: client_secret_basic
        extensions:
          clientType: CONFIDENTIAL
          pkceRequired: true

        """)]
    public async Task One_client(string format, string expected) =>
        Assert.That((await Tool.RunAsync("client", "get", "4711", "--output", format)).Output, Is.EqualTo(expected));

    // Whatever could move the cursor, colour the terminal or turn the text round is taken out.
    [Test]
    public async Task The_list_as_a_table() => Assert.That((await Tool.RunAsync("client", "list")).Output, Is.EqualTo(
        """
        CLIENT_ID            ENABLED  CREATED               CLIENT_NAME
        4711                 yes      2026-01-02T03:04:05Z  Orders: "EU"
        4712                 no       2026-01-02T03:04:05Z  Zoë [31m [bold]

        """));

    [Test]
    public async Task The_list_as_YAML() => Assert.That(
        (await Tool.RunAsync("client", "list", "--output", "yaml")).Output.Split('\n').Where(l => !l.StartsWith("  ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "- client_id: \"4711\"", "- client_id: \"4712\"", "" }));

    [Test]
    public async Task Results_as_a_table() => Assert.That(
        (await Tool.RunAsync("client", "enable", "4711", "4712")).Output, Is.EqualTo("""
        CLIENT_ID  RESULT
        4711       enabled
        4712       enabled

        """));

    [Test]
    public async Task Results_as_YAML() => Assert.That(
        (await Tool.RunAsync("client", "delete", "4711", "--yes", "--output", "yaml")).Output,
        Is.EqualTo("- client_id: \"4711\"\n  result: deleted\n"));

    [Test]
    public async Task An_error_is_one_line_with_the_code_of_the_vendor() => Assert.That(
        (await Tool.RunAsync("client", "get", "99")).Error,
        Is.EqualTo("clientmgmt: AuthleteV3: Get: there is no such client, or the credential may not see it. "
            + "(client 99; HTTP 404; A001212; [A001212] /client/get, The client does not exist.)\n"));

    [Test]
    public async Task Verbose_adds_the_stack_trace()
    {
        ToolResult result = await Tool.RunAsync("client", "get", "99", "--verbose");

        Assert.That(result.Error, Does.Contain("ClientNotFoundException").And.Contain("   at ClientMgmt."));
    }

    [TestCase(true, "table", true)]
    [TestCase(true, "table", false, "--no-color")]
    [TestCase(true, "json", false)]
    [TestCase(false, "table", false)]
    public async Task Only_a_terminal_gets_control_codes(bool isTerminal, string format, bool expected, params string[] args)
    {
        Tool.Change = e => e with { OutputIsTerminal = isTerminal };

        ToolResult result = await Tool.RunAsync(["providers", "--output", format, .. args]);

        Assert.That(result.Output.Contains('\u001b'), Is.EqualTo(expected));
    }

    [Test]
    public async Task The_variable_NO_COLOR_counts()
    {
        Tool.Change = e => e with { OutputIsTerminal = true };
        Tool.Variables["NO_COLOR"] = "1";

        Assert.That((await Tool.RunAsync("providers")).Output, Does.Not.Contain('\u001b'));
    }

    private void Put(long id, string name, bool locked) => Tool.Sandbox.Authlete.PutClient(SandboxDefaults.ServiceId, id, new JsonObject
    {
        ["clientId"] = id,
        ["clientSecret"] = "the-secret",
        ["clientName"] = name,
        ["clientType"] = "CONFIDENTIAL",
        ["tokenAuthMethod"] = "CLIENT_SECRET_BASIC",
        ["redirectUris"] = new JsonArray("https://a.example.com/cb", "https://b.example.com/cb"),
        ["pkceRequired"] = true,
        ["locked"] = locked,
        ["createdAt"] = 1767323045000,
        ["modifiedAt"] = 1767323046000,
    });
}
