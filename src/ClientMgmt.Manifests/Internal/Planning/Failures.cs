namespace ClientMgmt.Manifests;

/// <summary>What to say of work that was not done.</summary>
internal static class Failures
{
    public static ApplyResult Of(
        ApplyResult result, ChangeKind kind, Exception error, bool isCreated, CancellationToken cancellationToken)
    {
        (ApplyStatus status, string message) = Explain(kind, error, isCreated, cancellationToken);
        return result with { Status = status, Message = message, Error = error is DriftException ? null : error };
    }

    public static (ApplyStatus Status, string Message) Explain(
        ChangeKind kind, Exception error, bool isCreated, CancellationToken cancellationToken) => error switch
        {
            DriftException => (ApplyStatus.Conflict, error.Message),
            _ when isCreated => (ApplyStatus.Failed, $"The client was created, but not all of it could be set; run this again. {Text(error, cancellationToken)}"),
            ClientNotFoundException when kind == ChangeKind.Change =>
                (ApplyStatus.Conflict, "The client has been deleted since the plan was made; make a new plan."),
            ClientConflictException => (ApplyStatus.Conflict, error.Message),
            OutcomeUnknownException when kind == ChangeKind.Create => (
                ApplyStatus.Unknown,
                $"It is not known whether the client was created. Run this again: if it was, it is found by its name, and its secret can be read. {error.Message}"),
            OutcomeUnknownException => (ApplyStatus.Unknown, $"It is not known whether this was done; run it again. {error.Message}"),
            OperationCanceledException when cancellationToken.IsCancellationRequested => (ApplyStatus.Unknown, Text(error, cancellationToken)),
            _ => (ApplyStatus.Failed, error.Message),
        };

    public static string NotStored(IReadOnlyList<string> names) =>
        $"The server stored another value than asked of {string.Join(", ", names)}. Write what it keeps into the manifest, or leave the property out.";

    public static string Skipped(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? "Not begun: cancelled." : "Not begun: another client failed.";

    private static string Text(Exception error, CancellationToken cancellationToken) =>
        error is OperationCanceledException && cancellationToken.IsCancellationRequested
            ? "Cancelled under way; it is not known whether a change was made. Run this again to see."
            : error.Message;
}
