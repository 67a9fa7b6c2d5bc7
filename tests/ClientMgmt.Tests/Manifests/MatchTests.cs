using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Which client a manifest is about, and what is read to find out.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MatchTests
{
    // What its list tells of a client does not say whether that may be used.
    private readonly FakeClients _clients = new() { Listed = client => client with { Enabled = null } };

    [Test]
    public async Task Names_that_differ_in_case_are_those_of_different_clients()
    {
        _clients.Put(Client("1", "Orders"), Client("2", "orders"));

        ManifestPlan plan = await PlanAsync("client_name: Orders\n---\nclient_name: orders\n");

        Assert.That(plan.Problems, Is.Empty);
        Assert.That(plan.Changes.Select(c => c.ClientId), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task Of_a_list_only_what_manifests_are_about_is_read()
    {
        _clients.Put(Client("1", "Orders"), Client("2", "orders"), Client("3", "Other"), Client("4", null), Client("5", "Named by its id"), Client("6", "Billing"));

        await PlanAsync("client_name: Orders\n---\nclient_id: \"6\"\nclient_name: Named by its id\n");

        Assert.That(_clients.Calls, Is.EqualTo(new[] { "list", "get 1", "get 6" }));
    }

    [Test]
    public async Task All_others_are_deleted_whatever_their_names()
    {
        _clients.Put(Client("1", "Orders"), Client("2", "orders"), Client("3", "Other"), Client("4", null), Client("5", "Named by its id"), Client("6", "Billing"));

        ManifestPlan plan = await PlanAsync(
            "client_name: Orders\n---\nclient_id: \"6\"\nclient_name: Named by its id\n", new PlanOptions { Prune = true });

        Assert.That(plan.Changes.Where(c => c.Kind == ChangeKind.Delete).Select(c => c.ClientId), Is.EqualTo(new[] { "4", "5", "3", "2" }));
    }

    [Test]
    public async Task Of_more_deletions_than_are_allowed_the_names_are_told_and_no_more_is_read()
    {
        _clients.Put([.. "ABCD".Select(c => Client($"{c}", $"Client {c}"))]);

        ManifestPlan plan = await ManifestPlan.CreateAsync(_clients, [], new PlanOptions { Prune = true, MaxDeletes = 2 });

        Assert.That(plan.Changes.Select(c => c.ClientName), Is.EqualTo(new[] { "Client A", "Client B", "Client C", "Client D" }));
        Assert.That(plan.Problems, Has.Count.EqualTo(1));
        Assert.That(_clients.Calls, Is.EqualTo(new[] { "list", "get A", "get B" }));
    }

    [Test]
    public async Task Of_many_clients_with_one_name_five_are_told_in_ordinal_order()
    {
        _clients.Put([.. "bBaAcCd".Select(c => Client($"{c}", "Orders"))]);

        ManifestProblem problem = (await PlanAsync("client_name: Orders\n")).Problems.Single();

        Assert.That(problem.Message, Is.EqualTo("7 clients have this client_name (A, B, C, a, b); say by client_id which one is meant."));
        Assert.That(problem.Client, Is.EqualTo("Orders"));
    }

    [Test]
    public async Task Only_a_client_that_is_not_found_may_be_one_that_cannot_be_read()
    {
        var clients = new FakeClients { Unreadable = ["7"] };
        clients.Put(Client("1", "Orders"));

        ManifestPlan plan = await ManifestPlan.CreateAsync(clients, await Manifest.ReadAsync("client_name: Orders\n---\nclient_name: New\n"));

        Assert.That(plan.Problems.Select(p => (p.Client, p.Message[..12])), Is.EqualTo(new[] { ("New", "no client of") }));
    }

    [Test]
    public async Task A_manifest_that_names_no_client_is_a_problem_and_not_one_of_a_shared_name()
    {
        ManifestPlan plan = await ManifestPlan.CreateAsync(_clients, [new ClientManifest(), new ClientManifest { Enabled = false }]);

        Assert.That(
            plan.Problems.Select(p => $"{p.Client}: {p.Message}"),
            Is.All.EqualTo("(no name): it is not said which client is meant: give client_id or client_name.").And.Exactly(2).Items);
    }

    [Test]
    public async Task A_second_manifest_of_a_client_is_told_where_the_first_is()
    {
        _clients.Put(Client("1", "Orders"));
        const string Text = "client_id: \"1\"\n";

        ManifestPlan plan = await PlanAsync($"{Text}---\n{Text}---\n{Text}");

        Assert.That(
            plan.Problems.Select(p => (p.Location?.Line, p.Message)),
            Is.EqualTo(new int?[] { 3, 5 }.Select(line => (line, "another manifest is about the same client 1 (clients.yaml:1:1); keep one of them."))));
    }

    [Test]
    public async Task Manifests_of_one_name_are_each_told_where_another_is()
    {
        ManifestPlan plan = await PlanAsync("client_name: Orders\n---\nclient_name: Orders\n---\nclient_name: Orders\n");

        Assert.That(
            plan.Problems.Select(p => p.Message),
            Is.EqualTo(new[] { 3, 1, 1 }.Select(line => $"another manifest has this client_name too (clients.yaml:{line}:1); say by client_id which client is meant.")));
    }

    [Test]
    public async Task A_manifest_that_is_there_twice_has_its_name_twice()
    {
        ClientManifest manifest = (await Manifest.ReadAsync("client_name: Orders\n")).Single() with { Location = null };

        ManifestPlan plan = await ManifestPlan.CreateAsync(_clients, [manifest, manifest]);

        Assert.That(
            plan.Problems.Select(p => p.Message), Is.All.EqualTo("another manifest has this client_name too; say by client_id which client is meant."));
    }

    private static OAuthClient Client(string id, string? name) =>
        new() { ClientId = id, Enabled = true, Metadata = new ClientMetadata { ClientName = name } };

    private async Task<ManifestPlan> PlanAsync(string text, PlanOptions? options = null) =>
        await ManifestPlan.CreateAsync(_clients, await Manifest.ReadAsync(text), options);
}
