using System.Text;
using System.Text.Json;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What a plan says, and that it touches nothing.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class PlanTests(ProviderCase provider) : ProviderFixture(provider)
{
    [Test]
    public async Task A_plan_writes_nothing()
    {
        await Host.CreateAsync("Deleted");
        Host.Sandbox.ClearRequests();

        ManifestPlan plan = await PlanAsync("client_name: New\n", new PlanOptions { Prune = true });

        Assert.That((plan.HasChanges, Host.Writes.Count()), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task A_change_names_the_old_and_the_new_value_of_each_property()
    {
        OAuthClient client = await Host.CreateAsync("Old");
        string text = SampleMetadata.AnyText(Clients.Capabilities), enabled = Host.HasSwitch ? "enabled: false\n" : "";

        ManifestPlan plan = await PlanAsync($"client_id: {client.ClientId}\n{enabled}client_name: New\n{text}: null\n");

        Assert.That(
            plan.Changes.Single().Properties.Select(p => $"{p.Name}: {p.Old?.GetRawText()} -> {p.New?.GetRawText()}"),
            Is.EqualTo((string[])
            [
                "client_name: \"Old\" -> \"New\"", $"{text}: {client.Metadata.GetValue(text)!.Value.GetRawText()} -> ",
                .. Host.HasSwitch ? ["enabled: true -> false"] : Array.Empty<string>(),
            ]));
    }

    [Test]
    public async Task What_is_absent_is_left_alone()
    {
        OAuthClient client = await Host.CreateAsync("Old");

        Assert.That((await PlanAsync($"client_id: {client.ClientId}\n")).HasChanges, Is.False);
    }

    [Test]
    public async Task A_client_without_an_id_is_found_by_its_name()
    {
        OAuthClient client = await Host.CreateAsync("Orders");
        await Host.CreateAsync("orders");

        ClientChange change = (await PlanAsync($"client_name: Orders\n{SampleMetadata.AnyText(Clients.Capabilities)}: https://another.example.com\n")).Changes.Single();

        Assert.That((change.Kind, change.ClientId), Is.EqualTo((ChangeKind.Change, client.ClientId)));
    }

    [Test]
    public async Task A_name_that_several_clients_have_is_a_problem()
    {
        await Host.CreateAsync("Orders");
        await Host.CreateAsync("Orders");

        ManifestPlan plan = await PlanAsync("client_name: Orders\n", new PlanOptions { Prune = true });

        Assert.That(
            (plan.Problems.Single().Message, plan.Problems.Single().Location?.Line, plan.Changes.Count),
            Is.EqualTo((plan.Problems.Single().Message, 1, 0)));
        Assert.That(plan.Problems.Single().Message, Does.StartWith("2 clients have this client_name"));
    }

    [TestCase("client_name: Orders\n---\nclient_name: Orders\n", 2)]
    [TestCase("client_name: Orders\n---\nclient_id: {0}\nclient_name: Orders\n", 2)]
    [TestCase("client_name: Orders\n---\nclient_id: {0}\n", 1)]
    [TestCase("client_id: {0}\n---\nclient_id: {0}\n", 1)]
    [TestCase("client_id: {0}\nclient_name: Other\n---\nclient_name: Other\n", 1)]
    public async Task Two_manifests_of_one_client_are_a_problem(string text, int problems)
    {
        OAuthClient client = await Host.CreateAsync("Orders");

        Assert.That(
            (await PlanAsync(string.Format(null, CompositeFormat.Parse(text), client.ClientId))).Problems,
            Has.Count.EqualTo(problems));
    }

    [TestCase("nowhere")]
    [TestCase("list")]
    [TestCase("a b")]
    public async Task An_id_that_is_not_there_is_a_problem(string id)
    {
        ManifestProblem alone = (await PlanAsync($"client_id: {id}\n")).Problems.Single();
        ManifestProblem listed = (await PlanAsync($"client_id: {id}\n", new PlanOptions { Prune = true })).Problems.Single();

        Assert.That((alone, alone.Message), Is.EqualTo((listed, $"there is no client {id} on test. Its id cannot be chosen: leave client_id out to have a client created.")));
    }

    [Test]
    public async Task Clients_without_a_manifest_are_deleted_if_that_is_asked_for()
    {
        OAuthClient kept = await Host.CreateAsync("Kept");
        await Host.CreateAsync("BBB");
        await Host.CreateAsync("AAA");

        ManifestPlan without = await PlanAsync($"client_id: {kept.ClientId}\n");
        ManifestPlan with = await PlanAsync($"client_id: {kept.ClientId}\n", new PlanOptions { Prune = true });

        Assert.That(
            (without.Count(ChangeKind.Delete), string.Join(' ', with.Changes.Select(c => $"{c.Kind} {c.ClientName}"))),
            Is.EqualTo((0, "Unchanged Kept Delete AAA Delete BBB")));
    }

    [TestCase(2, true)]
    [TestCase(3, false)]
    public async Task More_deletions_than_allowed_are_refused_as_a_whole(int allowed, bool isRefused)
    {
        foreach (string name in new[] { "Kept", "One", "Two", "Three" })
        {
            await Host.CreateAsync(name);
        }

        ManifestPlan plan = await PlanAsync("client_name: Kept\n", new PlanOptions { Prune = true, MaxDeletes = allowed });

        Assert.That((plan.Count(ChangeKind.Delete), plan.Problems.Count > 0), Is.EqualTo((3, isRefused)));
    }

    [Test]
    public async Task A_plan_with_problems_is_not_applied()
    {
        await Host.CreateAsync("One");
        ManifestPlan plan = await PlanAsync("client_name: New\n", new PlanOptions { Prune = true, MaxDeletes = 0 });
        Host.Sandbox.ClearRequests();

        Assert.That(() => plan.ApplyAsync(Clients), Throws.TypeOf<ManifestException>());
        Assert.That(Host.Sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task What_the_backend_cannot_do_is_told_with_its_place_before_anything_is_sent()
    {
        string name = Clients.Capabilities.CanSetAtCreation("contacts") ? "allowed_origins" : "contacts";
        OAuthClient client = await Host.CreateAsync("Old");

        ManifestPlan plan = await PlanAsync($"client_id: {client.ClientId}\n{name}: [a]\n");

        Assert.That(
            plan.Problems.Select(p => (p.Property, p.Location?.Line)), Is.EqualTo(new[] { ((string?)name, (int?)2) }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Enabled_is_a_problem_exactly_where_it_needs_a_switch_that_clients_do_not_have(bool enabled)
    {
        OAuthClient client = await Host.CreateAsync("Old");

        ManifestPlan plan = await PlanAsync($"client_id: {client.ClientId}\nenabled: {(enabled ? "true" : "false")}\n");

        Assert.That(
            plan.Problems.Select(p => (p.Property, p.Location?.Line)),
            Is.EqualTo(enabled || Host.HasSwitch ? [] : new[] { ((string?)"enabled", (int?)2) }));
    }

    [Test]
    public async Task A_plan_is_the_same_each_time_and_as_JSON_holds_no_private_key()
    {
        OAuthClient client = await Host.CreateAsync("Old");
        if (Clients.Capabilities.CanUpdate("jwks"))
        {
            await Clients.UpdateAsync(client.ClientId, c => c with
            {
                Jwks = JsonElement.Parse("""{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}"""),
            });
        }

        string text = $"client_id: {client.ClientId}\nredirect_uris: [https://new.example.com]\n"
            + (Clients.Capabilities.CanUpdate("jwks") ? "jwks: {keys: []}\n" : "");
        string first = Json(await PlanAsync(text));

        Assert.That(first, Is.EqualTo(Json(await PlanAsync(text))).And.Not.Contain("c2VjcmV0"));
        Assert.That(
            JsonElement.Parse(first).GetProperty("summary").GetRawText(),
            Is.EqualTo("""{"unchanged":0,"create":0,"change":1,"delete":0,"problems":0}"""));
    }

    private static string Json(ManifestPlan plan)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            plan.WriteJson(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private async Task<ManifestPlan> PlanAsync(string text, PlanOptions? options = null) =>
        await ManifestPlan.CreateAsync(Clients, await Manifest.ReadAsync(Complete(text)), options);

    // DocSpace takes no new client with less.
    private string Complete(string text) => !SampleMetadata.IsPortal(Clients.Capabilities) || !text.StartsWith("client_name: New", StringComparison.Ordinal) ? text : text.Replace(
        "client_name: New\n",
        $$"""
        client_name: New
        logo_uri: {{SampleMetadata.Logo}}
        client_uri: https://www.example.com
        tos_uri: https://www.example.com
        policy_uri: https://www.example.com
        redirect_uris: [https://www.example.com]
        post_logout_redirect_uris: [https://www.example.com]
        allowed_origins: [https://www.example.com]
        scope: openid

        """.ReplaceLineEndings("\n"),
        StringComparison.Ordinal);
}
