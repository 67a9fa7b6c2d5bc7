using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>
/// What a server has and no manifest can hold: values that a standard property cannot express, and members of the vendor's
/// that have a standard name. They are told, never taken for something else, and stay as they are.
/// </summary>
public sealed class UnwritableTests
{
    private const string Twice = """[{"tag":"de","value":"a"},{"tag":"de","value":"b"}]""";

    private static readonly object[] s_unexpressed =
    [
        new[] { "jwks", "jwks", "\"not json\"", "\"[redacted]\"" },
        new[] { "contacts", "contacts", """["x",1]""", """["x",1]""" },
        new[] { "client_names", "clientNames", Twice, Twice },
    ];

    private static readonly object[] s_namesakes =
    [
        new[] { "logo_uri", "\"vendor's\"", "\"vendor's\"" },
        new[] { "scope", "[1]", "[1]" },
        new[] { "allowed_origins", "true", "true" },
        new[] { "client_id", "\"x\"", "\"x\"" },
        new[] { "client_secret", "\"x\"", "\"[redacted]\"" },
    ];

    [TestCaseSource(nameof(s_unexpressed))]
    public async Task A_value_that_a_standard_property_cannot_express_is_a_loss_of_an_export(
        string name, string member, string value, string shown)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        Put(host, member, value);

        (IReadOnlyList<ClientManifest> manifests, string[] losses) = await ExportAsync(host);

        Assert.That(losses, Is.EqualTo(new[] { $"4711 {name} {shown}" }));
        await AssertPlansNothingAsync(host, manifests);
    }

    [TestCaseSource(nameof(s_namesakes))]
    public async Task A_member_of_the_vendor_with_a_standard_name_is_a_loss_of_an_export(string name, string value, string shown)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        Put(host, name, value);

        (IReadOnlyList<ClientManifest> manifests, string[] losses) = await ExportAsync(host);

        Assert.That(losses, Is.EqualTo(new[] { $"4711 extensions.{name} {shown}" }));
        await AssertPlansNothingAsync(host, manifests);
    }

    [Test]
    public void Losses_are_in_ordinal_order()
    {
        string[] names = ["userinfo_signed_response_alg", "use_mtls_endpoint_aliases", "enabled"];
        ClientMetadata odd = names.Aggregate(new ClientMetadata(), (metadata, name) => metadata.WithExtension(name, "x"));

        Assert.That(
            ClientManifest.FindLosses(new OAuthClient { ClientId = "1", Metadata = odd }).Select(l => l.Name),
            Is.EqualTo(names.Reverse().Select(name => $"extensions.{name}")));
    }

    [TestCase("jwks", "\"\"")]
    [TestCase("logo_uri", "null")]
    [TestCase("logo_uri", "[]")]
    public async Task What_says_nothing_is_no_loss(string member, string value)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        Put(host, member, value);

        Assert.That((await ExportAsync(host)).Losses, Is.Empty);
    }

    [TestCaseSource(nameof(s_unexpressed))]
    public async Task A_value_that_a_standard_property_cannot_express_is_a_loss_of_a_copy(
        string name, string member, string value, string shown)
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.AuthleteV2, name: "target");
        Put(source, member, value);

        (CopyPlan plan, JsonObject copy) = await CopyAsync(source, target);

        Assert.That(plan.Items.Single().Losses.Select(l => $"{l.Name} {l.Value.GetRawText()}"), Is.EqualTo(new[] { $"{name} {shown}" }));
        Assert.That(copy[member]?.ToJsonString(), Is.Not.EqualTo(value));
    }

    [TestCaseSource(nameof(s_namesakes))]
    public async Task A_member_of_the_vendor_with_a_standard_name_is_a_loss_of_a_copy(string name, string value, string shown)
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.AuthleteV2, name: "target");
        Put(source, name, value);

        (CopyPlan plan, JsonObject copy) = await CopyAsync(source, target);

        Assert.That(
            plan.Items.Single().Losses.Select(l => $"{l.Name} {l.Value.GetRawText()}"), Is.EqualTo(new[] { $"extensions.{name} {shown}" }));
        Assert.That($"{copy["logoUri"]}", Is.EqualTo("https://logo.example.com/"), "the standard property is copied");
        Assert.That(copy.ContainsKey(name), Is.False);
    }

    [TestCaseSource(nameof(s_unexpressed))]
    public async Task Null_in_a_manifest_clears_a_value_that_the_standard_property_cannot_express(
        string name, string member, string value, string shown)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        Put(host, member, value);
        IReadOnlyList<ClientManifest> manifests = await Manifest.ReadAsync($"client_id: 4711\n{name}: null\n");

        ManifestPlan plan = await ManifestPlan.CreateAsync(host.Clients, manifests);
        ApplyResult result = (await plan.ApplyAsync(host.Clients)).Single();

        PropertyChange change = plan.Changes.Single().Properties.Single();
        Assert.That((change.Name, change.Old?.GetRawText(), change.New), Is.EqualTo((name, shown, (JsonElement?)null)));
        Assert.That((result.Status, $"{host.Stored("4711")[member]}"), Is.EqualTo((ApplyStatus.Done, "")), result.Message);
        Assert.That((await ManifestPlan.CreateAsync(host.Clients, manifests)).HasChanges, Is.False);
    }

    [TestCase("contacts", """["x",1]""", "[y]", """["y"]""")]
    [TestCase("jwks", "\"not json\"", "{keys: []}", "{\"keys\":[]}")]
    public async Task A_value_in_a_manifest_replaces_one_that_the_standard_property_cannot_express(
        string name, string value, string wanted, string stored)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        Put(host, name, value);

        ManifestPlan plan = await ManifestPlan.CreateAsync(host.Clients, await Manifest.ReadAsync($"client_id: 4711\n{name}: {wanted}\n"));
        ApplyResult result = (await plan.ApplyAsync(host.Clients)).Single();

        OAuthClient client = await host.Clients.GetAsync("4711");
        Assert.That((result.Status, client.Metadata.GetValue(name)?.GetRawText()), Is.EqualTo((ApplyStatus.Done, stored)), result.Message);
    }

    [TestCase("logo_uri: null", "")]
    [TestCase("logo_uri: https://new.example.com/", "https://new.example.com/")]
    public async Task A_standard_name_in_a_manifest_is_not_about_the_vendors_member_of_that_name(string line, string logo)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        Put(host, "logo_uri", "\"vendor's\"");

        ManifestPlan plan = await ManifestPlan.CreateAsync(host.Clients, await Manifest.ReadAsync($"client_id: 4711\n{line}\n"));
        ApplyResult result = (await plan.ApplyAsync(host.Clients)).Single();

        JsonObject stored = host.Stored("4711");
        Assert.That((result.Status, $"{stored["logoUri"]}", $"{stored["logo_uri"]}"), Is.EqualTo((ApplyStatus.Done, logo, "vendor's")), result.Message);
    }

    [Test]
    public async Task What_a_manifest_does_not_name_stays_beside_a_change()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        Put(host, "clientNames", Twice);

        ManifestPlan plan = await ManifestPlan.CreateAsync(host.Clients, await Manifest.ReadAsync("client_id: 4711\nclient_name: New\n"));
        await plan.ApplyAsync(host.Clients);

        JsonObject stored = host.Stored("4711");
        Assert.That(($"{stored["clientName"]}", stored["clientNames"]!.ToJsonString()), Is.EqualTo(("New", Twice)));
    }

    private static void Put(TestHost host, string member, string value) => host.Sandbox.Authlete.PutClient(
        SandboxDefaults.ServiceId,
        4711,
        new JsonObject
        {
            ["clientId"] = 4711,
            ["clientName"] = "Odd",
            ["clientType"] = "PUBLIC",
            ["logoUri"] = "https://logo.example.com/",
            [member] = JsonNode.Parse(value),
        });

    private static async Task<(IReadOnlyList<ClientManifest> Manifests, string[] Losses)> ExportAsync(TestHost host)
    {
        using var stream = new MemoryStream();
        var losses = new List<string>();
        await ManifestExporter.ExportAsync(
            host.Clients, stream, new ExportOptions { OnLoss = (id, loss) => losses.Add($"{id} {loss.Name} {loss.Value.GetRawText()}") });
        return (await Manifest.ReadAsync(stream.ToArray()), [.. losses]);
    }

    private static async Task AssertPlansNothingAsync(TestHost host, IReadOnlyList<ClientManifest> manifests)
    {
        ManifestPlan plan = await ManifestPlan.CreateAsync(host.Clients, manifests);
        Assert.That((plan.Changes.Count, plan.HasChanges, plan.Problems.Count), Is.EqualTo((1, false, 0)));
    }

    private static async Task<(CopyPlan Plan, JsonObject Copy)> CopyAsync(TestHost source, TestHost target)
    {
        CopyPlan refused = await CopyPlan.CreateAsync(source.Clients, target.Clients);
        Assert.That(refused.Problems.Count(), Is.EqualTo(1), "nothing is lost without being told to");
        CopyPlan plan = await CopyPlan.CreateAsync(source.Clients, target.Clients, new CopyOptions { AllowLoss = true });
        CopyResult result = (await plan.RunAsync(target.Clients)).Single();
        Assert.That(result.Status, Is.EqualTo(ApplyStatus.Done), result.Message);
        return (plan, target.Stored(result.Mapping!.TargetId));
    }
}
