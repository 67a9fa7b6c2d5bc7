using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What is said of a client on which the work was not done.</summary>
internal sealed class FailureTests
{
    private static readonly CancellationToken s_cancelled = new(canceled: true);
    private static readonly CancellationToken s_running = CancellationToken.None;

    private static readonly ClientManagementError s_error =
        new() { Provider = "p", Operation = ClientOperation.Update, Attempts = 1, Summary = "It failed." };

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("drift", ChangeKind.Change, new DriftException("It is another."), ApplyStatus.Conflict, "It is another.");
        yield return Case("gone", ChangeKind.Change, new ClientNotFoundException(s_error), ApplyStatus.Conflict, "The client has been deleted since the plan was made; make a new plan.");
        yield return Case("not there to create", ChangeKind.Create, new ClientNotFoundException(s_error), ApplyStatus.Failed, null);
        yield return Case("conflict", ChangeKind.Create, new ClientConflictException(s_error), ApplyStatus.Conflict, null);
        yield return Case("unknown", ChangeKind.Change, new OutcomeUnknownException(s_error), ApplyStatus.Unknown, "It is not known whether this was done; run it again. ");
        yield return Case("unknown creation", ChangeKind.Create, new OutcomeUnknownException(s_error), ApplyStatus.Unknown, "It is not known whether the client was created. Run this again: if it was, it is found by its name, and its secret can be read. ");
        yield return Case("any", ChangeKind.Delete, new InvalidOperationException("Odd."), ApplyStatus.Failed, "Odd.");
        yield return Case("cancelled by nobody", ChangeKind.Change, new OperationCanceledException("Ended."), ApplyStatus.Failed, "Ended.");
    }

    [TestCaseSource(nameof(Cases))]
    public void Each_failure_has_its_status(ChangeKind kind, Exception error, ApplyStatus status, string? message)
    {
        (ApplyStatus said, string text) = Failures.Explain(kind, error, isCreated: false, s_running);

        Assert.That(said, Is.EqualTo(status));
        Assert.That(text, message is null ? Is.EqualTo(error.Message) : Does.StartWith(message));
    }

    [Test]
    public void A_cancelled_request_may_have_been_done()
    {
        (ApplyStatus status, string message) = Failures.Explain(ChangeKind.Change, new OperationCanceledException("Ended."), isCreated: false, s_cancelled);

        Assert.That((status, message), Is.EqualTo((ApplyStatus.Unknown, "Cancelled under way; it is not known whether a change was made. Run this again to see.")));
    }

    [TestCase(false, "The client was created, but not all of it could be set; run this again. Odd.")]
    [TestCase(true, "The client was created, but not all of it could be set; run this again. Odd.")]
    public void A_client_that_was_created_in_part_is_told_as_that(bool isCancelled, string expected)
    {
        (ApplyStatus status, string message) = Failures.Explain(
            ChangeKind.Create, new InvalidOperationException("Odd."), isCreated: true, isCancelled ? s_cancelled : s_running);

        Assert.That((status, message), Is.EqualTo((ApplyStatus.Failed, expected)));
    }

    [Test]
    public void What_somebody_else_ended_after_a_creation_is_not_told_as_cancelled() => Assert.That(
        Failures.Explain(ChangeKind.Create, new OperationCanceledException("Ended."), isCreated: true, s_running).Message, Does.EndWith("run this again. Ended."));

    [Test]
    public void A_drift_is_no_error_of_a_provider_and_others_are()
    {
        var result = new ApplyResult(new ClientChange { Kind = ChangeKind.Change }, ApplyStatus.Done);
        var odd = new InvalidOperationException("Odd.");

        ApplyResult drifted = Failures.Of(result, ChangeKind.Change, new DriftException("It is another."), isCreated: false, s_running);
        ApplyResult failed = Failures.Of(result, ChangeKind.Change, odd, isCreated: false, s_running);

        Assert.That((drifted.Status, drifted.Message, drifted.Error), Is.EqualTo((ApplyStatus.Conflict, "It is another.", (Exception?)null)));
        Assert.That((failed.Status, failed.Message, failed.Error), Is.EqualTo((ApplyStatus.Failed, "Odd.", odd)));
    }

    [Test]
    public void What_was_not_begun_says_why() => Assert.That(
        (Failures.Skipped(s_running), Failures.Skipped(s_cancelled)), Is.EqualTo(("Not begun: another client failed.", "Not begun: cancelled.")));

    private static TestCaseData Case(string name, ChangeKind kind, Exception error, ApplyStatus status, string? message) =>
        new TestCaseData(kind, error, status, message).SetArgDisplayNames(name);
}
