using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What has come to the target after a copy was planned is looked at before anything is created.</summary>
internal sealed class NewcomerTests
{
    private CopyPair _pair = null!;

    [SetUp]
    public async Task StartAsync() => _pair = await CopyPair.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _pair.DisposeAsync();

    [Test]
    public async Task A_client_that_another_copy_has_made_meanwhile_is_taken_from_its_mapping()
    {
        await _pair.CreateAsync();
        var known = new List<CopyMapping>();
        CopyPlan plan = await _pair.PlanAsync(new CopyOptions { Known = known, KeepSecrets = true });
        CopyMapping other = (await _pair.RunAsync(new CopyOptions())).Mapping!;
        known.Add(other);
        _pair.ClearRequests();

        CopyResult result = (await plan.RunAsync(_pair.Target)).Single();

        Assert.That((result.Status, result.Mapping, result.Message), Is.EqualTo((ApplyStatus.Done, other, (string?)null)));
        Assert.That((result.Item.ExistingId, result.Item.Mapping, result.Item.KeptSecret), Is.EqualTo((other.TargetId, other, (Secret?)null)));
        Assert.That(_pair.Writes, Is.Empty);
    }

    [TestCase("source", "elsewhere")]
    [TestCase("elsewhere", "target")]
    public async Task A_mapping_between_other_providers_says_nothing(string from, string to)
    {
        OAuthClient client = await _pair.CreateAsync();
        OAuthClient unrelated = await _pair.Target.CreateAsync(new ClientMetadata { ClientName = "Unrelated" });
        var options = new CopyOptions { Known = [new CopyMapping(from, client.ClientId, to, unrelated.ClientId)] };

        CopyPlan plan = await _pair.PlanAsync(options);
        CopyResult result = (await plan.RunAsync(_pair.Target)).Single();

        Assert.That((plan.Items.Single().ExistingId, result.Status), Is.EqualTo(((string?)null, ApplyStatus.Done)));
        Assert.That(result.Mapping!.TargetId, Is.Not.EqualTo(unrelated.ClientId));
    }

    [Test]
    public async Task A_client_whose_name_somebody_else_has_given_to_one_is_not_copied()
    {
        await _pair.CreateAsync();
        CopyPlan plan = await _pair.PlanAsync(new CopyOptions());
        await _pair.Target.CreateAsync(new ClientMetadata { ClientName = "Copied" });
        _pair.ClearRequests();

        CopyResult result = (await plan.RunAsync(_pair.Target)).Single();

        Assert.That((result.Status, result.Mapping), Is.EqualTo((ApplyStatus.Conflict, (CopyMapping?)null)));
        Assert.That(result.Message, Is.EqualTo("A client of this name has come to the target since the plan was made; make a new plan."));
        Assert.That(_pair.Writes, Is.Empty);
    }

    [Test]
    public async Task A_client_of_another_name_is_in_nobodys_way()
    {
        await _pair.CreateAsync();
        CopyPlan plan = await _pair.PlanAsync(new CopyOptions());
        await _pair.Target.CreateAsync(new ClientMetadata { ClientName = "copied" });

        Assert.That((await plan.RunAsync(_pair.Target)).Single().Status, Is.EqualTo(ApplyStatus.Done));
    }

    [Test]
    public async Task The_copy_of_one_client_may_have_the_name_of_another()
    {
        OAuthClient first = await _pair.CreateAsync("First");
        await _pair.CreateAsync("Second");
        var known = new List<CopyMapping>();
        CopyPlan plan = await _pair.PlanAsync(new CopyOptions { Known = known });
        OAuthClient copy = await _pair.Target.CreateAsync(new ClientMetadata { ClientName = "Second" });
        known.Add(new CopyMapping("source", first.ClientId, "target", copy.ClientId));

        IReadOnlyList<CopyResult> results = await plan.RunAsync(_pair.Target);

        Assert.That(results.Select(r => r.Status), Is.All.EqualTo(ApplyStatus.Done));
        Assert.That(results.Select(r => r.Mapping!.TargetId == copy.ClientId), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task Where_a_mapping_tells_of_all_copies_the_target_is_asked_for_nothing()
    {
        await _pair.CreateAsync();
        CopyMapping mapping = (await _pair.RunAsync(new CopyOptions())).Mapping!;
        CopyPlan plan = await _pair.PlanAsync(new CopyOptions { Known = [mapping] });
        _pair.ClearRequests();

        CopyResult result = (await plan.RunAsync(_pair.Target)).Single();

        Assert.That((result.Status, result.Mapping, _pair.Requests), Is.EqualTo((ApplyStatus.Done, mapping, 0)));
    }

    [Test]
    public async Task A_copy_that_was_cancelled_before_it_began_has_begun_nothing()
    {
        await _pair.CreateAsync();
        CopyPlan plan = await _pair.PlanAsync(new CopyOptions());
        _pair.ClearRequests();

        CopyResult result = (await plan.RunAsync(_pair.Target, new CancellationToken(canceled: true))).Single();

        Assert.That((result.Status, result.Message, _pair.Requests), Is.EqualTo((ApplyStatus.Skipped, "Not begun: cancelled.", 0)));
    }

    [Test]
    public async Task After_a_failure_the_others_are_not_begun_and_say_so()
    {
        await _pair.CreateAsync("First");
        await _pair.CreateAsync("Second");
        CopyPlan plan = await _pair.PlanAsync(new CopyOptions { MaxConcurrency = 1 });
        await _pair.Target.CreateAsync(new ClientMetadata { ClientName = "First" });

        IReadOnlyList<CopyResult> results = await plan.RunAsync(_pair.Target);

        Assert.That(results.Select(r => r.Status), Is.EqualTo(new[] { ApplyStatus.Conflict, ApplyStatus.Skipped }));
        Assert.That(results[1].Message, Is.EqualTo("Not begun: another client failed."));
    }

    [Test]
    public async Task A_callback_that_fails_is_told_with_all_results()
    {
        await _pair.CreateAsync();
        CopyPlan plan = await _pair.PlanAsync(new CopyOptions { OnResult = _ => throw new InvalidOperationException("The disk is full.") });

        ResultCallbackException<CopyResult> error = Assert.ThrowsAsync<ResultCallbackException<CopyResult>>(() => plan.RunAsync(_pair.Target))!;

        Assert.That((error.Results.Single().Status, error.InnerException!.Message), Is.EqualTo((ApplyStatus.Done, "The disk is full.")));
    }
}
