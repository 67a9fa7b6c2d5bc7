using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Odd values of a server, and members that have a standard name by chance: told, cleared on request, and never mixed up.</summary>
[TestFixture]
internal sealed class UnwritableTests : ToolFixture
{
    private const string Twice = """[{"tag":"de","value":"a"},{"tag":"de","value":"b"}]""";

    [TestCase("jwks", "jwks", "\"not json\"")]
    [TestCase("contacts", "contacts", """["x",1]""")]
    [TestCase("client_names", "clientNames", Twice)]
    public async Task Unset_clears_a_value_that_the_standard_property_cannot_express(string name, string member, string value)
    {
        Put(member, value);

        ToolResult update = await RunAsync(Backend.AuthleteV3, "client", "update", "4711", "--unset", name);

        Assert.That((update.ExitCode, update.Error, $"{Stored[member]}"), Is.EqualTo((0, "", "")));
    }

    [TestCase("contacts", "contacts", """["x",1]""")]
    [TestCase("client_names", "clientNames", Twice)]
    public async Task A_value_that_the_server_keeps_though_it_is_to_be_cleared_is_told(string name, string member, string value)
    {
        Put(member, value);
        Tool.Sandbox.Faults.Add(new SandboxFault
        {
            PathContains = "/client/update",
            Commit = false,
            Text = new JsonObject { ["clientId"] = 4711, [member] = JsonNode.Parse(value) }.ToJsonString(),
            ContentType = "application/json",
            Status = 200,
        });

        ToolResult update = await RunAsync(Backend.AuthleteV3, "client", "update", "4711", "--unset", name);

        Assert.That((update.ExitCode, update.Error), Is.EqualTo((6, $"clientmgmt: client 4711: the server stored another value than asked of {name}.\n")));
    }

    [TestCase("--unset", "logo_uri", "")]
    [TestCase("--set", "logo_uri=https://new.example.com/", "https://new.example.com/")]
    public async Task A_standard_name_is_not_about_the_vendors_member_of_that_name(string option, string text, string logo)
    {
        Put("logo_uri", "\"vendor's\"");

        ToolResult first = await RunAsync(Backend.AuthleteV3, "client", "update", "4711", option, text);
        ToolResult second = await RunAsync(Backend.AuthleteV3, "client", "update", "4711", option, text);

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((0, 0)), first.Error + second.Error);
        Assert.That(($"{Stored["logoUri"]}", $"{Stored["logo_uri"]}"), Is.EqualTo((logo, "vendor's")));
    }

    [TestCase("jwks", "\"not json\"", "jwks: \"[redacted]\" (it is not what jwks can be)")]
    [TestCase("contacts", """["x",1]""", """contacts: ["x",1] (it is not what contacts can be)""")]
    [TestCase("clientNames", Twice, $"client_names: {Twice} (it is not what client_names can be)")]
    [TestCase("logo_uri", "\"x\"", "extensions.logo_uri: \"x\" (a vendor's property cannot have this name in a manifest)")]
    [TestCase("scope", "\"x\"", "extensions.scope: \"x\" (a vendor's property cannot have this name in a manifest)")]
    public async Task An_export_tells_what_it_leaves_out_and_can_be_planned(string member, string value, string loss)
    {
        Put(member, value);

        ToolResult export = await RunAsync(Backend.AuthleteV3, "export", "--out", "all.yaml");
        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "all.yaml", "--prune");

        Assert.That((export.ExitCode, export.Error), Is.EqualTo((0, $"client 4711: left out: {loss}\n1 exported to all.yaml.\n")));
        Assert.That((plan.ExitCode, plan.Output), Is.EqualTo((0, "AuthleteV3: 0 to create, 0 to change, 0 to delete, 1 unchanged.\n")), plan.Error);
    }

    [Test]
    public async Task What_an_export_leaves_out_is_in_its_document()
    {
        Put("logo_uri", "\"x\"");

        ToolResult export = await RunJsonAsync(Backend.AuthleteV3, "export", "--out", "all.yaml");

        Assert.That(
            export.Json["losses"]!.ToJsonString(),
            Is.EqualTo("""[{"client_id":"4711","name":"extensions.logo_uri","value":"x","reason":"a vendor\u0027s property cannot have this name in a manifest"}]"""));
    }

    [TestCase("contacts", """["x",1]""", "contacts")]
    [TestCase("clientNames", Twice, "client_names")]
    [TestCase("logo_uri", "\"x\"", "extensions.logo_uri")]
    public async Task A_copy_loses_it_only_if_that_is_allowed(string member, string value, string name)
    {
        Put(member, value);
        string[] args = ["copy", "--from", "AuthleteV3", "--to", "AuthleteV2", "--all", "--yes", "--output", "json"];

        ToolResult refused = await Tool.RunAsync(args);
        int before = Count(Backend.AuthleteV2);
        ToolResult copied = await Tool.RunAsync([.. args, "--allow-loss"]);

        Assert.That((refused.ExitCode, before), Is.EqualTo((1, 0)));
        Assert.That(refused.Error, Does.Contain($"- lost: {name} ("));
        Assert.That((copied.ExitCode, copied.Json["results"]![0]!["losses"]!.ToJsonString()), Is.EqualTo((0, $"[\"{name}\"]")), copied.Error);
    }

    [Test]
    public async Task Null_in_a_manifest_clears_what_the_standard_property_cannot_express()
    {
        Put("clientNames", Twice);
        Tool.Write("m.yaml", "client_id: 4711\nclient_names: null\n");

        ToolResult plan = await RunAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml");
        ToolResult apply = await RunAsync(Backend.AuthleteV3, "apply", "-f", "m.yaml", "--yes");

        Assert.That((plan.ExitCode, apply.ExitCode, $"{Stored["clientNames"]}"), Is.EqualTo((2, 0, "")), apply.Error);
        Assert.That(plan.Output, Does.Contain("    - client_names:\n        - {\n"));
    }

    private JsonObject Stored => Tool.Sandbox.Authlete.FindClient(SandboxDefaults.ServiceId, 4711)!;

    private void Put(string member, string value) => Tool.Sandbox.Authlete.PutClient(SandboxDefaults.ServiceId, 4711, new JsonObject
    {
        ["clientId"] = 4711,
        ["clientName"] = "Odd",
        ["clientType"] = "PUBLIC",
        ["logoUri"] = "https://logo.example.com/",
        [member] = JsonNode.Parse(value),
    });
}
