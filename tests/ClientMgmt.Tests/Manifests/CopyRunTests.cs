using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What the result of a copy tells, however far it came.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CopyRunTests
{
    private static readonly Capabilities s_able = new(
        FakeClients.Operations(ClientOperation.Disable, ClientOperation.SetSecret),
        [new MetadataCapability("client_name"), new MetadataCapability("client_uri") { Updatable = false }]);

    private static readonly CopyItem s_item = new()
    {
        SourceId = "7",
        ClientName = "New",
        Manifest = new ClientManifest
        {
            Enabled = false,
            Values = new Dictionary<string, JsonElement> { ["client_name"] = Json("\"New\""), ["client_uri"] = Json("\"https://new.example.com/\"") },
        },
        KeptSecret = new Secret("kept"),
    };

    private static readonly ClientManagementError s_error =
        new() { Provider = "target", Operation = ClientOperation.Create, Attempts = 1, Summary = "It failed." };

    private readonly FakeClients _target = new("target", s_able);

    [Test]
    public async Task A_client_that_cannot_be_copied_is_told_with_all_its_problems()
    {
        CopyResult result = await RunAsync(
            s_item with { Problems = [new ManifestProblem("It must not be."), new ManifestProblem("It is odd.")] }, new CopyOptions { ContinueOnError = true });

        Assert.That((result.Status, result.Message), Is.EqualTo((ApplyStatus.Failed, "It must not be. It is odd.")));
        Assert.That(_target.Calls, Is.Empty, "where nothing can be copied, nothing is asked for");
    }

    [TestCase(false, ApplyStatus.Failed, "The server stored another value than asked of client_uri. Write what it keeps into the manifest, or leave the property out.")]
    [TestCase(true, ApplyStatus.Done, null)]
    public async Task What_the_target_did_not_store_is_told_and_is_a_failure_unless_losses_are_allowed(bool allowsLoss, ApplyStatus status, string? message)
    {
        var target = new FakeClients("target", s_able) { Stored = c => c with { Metadata = c.Metadata with { ClientUri = null } } };

        CopyResult result = (await Plan(s_item, new CopyOptions { AllowLoss = allowsLoss }).RunAsync(target)).Single();

        Assert.That((result.Status, result.Message, result.Mapping?.TargetId), Is.EqualTo((status, message, "1")));
        Assert.That(result.NotStored, Is.EqualTo(new[] { "client_uri" }));
    }

    [Test]
    public async Task A_copy_that_was_only_begun_is_in_the_mapping_with_the_error()
    {
        var error = new InvalidOperationException("Odd.");
        _target.ErrorOf = call => call.StartsWith("disable", StringComparison.Ordinal) ? error : null;

        CopyResult result = await RunAsync(s_item);

        Assert.That((result.Status, result.Error, result.Mapping?.TargetId), Is.EqualTo((ApplyStatus.Failed, error, "1")));
        Assert.That(result.Message, Is.EqualTo("The client was created, but not all of it could be set; run this again. Odd."));
    }

    [Test]
    public async Task A_copy_whose_secret_could_not_be_set_is_in_the_mapping_with_the_error()
    {
        var error = new InvalidOperationException("Odd.");
        _target.ErrorOf = call => call.StartsWith("set_secret", StringComparison.Ordinal) ? error : null;

        CopyResult result = await RunAsync(s_item);

        Assert.That((result.Status, result.Error, result.Mapping?.TargetId), Is.EqualTo((ApplyStatus.Failed, error, "1")));
        Assert.That(result.NotStored, Is.EqualTo(new[] { "client_secret" }));
    }

    [TestCase(null, "It is not known whether the client was created. ")]
    [TestCase("1", "It is not known whether this was done; ")]
    public async Task Whether_a_client_was_created_is_unknown_only_of_one_that_was_to_be(string? existingId, string message)
    {
        var error = new OutcomeUnknownException(s_error);
        _target.ErrorOf = call => call == "list" ? null : error;

        CopyResult result = await RunAsync(s_item with { ExistingId = existingId });

        Assert.That((result.Status, result.Error, result.Mapping), Is.EqualTo((ApplyStatus.Unknown, error, (CopyMapping?)null)));
        Assert.That(result.Message, Does.StartWith(message));
    }

    [TestCase(true, "s3cret")]
    [TestCase(false, null)]
    public async Task The_secret_of_a_copy_that_was_cut_off_is_in_the_mapping_and_that_of_another_client_is_not(bool isUnfinished, string? secret)
    {
        await _target.CreateAsync(new ClientMetadata { ClientName = "New" });
        _target.ClearCalls();

        CopyResult result = await RunAsync(s_item with { ExistingId = "1", KeptSecret = null, IsUnfinished = isUnfinished });

        Assert.That(result.Mapping?.Secret?.Reveal(), Is.EqualTo(secret));
        Assert.That(_target.Calls.Contains("disable 1"), Is.EqualTo(isUnfinished));
    }

    [Test]
    public async Task A_client_that_the_target_puts_out_of_use_itself_is_not_put_out_of_use_again()
    {
        var target = new FakeClients("target", s_able) { Stored = c => c with { Enabled = false } };

        await Plan(s_item with { KeptSecret = null }).RunAsync(target);

        Assert.That(target.Calls, Is.EqualTo(new[] { "list", "create New" }));
    }

    [Test]
    public void A_plan_is_not_run_on_another_provider() => Assert.That(
        () => Plan(s_item).RunAsync(new FakeClients("other")),
        Throws.ArgumentException.With.Message.StartsWith("The plan is for the provider 'target', not 'other'."));

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static CopyPlan Plan(CopyItem item, CopyOptions? options = null) => new("source", "target", [item], options);

    private async Task<CopyResult> RunAsync(CopyItem item, CopyOptions? options = null) => (await Plan(item, options).RunAsync(_target)).Single();
}
