using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>What the server makes of a change, and what is shown of a client.</summary>
[TestFixture]
internal sealed class StoredAsAskedTests : ToolFixture
{
    private const string PrivatePart = "the-private-part-of-the-key";

    // As numbers and single words, they would be refused.
    [TestCase("fapiModes=FAPI1_ADVANCED", "fapiModes", "[\"FAPI1_ADVANCED\"]", Backend.AuthleteV3)]
    [TestCase("clientIdAlias=2918", "clientIdAlias", "\"2918\"")]
    [TestCase("clientIdAlias=\"2918\"", "clientIdAlias", "\"2918\"")]
    [TestCase("developer=true", "developer", "\"true\"")]
    [TestCase("pkceRequired=true", "pkceRequired", "true")]
    public async Task A_vendors_property_has_the_type_that_the_specification_says(
        string assignment, string member, string stored, Backend provider = Backend.AuthleteV2)
    {
        string id = Seed(provider)[0];

        ToolResult result = await RunAsync(provider, "client", "update", id, "--set", assignment);

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((0, "")));
        Assert.That(
            Tool.Sandbox.Authlete.FindClient(Service(provider), long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))![member]!.ToJsonString(),
            Is.EqualTo(stored));
    }

    [TestCase("client_nam=x", "client_nam (did you mean client_name?)")]
    [TestCase("somethingElse=x", "somethingElse")]
    public async Task A_name_that_the_server_forgets_is_told_and_the_change_is_partly_done(string assignment, string told)
    {
        string id = Seed(Backend.AuthleteV3)[0];

        ToolResult result = await RunJsonAsync(Backend.AuthleteV3, "client", "update", id, "--client-name", "New", "--set", assignment);

        Assert.That((result.ExitCode, result["client_name"], result.Told), Is.EqualTo(
            (6, "New", $"clientmgmt: client {id}: the server stored another value than asked of {told}.\n")));
    }

    [TestCase(Backend.AuthleteV2, "accessTokenDuration", 0)]
    [TestCase(Backend.AuthleteV3, "idTokenDuration", 0)]
    [TestCase(Backend.AuthleteV2, "idTokenDuration", 1)]
    [TestCase(Backend.AuthleteV2, "futureDuration", 6)]
    public async Task Of_a_vendor_object_what_was_asked_for_is_compared(Backend provider, string member, int exitCode)
    {
        string id = Seed(provider)[0];

        ToolResult result = await RunAsync(provider, "client", "update", id, "--set", $$"""extension={"{{member}}":60}""");

        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Error);
    }

    [Test]
    public async Task What_is_cleared_and_becomes_the_servers_default_is_done()
    {
        string id = Seed(Backend.AuthleteV3)[0];

        ToolResult result = await RunAsync(Backend.AuthleteV3, "client", "update", id, "--unset", "clientIdAlias", "--client-name", "New");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task What_was_asked_for_twice_counts_as_it_was_asked_last()
    {
        Tool.Write("c.yaml", "client_name: From the file\n");

        ToolResult result = await RunJsonAsync(Backend.AuthleteV3, "client", "create", "--file", "c.yaml", "--client-name", "From the flag");

        Assert.That((result.ExitCode, result["client_name"], result.Error), Is.EqualTo((0, "From the flag", "")));
    }

    [Test]
    public async Task A_table_leaves_out_what_was_never_set_and_a_document_has_it()
    {
        string id = Seed(Backend.AuthleteV3)[0];

        string table = (await RunAsync(Backend.AuthleteV3, "client", "get", id)).Output;
        string document = (await RunJsonAsync(Backend.AuthleteV3, "client", "get", id)).Output;

        Assert.That(table, Does.Contain("client_name").And.Not.Contain("require_auth_time").And.Not.Contain("pkceRequired"));
        Assert.That(document, Does.Contain("require_auth_time").And.Contain("pkceRequired"));
    }

    [Test]
    public async Task A_table_says_of_a_client_out_of_use_that_it_is_not_enabled()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        await RunAsync(Backend.AuthleteV3, "client", "disable", id);

        Assert.That((await RunAsync(Backend.AuthleteV3, "client", "get", id)).Output, Does.Match("(?m)^enabled +false$"));
    }

    [Test]
    public async Task What_is_no_set_of_keys_may_hold_a_private_one_all_the_same([Values("table", "json")] string format, [Values] bool show)
    {
        Tool.Sandbox.Authlete.PutClient(SandboxDefaults.ServiceId, 4711, new JsonObject { ["clientId"] = 4711, ["jwks"] = $"no JSON {PrivatePart}" });

        ToolResult result = await RunAsync(
            Backend.AuthleteV3, ["client", "get", "4711", "--output", format, .. show ? new[] { "--show-secrets" } : []]);

        Assert.That((result.ExitCode, result.Output.Contains(PrivatePart, StringComparison.Ordinal)), Is.EqualTo((0, show)));
    }

    [TestCase("get", "table", false)]
    [TestCase("get", "json", false)]
    [TestCase("list", "yaml", false)]
    [TestCase("get", "json", true)]
    public async Task The_private_part_of_a_key_is_a_secret(string command, string format, bool show)
    {
        string key = new JsonObject { ["kty"] = "oct", ["k"] = PrivatePart }.ToJsonString();
        Tool.Sandbox.Authlete.PutClient(SandboxDefaults.ServiceId, 4711, new JsonObject
        {
            ["clientId"] = 4711,
            ["jwks"] = $$"""{"keys":[{{key}}]}""",
        });

        ToolResult result = await RunAsync(
            Backend.AuthleteV3,
            ["client", command, .. command == "get" ? new[] { "4711" } : [], "--output", format, .. show ? new[] { "--show-secrets" } : []]);

        Assert.That((result.ExitCode, result.Output.Contains(PrivatePart, StringComparison.Ordinal)), Is.EqualTo((0, show)));
        Assert.That(result.Output, Does.Contain("oct"));
    }
}
