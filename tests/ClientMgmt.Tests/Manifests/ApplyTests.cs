using System.Text.Json;
using ClientMgmt.Manifests;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Applying does the plan and nothing else.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class ApplyTests(ProviderCase provider) : ProviderFixture(provider)
{
    private const string Another = "https://another.example.com";

    private string Text => SampleMetadata.AnyText(Clients.Capabilities);

    [Test]
    public async Task A_created_client_comes_with_its_id_and_secret()
    {
        ApplyResult result = (await (await PlanAsync(Sample("New"))).ApplyAsync(Clients)).Single();

        OAuthClient client = await Clients.GetAsync(result.ClientId!);
        Assert.That((client.Metadata.ClientName, result.Secret), Is.EqualTo(("New", client.ClientSecret)));
        Assert.That(result.ToString(), Does.Not.Contain(client.ClientSecret!.Reveal()));
    }

    [Test]
    public async Task A_change_sends_one_write_and_one_that_is_made_already_none()
    {
        OAuthClient client = await Host.CreateAsync("Old");
        ManifestPlan plan = await PlanAsync(Of(client) with { Values = With(Text, Another) });
        Host.Sandbox.ClearRequests();

        await plan.ApplyAsync(Clients);
        int writes = Host.Writes.Count();
        await plan.ApplyAsync(Clients);

        Assert.That((writes, Host.Writes.Count()), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_client_that_is_switched_already_is_not_switched_again([Values] bool enabled)
    {
        await NeedAsync(ClientOperation.Enable, ClientOperation.Disable);
        OAuthClient client = await Host.CreateAsync("Old");
        await SwitchAsync(client, !enabled);
        ManifestPlan plan = await PlanAsync(Of(client) with { Enabled = enabled });
        await SwitchAsync(client, enabled);
        Host.Sandbox.ClearRequests();

        ApplyResult result = (await plan.ApplyAsync(Clients)).Single();

        Assert.That((result.Status, Host.Writes.Count()), Is.EqualTo((ApplyStatus.Done, 0)));
    }

    [Test]
    public async Task What_somebody_else_changed_since_the_plan_is_not_overwritten()
    {
        OAuthClient client = await Host.CreateAsync("Old");
        ManifestPlan plan = await PlanAsync(Of(client) with { Values = With(Text, Another) });
        await Clients.UpdateAsync(client.ClientId, c => c.WithValue(Text, Json("https://byhand.example.com")));
        Host.Sandbox.ClearRequests();

        ApplyResult result = (await plan.ApplyAsync(Clients)).Single();

        Assert.That((result.Status, Host.Writes.Count()), Is.EqualTo((ApplyStatus.Conflict, 0)));
        Assert.That(result.Message, Does.Contain(Text));
    }

    [Test]
    public async Task What_somebody_else_changed_beside_the_plan_stays()
    {
        OAuthClient client = await Host.CreateAsync("Old");
        ManifestPlan plan = await PlanAsync(Of(client) with { Values = With(Text, Another).Add("client_name", Json("Old")) });
        await Clients.UpdateAsync(client.ClientId, c => c with { ClientName = "By hand" });

        ApplyResult result = (await plan.ApplyAsync(Clients)).Single();

        OAuthClient now = await Clients.GetAsync(client.ClientId);
        Assert.That((result.Status, now.Metadata.ClientName, now.Metadata.GetValue(Text)?.GetString()), Is.EqualTo((ApplyStatus.Done, "By hand", Another)));
    }

    [Test]
    public async Task A_client_that_was_changed_since_the_plan_is_not_deleted()
    {
        OAuthClient client = await Host.CreateAsync("Old");
        ManifestPlan plan = await ManifestPlan.CreateAsync(Clients, [], new PlanOptions { Prune = true });
        await Clients.UpdateAsync(client.ClientId, c => c.WithValue(Text, Json("https://byhand.example.com")));
        Host.Sandbox.ClearRequests();

        Assert.That(((await plan.ApplyAsync(Clients)).Single().Status, Host.Writes.Count()), Is.EqualTo((ApplyStatus.Conflict, 0)));
    }

    [Test]
    public async Task A_client_that_is_gone_is_a_conflict_if_it_is_to_be_changed_and_fine_if_it_is_to_be_deleted()
    {
        OAuthClient changed = await Host.CreateAsync("Changed"), deleted = await Host.CreateAsync("Deleted");
        ManifestPlan plan = await ManifestPlan.CreateAsync(
            Clients, [Of(changed) with { Values = With(Text, Another) }], new PlanOptions { Prune = true });
        await Clients.DeleteAsync(changed.ClientId);
        await Clients.DeleteAsync(deleted.ClientId);

        Assert.That(
            (await plan.ApplyAsync(Clients, new ApplyOptions { ContinueOnError = true })).Select(r => r.Status),
            Is.EqualTo(new[] { ApplyStatus.Conflict, ApplyStatus.Done }));
    }

    [Test]
    public async Task A_name_that_has_been_taken_since_the_plan_is_not_created_again()
    {
        ManifestPlan plan = await PlanAsync(Sample("New"));
        await Host.CreateAsync("New");

        Assert.That((await plan.ApplyAsync(Clients)).Single().Status, Is.EqualTo(ApplyStatus.Conflict));
        Assert.That(await Clients.ListAsync().CountAsync(), Is.EqualTo(1));
    }

    [TestCase(false, ApplyStatus.Skipped)]
    [TestCase(true, ApplyStatus.Done)]
    public async Task After_a_failure_others_are_begun_only_if_that_is_asked_for(bool continueOnError, ApplyStatus others)
    {
        await Host.CreateAsync("Deleted");
        ManifestPlan plan = await ManifestPlan.CreateAsync(
            Clients, [Sample("First"), Sample("Second")], new PlanOptions { Prune = true });
        Host.Sandbox.Faults.Add(new SandboxFault { Method = "POST", PathContains = Case.CreationPath, Status = 400, When = r => r.Body.Contains("First", StringComparison.Ordinal) });
        var told = new List<ApplyResult>();

        IReadOnlyList<ApplyResult> results = await plan.ApplyAsync(
            Clients, new ApplyOptions { MaxConcurrency = 1, ContinueOnError = continueOnError, OnResult = told.Add });

        Assert.That(results.Select(r => r.Status), Is.EqualTo(new[] { ApplyStatus.Failed, others, others }));
        Assert.That(told, Is.EqualTo(results));
    }

    [Test]
    public async Task A_callback_that_fails_ends_the_work_and_loses_no_secret()
    {
        ManifestPlan plan = await ManifestPlan.CreateAsync(Clients, [.. Enumerable.Range(0, 6).Select(i => Sample($"New {i}"))]);

        var error = Assert.ThrowsAsync<ResultCallbackException<ApplyResult>>(() => plan.ApplyAsync(
            Clients, new ApplyOptions { MaxConcurrency = 2, OnResult = _ => throw new InvalidTimeZoneException() }))!;

        ApplyResult[] done = [.. error.Results.Where(r => r.Status == ApplyStatus.Done)];
        Assert.That((error.InnerException, error.Results.Count), Is.EqualTo((error.InnerException as InvalidTimeZoneException, 6)));
        Assert.That(done, Has.Length.InRange(1, 2).And.All.Property(nameof(ApplyResult.Secret)).Not.Null);
    }

    [Test]
    public async Task A_client_that_was_switched_or_got_another_secret_since_the_plan_is_not_deleted([Values] bool isSwitched)
    {
        await NeedAsync(isSwitched ? ClientOperation.Disable : ClientOperation.RotateSecret);
        OAuthClient client = await Host.CreateAsync("Deleted");
        ManifestPlan plan = await ManifestPlan.CreateAsync(Clients, [], new PlanOptions { Prune = true });
        Host.Sandbox.ClockOffset += TimeSpan.FromSeconds(2);
        await (isSwitched ? Clients.DisableAsync(client.ClientId) : Clients.RotateSecretAsync(client.ClientId));

        ApplyResult result = (await plan.ApplyAsync(Clients)).Single();

        Assert.That(result.Status, Is.EqualTo(ApplyStatus.Conflict));
        Assert.That(result.Message, Does.Contain(isSwitched ? "enabled" : "client_secret").Or.Contain("modified_at"));
    }

    [Test]
    public async Task Deletions_come_last()
    {
        await Host.CreateAsync("Deleted");
        ManifestPlan plan = await ManifestPlan.CreateAsync(
            Clients, [.. Enumerable.Range(0, 20).Select(i => Sample($"New {i}"))], new PlanOptions { Prune = true });
        Host.Sandbox.ClearRequests();

        await plan.ApplyAsync(Clients);

        Assert.That(Host.Writes.Last().Method, Is.EqualTo("DELETE"));
        Assert.That(Host.Writes.Count(), Is.EqualTo(21));
    }

    [Test]
    public async Task A_cancelled_apply_says_what_was_done_and_begins_nothing_more()
    {
        ManifestPlan plan = await ManifestPlan.CreateAsync(Clients, [Sample("First"), Sample("Second"), Sample("Third")]);
        using var source = new CancellationTokenSource();

        IReadOnlyList<ApplyResult> results = await plan.ApplyAsync(
            Clients, new ApplyOptions { MaxConcurrency = 1, OnResult = _ => source.Cancel() }, source.Token);

        Assert.That(results.Select(r => r.Status), Is.EqualTo(new[] { ApplyStatus.Done, ApplyStatus.Skipped, ApplyStatus.Skipped }));
    }

    [Test]
    public async Task A_creation_without_an_answer_is_unknown_and_found_by_its_name()
    {
        ManifestPlan plan = await PlanAsync(Sample("New"));
        Host.Sandbox.Faults.Add(new SandboxFault { Method = "POST", PathContains = Case.CreationPath, Send = SandboxPart.None, Then = SandboxEnding.Reset });

        ApplyResult result = (await plan.ApplyAsync(Clients)).Single();

        Assert.That((result.Status, result.Error?.GetType()), Is.EqualTo((ApplyStatus.Unknown, typeof(OutcomeUnknownException))));
        Assert.That((await PlanAsync(Sample("New"))).HasChanges, Is.EqualTo(Case.LosesUnansweredCreations));
    }

    [Test]
    public async Task A_plan_is_not_applied_to_another_provider()
    {
        ManifestPlan plan = await PlanAsync(Sample("New"));
        await using TestHost other = await TestHost.StartAsync(Case, name: "other");

        Assert.That(() => plan.ApplyAsync(other.Clients), Throws.ArgumentException);
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, JsonElement> With(string name, string? value) =>
        System.Collections.Immutable.ImmutableDictionary<string, JsonElement>.Empty.Add(name, Json(value));

    private Task SwitchAsync(OAuthClient client, bool enabled) =>
        enabled ? Clients.EnableAsync(client.ClientId) : Clients.DisableAsync(client.ClientId);

    private static JsonElement Json(string? value) => JsonSerializer.SerializeToElement(value);

    private static ClientManifest Of(OAuthClient client) => new() { ClientId = client.ClientId };

    private ClientManifest Sample(string name) => ClientManifest.From(
        new OAuthClient { ClientId = "none", Metadata = SampleMetadata.For(Clients.Capabilities) with { ClientName = name } },
        Clients.Capabilities) with
    {
        ClientId = null,
    };

    private Task<ManifestPlan> PlanAsync(ClientManifest manifest) => ManifestPlan.CreateAsync(Clients, [manifest]);
}
